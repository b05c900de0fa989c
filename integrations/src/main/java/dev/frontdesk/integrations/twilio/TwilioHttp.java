package dev.frontdesk.integrations.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;

/// The SDK's way to the network: to an address of our choice, once, and saying whether a request
/// that failed can have arrived. The SDK's own repeats a POST three times on a 500, which rings a
/// person three times.
final class TwilioHttp extends HttpClient {
  private final java.net.http.HttpClient http;
  private final URI api;
  private final Duration patience;

  TwilioHttp(URI api, Duration patience) {
    this.api = api;
    this.patience = patience;
    this.http =
        java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience.dividedBy(2))
            .build();
  }

  /// Nothing was sent.
  static final class NotSent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSent(Throwable cause) {
      super(cause);
    }
  }

  /// It was sent, or some of it, and no answer came.
  static final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoAnswer(Throwable cause) {
      super(cause);
    }
  }

  /// It said how long to wait; nothing was done.
  static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Duration retryAfter;

    TooMany(Duration retryAfter) {
      this.retryAfter = retryAfter;
    }

    Duration retryAfter() {
      return retryAfter;
    }
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    var address = URI.create(request.constructURL().toString());
    var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    boolean bare = request.getMethod() == HttpMethod.GET;
    var builder =
        HttpRequest.newBuilder(api.resolve(address.getRawPath() + query))
            .timeout(patience)
            .header("Authorization", request.getAuthString())
            .header("Accept", "application/json")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(
                request.getMethod().toString(),
                bare
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(request.encodeFormBody()));
    try {
      var response = http.send(builder.build(), BodyHandlers.ofInputStream());
      if (response.statusCode() == 429) {
        throwIfTimed(response);
      }
      return new Response(response.body(), response.statusCode());
    } catch (ConnectException | HttpConnectTimeoutException | UnresolvedAddressException e) {
      throw new NotSent(e);
    } catch (IOException e) {
      throw new NoAnswer(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(e);
    }
  }

  private static void throwIfTimed(HttpResponse<InputStream> response) throws IOException {
    var retryAfter = response.headers().firstValue("Retry-After").orElse("");
    if (retryAfter.matches("[0-9]{1,6}")) {
      response.body().close();
      throw new TooMany(Duration.ofSeconds(Long.parseLong(retryAfter)));
    }
  }
}
