package dev.frontdesk.lab;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Twilio's webhooks about texts: signed, repeated once when nobody answers, and befallen by faults.
final class MessagesCallbacks implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration BEFORE_REPEAT = Duration.ofMillis(500);

  private final TwilioSigner signer;
  private final Function<String, URI> reach;
  private final VendorFaults faults;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /// @param reach where the server behind a public address listens
  MessagesCallbacks(TwilioSigner signer, Function<String, URI> reach, VendorFaults faults) {
    this.signer = signer;
    this.reach = reach;
    this.faults = faults;
  }

  /// Sends a report as its lot is; blocks until it has arrived as often as it will.
  void report(String url, Map<String, String> form) throws InterruptedException {
    switch (faults.takeCallback("messages.status")) {
      case CallbackFault.Once _ -> send(url, form);
      case CallbackFault.Twice(var after) -> {
        send(url, form);
        Thread.sleep(after);
        send(url, form);
      }
      case CallbackFault.Late(var by) ->
          Thread.startVirtualThread(
              () -> {
                try {
                  Thread.sleep(by);
                  send(url, form);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      case CallbackFault.Lost _ -> {}
    }
  }

  private void send(String url, Map<String, String> form) throws InterruptedException {
    for (int tries = 1; tries <= 2; tries++) {
      try {
        post(url, form, UUID.randomUUID().toString());
        return;
      } catch (IOException nobody) {
        Thread.sleep(BEFORE_REPEAT);
      }
    }
  }

  HttpResponse<String> post(String url, Map<String, String> form, String token)
      throws IOException, InterruptedException {
    var body =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(reach.apply(url))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .header("X-Twilio-Signature", signer.sign(url, form))
            .header("I-Twilio-Idempotency-Token", token)
            .header("User-Agent", "TwilioProxy/1.1")
            .POST(BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
