package dev.frontdesk.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.frontdesk.lab.VendorWatch.Moment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// The HTTP interface of a simulated vendor on loopback: reads each request whole, takes the
/// vendor's time over it, lets the fault that is its lot befall it, and has the vendor do the rest.
final class VendorDoor implements AutoCloseable {
  static {
    // Otherwise a small answer on a kept connection waits 40 ms for the other side's ACK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Vendor vendor;
  private final VendorFaults faults;
  private final Duration latency;

  /// What a vendor does behind its door. Called from many threads.
  interface Vendor {
    /// Its word for what the request does, by which faults are planned.
    String operation(VendorRequest request);

    /// Does the work.
    VendorAnswer answer(VendorRequest request);

    /// How it words a refusal that has nothing to do with the request.
    VendorAnswer refusal(VendorFault.Refused refused, VendorRequest request);

    /// How it words that the token has run out.
    VendorAnswer expired(VendorRequest request);
  }

  private VendorDoor(HttpServer server, Vendor vendor, VendorFaults faults, Duration latency) {
    this.server = server;
    this.vendor = vendor;
    this.faults = faults;
    this.latency = latency;
  }

  /// @param port    0 for any
  /// @param latency what each request takes; half of it passes before the work is done
  static VendorDoor open(int port, Vendor vendor, VendorFaults faults, Duration latency) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      var door = new VendorDoor(HttpServer.create(address, 256), vendor, faults, latency);
      door.server.createContext("/", door::handle);
      door.server.setExecutor(door.threads);
      door.server.start();
      return door;
    } catch (IOException e) {
      throw new IllegalStateException("no port for the simulated vendor", e);
    }
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    // Closing an exchange that was not answered closes its connection: the client sees it break.
    try (exchange) {
      var request = read(exchange);
      var operation = vendor.operation(request);
      faults.watch().at(Moment.ASKED, operation, request);
      var answer = befall(faults.take(operation), request);
      if (answer != null) {
        send(exchange, answer);
        exchange.getResponseBody().close();
        faults.watch().at(Moment.ANSWERED, operation, request);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Null when the connection is to break.
  private @Nullable VendorAnswer befall(VendorFault fault, VendorRequest request)
      throws InterruptedException {
    var half = latency.dividedBy(2);
    if (fault instanceof VendorFault.ResetBefore) {
      return null;
    }
    Thread.sleep(half);
    var answer =
        switch (fault) {
          case VendorFault.Refused refused -> refused(refused, request);
          case VendorFault.ExpiredToken _ -> vendor.expired(request);
          case VendorFault.DoneYetRefused(int status) -> {
            work(request);
            yield vendor.refusal(
                new VendorFault.Refused(status, "", Optional.empty()), request);
          }
          case VendorFault.ResetAfter _ -> {
            work(request);
            yield null;
          }
          case VendorFault.Slow(var by) -> {
            var done = work(request);
            Thread.sleep(by);
            yield done;
          }
          case VendorFault.None _ -> work(request);
          case VendorFault.ResetBefore _ -> null;
        };
    Thread.sleep(half);
    return answer;
  }

  private VendorAnswer work(VendorRequest request) {
    var answer = vendor.answer(request);
    faults.watch().at(Moment.DONE, vendor.operation(request), request);
    return answer;
  }

  private VendorAnswer refused(VendorFault.Refused refused, VendorRequest request) {
    var answer = vendor.refusal(refused, request);
    return refused
        .retryAfter()
        .map(after -> answer.with("Retry-After", Long.toString(after.toSeconds())))
        .orElse(answer);
  }

  private static VendorRequest read(HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    var headers = new HashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    return new VendorRequest(
        exchange.getRequestMethod(),
        uri.getPath(),
        uri.getRawPath(),
        query,
        pairs(query),
        headers,
        body(exchange));
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    var sent = exchange.getRequestBody().readAllBytes();
    boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    if (!packed) {
      return sent;
    }
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(sent))) {
      return unpacked.readAllBytes();
    }
  }

  private static void send(HttpExchange exchange, VendorAnswer answer) throws IOException {
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    var body = answer.body();
    boolean bare = body.length == 0 || "HEAD".equals(exchange.getRequestMethod());
    exchange.sendResponseHeaders(answer.status(), bare ? -1 : body.length);
    if (!bare) {
      exchange.getResponseBody().write(body);
    }
  }

  /// Reads `a=1&b=2`, in a query or a form.
  static Map<String, List<String>> pairs(String text) {
    var pairs = new HashMap<String, List<String>>();
    for (var pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        var name = equals < 0 ? pair : pair.substring(0, equals);
        var value = equals < 0 ? "" : pair.substring(equals + 1);
        pairs.computeIfAbsent(decoded(name), _ -> new ArrayList<>()).add(decoded(value));
      }
    }
    return pairs;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
