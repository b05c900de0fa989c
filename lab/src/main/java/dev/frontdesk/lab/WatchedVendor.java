package dev.frontdesk.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.Executors;

/// Stands before a simulated vendor and tells when a request has come in, when the vendor has done
/// it, and when the answer is out: the moments between which a server can die.
final class WatchedVendor implements AutoCloseable {
  /// Set by the client itself for each connection.
  private static final Set<String> NOT_PASSED_ON =
      Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

  private final HttpServer front;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String name;
  private final URI vendor;
  private final Watch watch;

  /// Called on the request's own thread, which goes on when the call returns.
  @FunctionalInterface
  interface Watch {
    void at(String vendor, Moment moment, boolean changes);
  }

  enum Moment {
    ASKED,
    DONE,
    ANSWERED
  }

  private WatchedVendor(HttpServer front, String name, URI vendor, Watch watch) {
    this.front = front;
    this.name = name;
    this.vendor = vendor;
    this.watch = watch;
  }

  /// @param watch is also told whether the request changes something at the vendor
  static WatchedVendor before(String name, URI vendor, Watch watch) throws IOException {
    var front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    front.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    var watched = new WatchedVendor(front, name, vendor, watch);
    front.createContext("/", watched::pass);
    front.start();
    return watched;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + front.getAddress().getPort());
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      boolean changes = !exchange.getRequestMethod().equals("GET");
      watch.at(name, Moment.ASKED, changes);
      var response = forward(exchange, body);
      watch.at(name, Moment.DONE, changes);
      response
          .headers()
          .map()
          .forEach(
              (header, values) -> {
                if (!NOT_PASSED_ON.contains(header.toLowerCase(java.util.Locale.ROOT))) {
                  exchange.getResponseHeaders().put(header, values);
                }
              });
      byte[] answer = response.body();
      exchange.sendResponseHeaders(response.statusCode(), answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
      exchange.getResponseBody().close();
      watch.at(name, Moment.ANSWERED, changes);
    }
  }

  /// @throws IOException when the vendor resets the connection, which then is passed on too
  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
    var request =
        HttpRequest.newBuilder(vendor.resolve(exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (header, values) -> {
              if (!NOT_PASSED_ON.contains(header.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(header, value));
              }
            });
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", ended);
    }
  }

  @Override
  public void close() {
    front.stop(0);
    http.close();
  }
}
