package dev.frontdesk.durable;

import java.time.Duration;
import java.util.Optional;

/// How one integration is treated.
///
/// @param retry          after what certainly failed, or may have been applied
/// @param rate           of each organisation, over all nodes; empty: none
/// @param concurrency    attempts at the same time on one node
/// @param share          of them, how many one organisation may have
/// @param breaker        when to stop asking an organisation's vendor for a while
/// @param longestAttempt after it the attempt is interrupted, and nobody knows what became of it
/// @param patience       a throttled job without a deadline is given up this long after it was due
public record IntegrationPolicy(
    RetryPolicy retry,
    Optional<Rate> rate,
    int concurrency,
    int share,
    Breaker breaker,
    Duration longestAttempt,
    Duration patience) {

  public static final IntegrationPolicy DEFAULT =
      new IntegrationPolicy(
          new RetryPolicy(15, Duration.ofMillis(500), Duration.ofMinutes(15)),
          Optional.empty(),
          64,
          8,
          new Breaker(20, 50, Duration.ofSeconds(10)),
          Duration.ofSeconds(60),
          Duration.ofHours(24));

  public IntegrationPolicy {
    if (share < 1 || concurrency < share) {
      throw new IllegalArgumentException("concurrency must be at least share, and share 1");
    }
    if (!longestAttempt.isPositive() || !patience.isPositive()) {
      throw new IllegalArgumentException("longestAttempt and patience must be positive");
    }
  }

  /// @param perSecond in the long run
  /// @param burst     at once after a quiet time
  public record Rate(double perSecond, int burst) {
    public Rate {
      if (perSecond <= 0 || burst < 1) {
        throw new IllegalArgumentException("a rate lets something through");
      }
    }
  }

  /// @param calls   how many of the last are looked at, and how many it takes to judge
  /// @param percent that failed, at which it opens
  /// @param open    how long nothing is tried; then one probe decides
  public record Breaker(int calls, int percent, Duration open) {
    public Breaker {
      if (calls < 1 || percent < 1 || percent > 100 || !open.isPositive()) {
        throw new IllegalArgumentException("a breaker opens on 1 to 100 % of its calls");
      }
    }
  }

  public IntegrationPolicy with(RetryPolicy other) {
    return new IntegrationPolicy(
        other, rate, concurrency, share, breaker, longestAttempt, patience);
  }

  public IntegrationPolicy with(Rate other) {
    return new IntegrationPolicy(
        retry, Optional.of(other), concurrency, share, breaker, longestAttempt, patience);
  }

  public IntegrationPolicy lasting(Duration longest) {
    return new IntegrationPolicy(retry, rate, concurrency, share, breaker, longest, patience);
  }

  public IntegrationPolicy atOnce(int all, int ofOne) {
    return new IntegrationPolicy(retry, rate, all, ofOne, breaker, longestAttempt, patience);
  }

  public IntegrationPolicy with(Breaker other) {
    return new IntegrationPolicy(retry, rate, concurrency, share, other, longestAttempt, patience);
  }

  public IntegrationPolicy patientFor(Duration other) {
    return new IntegrationPolicy(retry, rate, concurrency, share, breaker, longestAttempt, other);
  }
}
