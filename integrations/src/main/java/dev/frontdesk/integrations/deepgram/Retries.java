package dev.frontdesk.integrations.deepgram;

import dev.frontdesk.vocabulary.ProviderResult.Failure;
import java.time.Duration;
import java.util.Optional;

/// How long one outage of a call's recogniser is put up with: a caller who is not heard hangs up
/// within seconds.
final class Retries {
  private static final int MOST = 5;
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  private int made;

  /// How long to wait before the next try; empty when another makes no sense.
  Optional<Duration> after(Failure failure) {
    made++;
    return switch (failure) {
      case Failure.Permanent _ -> Optional.empty();
      case Failure _ when made > MOST -> Optional.empty();
      case Failure.Throttled(_, var wait) when wait.compareTo(LONGEST_WAIT) > 0 ->
          Optional.empty();
      case Failure.Throttled(_, var wait) -> Optional.of(wait);
      case Failure.Retryable _, Failure.Unconfirmed _ ->
          Optional.of(FIRST.multipliedBy(1L << made - 1));
    };
  }

  boolean first() {
    return made == 1;
  }

  boolean begun() {
    return made > 0;
  }
}
