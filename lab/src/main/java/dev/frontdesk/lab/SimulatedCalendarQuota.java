package dev.frontdesk.lab;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Google's limits for new projects: requests in any minute, for each user and for all together.
final class SimulatedCalendarQuota {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private final Clock clock;
  private final Map<String, Deque<Instant>> byUser = new HashMap<>();
  private final Deque<Instant> all = new ArrayDeque<>();
  private int mostByUser = 600;
  private int most = 10_000;

  SimulatedCalendarQuota(Clock clock) {
    this.clock = clock;
  }

  synchronized void limit(int byUser, int together) {
    mostByUser = byUser;
    most = together;
  }

  /// @throws CalendarRefusal when there were too many
  synchronized void take(String user) {
    var now = clock.instant();
    var own = byUser.computeIfAbsent(user, _ -> new ArrayDeque<>());
    slide(own, now);
    slide(all, now);
    if (own.size() >= mostByUser) {
      throw new CalendarRefusal(403, "userRateLimitExceeded", "User Rate Limit Exceeded");
    }
    if (all.size() >= most) {
      throw new CalendarRefusal(403, "rateLimitExceeded", "Rate Limit Exceeded");
    }
    own.add(now);
    all.add(now);
  }

  private static void slide(Deque<Instant> taken, Instant now) {
    while (!taken.isEmpty() && !taken.peek().isAfter(now.minus(MINUTE))) {
      taken.remove();
    }
  }
}
