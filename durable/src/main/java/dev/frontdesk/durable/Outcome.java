package dev.frontdesk.durable;

import java.time.Instant;

/// How an attempt ended, to be noted.
///
/// @param begun whether the work was asked at all; a job that was held back by our own rate limit
///     leaves no attempt behind
public record Outcome(
    TakenJob job, AfterAttempt after, Instant startedAt, Instant endedAt, boolean begun) {

  /// The attempt's number, or 0 when it does not count.
  public int number() {
    return counts() ? job.attempts() + 1 : 0;
  }

  public int attemptsSoFar() {
    return job.attempts() + (counts() ? 1 : 0);
  }

  public boolean uncertain() {
    return switch (after) {
      case AfterAttempt.Done _ -> job.uncertain();
      case AfterAttempt.Again again -> again.uncertain();
      case AfterAttempt.Dead dead -> dead.uncertain();
    };
  }

  /// `ok`, or the failure's class.
  public String result() {
    return switch (after) {
      case AfterAttempt.Done _ -> "ok";
      case AfterAttempt.Again again -> again.why().wire();
      case AfterAttempt.Dead dead -> dead.why().wire();
    };
  }

  private boolean counts() {
    return switch (after) {
      case AfterAttempt.Done _ -> true;
      case AfterAttempt.Again again -> again.counts();
      case AfterAttempt.Dead dead ->
          switch (dead.why()) {
            case EXPIRED -> begun;
            case THROTTLED -> false;
            case RETRYABLE, PERMANENT, UNCONFIRMED, BUG -> true;
          };
    };
  }
}
