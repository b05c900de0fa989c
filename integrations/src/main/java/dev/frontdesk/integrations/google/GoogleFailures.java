package dev.frontdesk.integrations.google;

import com.google.api.client.auth.oauth2.TokenResponseException;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpResponseException;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Throttled;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Unconfirmed;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.apache.http.conn.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;

/// What may be done after Google said no, or nothing.
///
/// @see <a href="https://developers.google.com/workspace/calendar/api/guides/errors">Errors</a>
final class GoogleFailures {
  private static final Set<String> TOO_FAST =
      Set.of("rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded");

  /// Google names no time: a minute's window slides on by then.
  private static final Duration SOON = Duration.ofSeconds(5);

  /// The use limits of a calendar are lifted after hours.
  private static final Duration LATER = Duration.ofMinutes(10);

  private GoogleFailures() {}

  /// @param writing whether the request would have changed something
  static Failure of(IOException failed, boolean writing) {
    if (failed instanceof GoogleJsonResponseException answered) {
      return answered(answered, writing);
    }
    if (failed instanceof ConnectException
        || failed instanceof UnknownHostException
        || failed instanceof NoRouteToHostException
        || failed instanceof ConnectTimeoutException
        || failed instanceof SSLHandshakeException) {
      return new Retryable("google: no connection: " + failed.getClass().getSimpleName());
    }
    var token = tokenAnswer(failed);
    if (token.isPresent()) {
      return byToken(token.get());
    }
    var what = "google: no answer: " + failed.getClass().getSimpleName();
    return writing ? new Unconfirmed(what) : new Retryable(what);
  }

  private static Failure answered(GoogleJsonResponseException answered, boolean writing) {
    int status = answered.getStatusCode();
    var detail = "google: " + status + " " + reason(answered);
    if (status == 429 || status == 403 && TOO_FAST.contains(reason(answered))) {
      return new Throttled(detail, retryAfter(answered));
    }
    if (status >= 500) {
      return writing ? new Unconfirmed(detail) : new Retryable(detail);
    }
    // 401: even a fresh token was not taken, which passes; 412: somebody else is writing.
    return status == 401 || status == 412 ? new Retryable(detail) : new Permanent(detail);
  }

  /// A token was asked for, so nothing else was done.
  private static Failure byToken(HttpResponseException answered) {
    int status = answered.getStatusCode();
    var detail = "google: no token: " + status + " " + tokenError(answered);
    if (status == 429) {
      return new Throttled(detail, retryAfter(answered));
    }
    return status >= 500 ? new Retryable(detail) : new Permanent(detail);
  }

  /// Whether access was taken back, with Google's word for it.
  static Optional<String> refused(IOException failed) {
    if (failed instanceof GoogleJsonResponseException) {
      return Optional.empty();
    }
    return tokenAnswer(failed)
        .map(GoogleFailures::tokenError)
        .filter(error -> error.equals("invalid_grant") || error.equals("unauthorized_client"));
  }

  private static Optional<HttpResponseException> tokenAnswer(IOException failed) {
    for (@Nullable Throwable at = failed; at != null; at = at.getCause()) {
      if (at instanceof HttpResponseException answered) {
        return Optional.of(answered);
      }
    }
    return Optional.empty();
  }

  private static String tokenError(HttpResponseException answered) {
    if (answered instanceof TokenResponseException told && told.getDetails() != null) {
      return told.getDetails().getError();
    }
    @Nullable String content = answered.getContent();
    for (var known : Set.of("invalid_grant", "unauthorized_client", "invalid_client")) {
      if (content != null && content.contains('"' + known + '"')) {
        return known;
      }
    }
    return "unknown";
  }

  static String reason(GoogleJsonResponseException answered) {
    var details = answered.getDetails();
    if (details != null && details.getErrors() != null && !details.getErrors().isEmpty()) {
      @Nullable String reason = details.getErrors().getFirst().getReason();
      return reason == null ? "unknown" : reason;
    }
    return "unknown";
  }

  private static Duration retryAfter(HttpResponseException answered) {
    @Nullable String named = answered.getHeaders().getRetryAfter();
    if (named != null && named.matches("\\d{1,6}")) {
      return Duration.ofSeconds(Long.parseLong(named));
    }
    boolean useLimit =
        answered instanceof GoogleJsonResponseException json
            && reason(json).equals("quotaExceeded");
    return useLimit ? LATER : SOON;
  }
}
