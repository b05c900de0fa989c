package dev.frontdesk.integrations.wire;

import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Throttled;
import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// What each way of failing allows next. Speech is never `Unconfirmed`: asking again for words to
/// be spoken or heard does no harm.
final class WireFailures {
  private static final Duration UNTOLD_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final int LONGEST_REASON = 120;

  private WireFailures() {}

  /// The upgrade was answered with this status instead of 101.
  static Failure ofStatus(int status, @Nullable String retryAfter) {
    String detail = "HTTP " + status;
    if (status == 429) {
      return new Throttled(detail, seconds(retryAfter));
    }
    return status >= 500 || status == 408 ? new Retryable(detail) : new Permanent(detail);
  }

  /// @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1">RFC 6455, 7.4.1</a>
  static Failure ofClose(int code, String reason) {
    String detail = "closed " + code + (reason.isEmpty() ? "" : " " + plain(reason));
    return switch (code) {
      case 1002, 1003, 1007, 1008, 1009, 1010 -> new Permanent(detail);
      case 1013 -> new Throttled(detail, UNTOLD_WAIT);
      default -> new Retryable(detail);
    };
  }

  static Failure ofError(Throwable error) {
    return switch (error) {
      case ConnectTimeoutException _ -> new Retryable("connect timed out");
      case ConnectException _ -> new Retryable("connection refused");
      case UnknownHostException _ -> new Retryable("unknown host");
      case SSLException _ -> new Permanent("TLS failed");
      default -> new Retryable("connection lost: " + error.getClass().getSimpleName());
    };
  }

  private static Duration seconds(@Nullable String retryAfter) {
    if (retryAfter == null || !retryAfter.matches("\\d{1,6}")) {
      return UNTOLD_WAIT;
    }
    var told = Duration.ofSeconds(Long.parseLong(retryAfter));
    return told.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : told;
  }

  private static String plain(String reason) {
    String start = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    return start.replaceAll("[^\\x20-\\x7e]", "?");
  }
}
