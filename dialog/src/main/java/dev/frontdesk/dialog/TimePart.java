package dev.frontdesk.dialog;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/// One thing said about the time of day.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "said")
sealed interface TimePart {
  record At(ClockTime clock, boolean roughly) implements TimePart {}

  /// Not before `from`, not after `to`; either may be missing.
  record Within(@Nullable ClockTime from, @Nullable ClockTime to) implements TimePart {}

  /// Morning, afternoon, evening: limits a range and settles an open time.
  record Part(int fromHour, int toHour) implements TimePart {
    boolean isMorning() {
      return toHour <= 12;
    }
  }

  /// The first there is.
  record Earliest() implements TimePart {}

  /// The last of the day.
  record Latest() implements TimePart {}

  /// Any time will do.
  record Any() implements TimePart {}

  /// The time already spoken of.
  record Same() implements TimePart {}

  /// So many minutes from the time already spoken of.
  record Shift(int minutes) implements TimePart {}

  /// Something later, or earlier, than what was offered.
  record Toward(boolean later) implements TimePart {}
}
