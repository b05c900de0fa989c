package dev.frontdesk.integrations.webhook;

import dev.frontdesk.crm.WebhookEvent;
import dev.frontdesk.crm.WebhookTarget;
import dev.frontdesk.crm.spi.EventReceiver;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Throttled;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/// POSTs an event as JSON with `X-Event-Id`, `X-Timestamp` and `X-Signature`. Redirects are not
/// followed: the signature is for whom it was made out to.
public final class SignedWebhook implements EventReceiver {
  private static final Duration BUSY = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final Duration patience;
  private final HttpClient http;

  public SignedWebhook(Duration patience) {
    this.patience = patience;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public ProviderResult<Integer> send(WebhookTarget target, WebhookEvent event, Instant now) {
    var body = event.body().getBytes(StandardCharsets.UTF_8);
    long timestamp = now.getEpochSecond();
    var request =
        HttpRequest.newBuilder(target.url())
            .timeout(patience)
            .header("Content-Type", "application/json")
            .header("X-Event-Id", event.id())
            .header("X-Timestamp", Long.toString(timestamp))
            .header("X-Signature", WebhookSignature.of(target.secret(), timestamp, body))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      var response = http.send(request, BodyHandlers.discarding());
      int status = response.statusCode();
      return status / 100 == 2 ? new Ok<>(status) : new Failed<>(failure(response));
    } catch (IOException | UnresolvedAddressException e) {
      // It may have arrived; sent again it has the same id, so that nobody need act on it twice.
      return new Failed<>(new Retryable("no answer"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Failed<>(new Retryable("stopped while waiting for an answer"));
    }
  }

  /// What is gone, or not allowed, stays so until a person acts; the rest may be over soon.
  private static Failure failure(HttpResponse<Void> response) {
    int status = response.statusCode();
    return switch (status) {
      case 429 -> new Throttled("answered 429", wait(response));
      case 408, 409, 425 -> new Retryable("answered " + status);
      default ->
          status >= 500
              ? new Retryable("answered " + status)
              : new Permanent("answered " + status);
    };
  }

  private static Duration wait(HttpResponse<Void> response) {
    long seconds =
        response
            .headers()
            .firstValue("Retry-After")
            .filter(text -> text.matches("[0-9]{1,6}"))
            .map(Long::parseLong)
            .orElse(BUSY.toSeconds());
    return Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST_WAIT.toSeconds()));
  }
}
