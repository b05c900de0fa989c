package dev.frontdesk.lab;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// Five requests a second; who asks for more is refused everything for a while. Safe from any
/// thread.
final class SimulatedAirtableRates {
  private static final int MOST = 5;
  private static final Duration WITHIN = Duration.ofSeconds(1);

  private final Clock clock;
  private final Duration lockedOutFor;
  private final Deque<Instant> asked = new ArrayDeque<>();
  private Instant lockedUntil = Instant.MIN;
  private int refused;

  SimulatedAirtableRates(Clock clock, Duration lockedOutFor) {
    this.clock = clock;
    this.lockedOutFor = lockedOutFor;
  }

  /// @throws SimulatedAirtableError when it is too much
  synchronized void ask() {
    var now = clock.instant();
    while (!asked.isEmpty() && !asked.peekFirst().isAfter(now.minus(WITHIN))) {
      asked.removeFirst();
    }
    if (now.isBefore(lockedUntil)) {
      throw refuse();
    }
    if (asked.size() >= MOST) {
      lockedUntil = now.plus(lockedOutFor);
      throw refuse();
    }
    asked.addLast(now);
  }

  synchronized int refused() {
    return refused;
  }

  private SimulatedAirtableError refuse() {
    refused++;
    return new SimulatedAirtableError(
        429, "RATE_LIMIT_REACHED", "Rate limit exceeded. Please try again later");
  }
}
