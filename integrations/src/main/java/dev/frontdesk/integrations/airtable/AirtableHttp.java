package dev.frontdesk.integrations.airtable;

import dev.frontdesk.crm.spi.CrmConnection;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Throttled;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Unconfirmed;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One request to Airtable, and what its answer allows to do next.
final class AirtableHttp {
  static final JsonMapper JSON = JsonMapper.builder().build();

  /// Who went over the limit is refused everything for so long.
  private static final Duration LOCKED_OUT = Duration.ofSeconds(30);

  private static final long JITTER_MS = 2_000;

  private final AirtableSettings settings;
  private final HttpClient http;

  AirtableHttp(AirtableSettings settings) {
    this.settings = settings;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.patience().dividedBy(3))
            .build();
  }

  /// What a request does, which says what may be done when no answer comes.
  enum Effect {
    READS,
    WRITES
  }

  ProviderResult<JsonNode> get(CrmConnection connection, String path) {
    return send(request(connection, path).GET().build(), Effect.READS);
  }

  ProviderResult<JsonNode> send(
      CrmConnection connection, String method, String path, JsonNode body, Effect effect) {
    return send(
        request(connection, path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body.toString()))
            .build(),
        effect);
  }

  private HttpRequest.Builder request(CrmConnection connection, String path) {
    return HttpRequest.newBuilder(settings.api().resolve(path))
        .timeout(settings.patience())
        .header("Authorization", "Bearer " + connection.token().reveal())
        .header("Accept", "application/json");
  }

  private ProviderResult<JsonNode> send(HttpRequest request, Effect effect) {
    try {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        return new Failed<>(failure(response, effect));
      }
      return new Ok<>(JSON.readTree(response.body()));
    } catch (ConnectException | HttpConnectTimeoutException | UnresolvedAddressException e) {
      return new Failed<>(new Retryable("Airtable cannot be reached"));
    } catch (JacksonException e) {
      return new Failed<>(unanswered(effect, "Airtable answered what is no JSON"));
    } catch (IOException e) {
      return new Failed<>(unanswered(effect, "Airtable did not answer"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Failed<>(unanswered(effect, "stopped while waiting for Airtable"));
    }
  }

  /// After a read there is nothing to be unsure of.
  private static Failure unanswered(Effect effect, String what) {
    return switch (effect) {
      case READS -> new Retryable(what);
      case WRITES -> new Unconfirmed(what);
    };
  }

  private static Failure failure(HttpResponse<String> response, Effect effect) {
    int status = response.statusCode();
    var error = AirtableError.read(response.body());
    return switch (status) {
      case 429 -> new Throttled("Airtable 429 " + error.type(), wait(response));
      case 503 -> new Retryable("Airtable 503 " + error.type());
      case 401 -> new Permanent("Airtable: the token is not accepted (" + error.type() + ")");
      case 403 ->
          new Permanent(
              "Airtable: the token may not use this base, or lacks a scope (" + error.type() + ")");
      case 404 ->
          new Permanent("Airtable: the base or a table is not there (" + error.type() + ")");
      default ->
          status >= 500
              ? unanswered(effect, "Airtable " + status + " " + error.type())
              : new Permanent("Airtable " + status + " " + error.words());
    };
  }

  private static Duration wait(HttpResponse<String> response) {
    long asked =
        response.headers().firstValueAsLong("Retry-After").orElse(LOCKED_OUT.toSeconds());
    return Duration.ofSeconds(asked).plusMillis(ThreadLocalRandom.current().nextLong(JITTER_MS));
  }
}
