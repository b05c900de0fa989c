package dev.frontdesk.durable;

import java.time.Duration;

/// How often one tries, and how long one waits in between.
///
/// @param attempts those that count, the first included
/// @param first    the longest pause after the first
/// @param cap      no pause is longer
public record RetryPolicy(int attempts, Duration first, Duration cap) {
  private static final int MOST_DOUBLINGS = 30;

  public RetryPolicy {
    if (attempts < 1 || !first.isPositive() || cap.compareTo(first) < 0) {
      throw new IllegalArgumentException("at least one attempt, and pauses from first to cap");
    }
  }

  /// Exponential with full jitter: anything between nothing and twice the last bound, so that those
  /// who failed together do not come back together.
  ///
  /// @param attempt the one that failed, from 1
  /// @param random  from [0, 1)
  public Duration pause(int attempt, double random) {
    var doublings = Math.min(attempt - 1, MOST_DOUBLINGS);
    var grown = first.toMillis() * (1L << doublings);
    var bound = grown < 0 ? cap.toMillis() : Math.min(cap.toMillis(), grown);
    return Duration.ofMillis((long) (random * bound));
  }
}
