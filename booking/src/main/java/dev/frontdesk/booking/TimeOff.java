package dev.frontdesk.booking;

import java.time.LocalDateTime;

/// When a resource is away: `[from, to)` in its own wall-clock time.
public record TimeOff(LocalDateTime from, LocalDateTime to) {
  public TimeOff {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("time off must end after it begins: " + from + ", " + to);
    }
  }
}
