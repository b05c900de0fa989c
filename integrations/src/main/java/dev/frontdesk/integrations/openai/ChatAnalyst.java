package dev.frontdesk.integrations.openai;

import dev.frontdesk.reporting.Analysis;
import dev.frontdesk.reporting.CallRecord;
import dev.frontdesk.reporting.spi.Analyst;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.node.JsonNodeFactory;

/// Has a language model read a call. It may only choose among our own words; an answer that does
/// not is a permanent failure, so that the rules stand in. The transcript goes to the model with
/// payment cards masked; no telephone number goes beside it.
///
/// Asking twice costs money and changes nothing, so a lost answer is simply asked for again.
public final class ChatAnalyst implements Analyst, AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration THROTTLED = Duration.ofSeconds(20);
  private static final int LONGEST_TRANSCRIPT = 60_000;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .build();
  private final ChatSettings settings;

  public ChatAnalyst(ChatSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return settings.model();
  }

  @Override
  public ProviderResult<Analysis> analyse(CallRecord call) {
    try {
      return answer(call, http.send(request(call), BodyHandlers.ofString()));
    } catch (ConnectException e) {
      return failed(new Failure.Retryable("not reached"));
    } catch (IOException e) {
      return failed(new Failure.Retryable("no answer: " + e.getClass().getSimpleName()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(new Failure.Retryable("interrupted"));
    }
  }

  private HttpRequest request(CallRecord call) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("model", settings.model());
    body.put("temperature", 0);
    body.putObject("response_format").put("type", "json_object");
    var messages = body.putArray("messages");
    messages.addObject().put("role", "system").put("content", ChatWords.INSTRUCTIONS);
    var said = call.masked().text();
    messages
        .addObject()
        .put("role", "user")
        .put("content", said.substring(0, Math.min(said.length(), LONGEST_TRANSCRIPT)));
    return HttpRequest.newBuilder(URI.create(settings.url() + "/chat/completions"))
        .timeout(settings.patience())
        .header("Authorization", "Bearer " + settings.apiKey().reveal())
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body.toString()))
        .build();
  }

  private ProviderResult<Analysis> answer(CallRecord call, HttpResponse<String> response) {
    int status = response.statusCode();
    if (status == 200) {
      return ChatWords.read(call, response.body(), settings.model())
          .<ProviderResult<Analysis>>map(Ok::new)
          .orElseGet(() -> failed(new Failure.Permanent("the answer is not of the form asked for")));
    }
    if (status == 429) {
      var after =
          response
              .headers()
              .firstValue("Retry-After")
              .filter(text -> text.matches("[0-9]{1,5}"))
              .map(text -> Duration.ofSeconds(Long.parseLong(text)))
              .orElse(THROTTLED);
      return failed(new Failure.Throttled("429", after));
    }
    return failed(
        status >= 500 || status == 408
            ? new Failure.Retryable(Integer.toString(status))
            : new Failure.Permanent(Integer.toString(status)));
  }

  private static ProviderResult<Analysis> failed(Failure failure) {
    return new Failed<>(failure);
  }

  @Override
  public void close() {
    http.close();
  }
}
