package dev.frontdesk.integrations.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.time.Duration;
import java.util.function.Function;

/// Twilio's REST interface through its own client: each request goes out once, and its failure says
/// what may be done next.
final class TwilioRest {
  private static final int TOO_MANY_REQUESTS = 429;

  /// Twilio need not say a time with its 429; its documentation asks for exponential pauses.
  private static final Duration THROTTLED_FOR = Duration.ofSeconds(1);

  private final TwilioRestClient client;

  TwilioRest(TwilioSettings settings) {
    this.client =
        new TwilioRestClient.Builder(settings.accountSid(), settings.authToken().reveal())
            .httpClient(new TwilioHttp(settings.api(), settings.patience()))
            .build();
  }

  /// @param otherwise what an answer that says no becomes
  <T> ProviderResult<T> ask(
      Function<TwilioRestClient, T> request, Function<ApiException, ProviderResult<T>> otherwise) {
    try {
      return new Ok<>(request.apply(client));
    } catch (ApiException e) {
      return otherwise.apply(e);
    } catch (TwilioHttp.TooMany e) {
      return new Failed<>(new Failure.Throttled("twilio 429", e.retryAfter()));
    } catch (TwilioHttp.NotSent e) {
      return new Failed<>(new Failure.Retryable("twilio could not be reached"));
    } catch (TwilioHttp.NoAnswer e) {
      return new Failed<>(new Failure.Unconfirmed("twilio gave no answer"));
    }
  }

  <T> ProviderResult<T> ask(Function<TwilioRestClient, T> request) {
    return ask(request, e -> new Failed<>(failure(e)));
  }

  /// A 5xx may come from a gateway before or after the work was done.
  static Failure failure(ApiException e) {
    var status = e.getStatusCode();
    if (status == null || status < 400 || status >= 500) {
      return new Failure.Unconfirmed("twilio answered " + status);
    }
    return status == TOO_MANY_REQUESTS
        ? new Failure.Throttled(detail(code(e), status), THROTTLED_FOR)
        : new Failure.Permanent(detail(code(e), status));
  }

  /// Twilio's own code; 0 when it gives none.
  static int code(ApiException e) {
    return e.getCode() == null ? 0 : e.getCode();
  }

  static String detail(int code, int status) {
    return "twilio " + status + " (" + code + ")";
  }
}
