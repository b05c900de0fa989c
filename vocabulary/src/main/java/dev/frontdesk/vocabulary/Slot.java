package dev.frontdesk.vocabulary;

import java.time.Duration;
import java.time.Instant;

/// A stretch of time on a calendar, half-open: `[start, end)`, in UTC.
public record Slot(Instant start, Instant end) {

  public Slot {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("slot must end after it starts: " + start + " .. " + end);
    }
  }

  public boolean overlaps(Slot other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  public Duration length() {
    return Duration.between(start, end);
  }
}
