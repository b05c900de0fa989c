package dev.frontdesk.dialog;

import dev.frontdesk.dialog.TimePart.At;
import dev.frontdesk.dialog.TimePart.Part;
import dev.frontdesk.dialog.TimePart.Within;
import org.jspecify.annotations.Nullable;

/// All that one wish says about when.
///
/// @param other earliest, latest, any, same, a shift or a direction
record When(
    @Nullable DayWish day,
    @Nullable At at,
    @Nullable Within within,
    @Nullable Part part,
    @Nullable TimePart other) {
  static final When NOTHING = new When(null, null, null, null, null);

  boolean isEmpty() {
    return day == null && !hasTime();
  }

  boolean hasTime() {
    return at != null || within != null || part != null || other != null;
  }

  /// Whether a time or a range of times was said.
  boolean isSettled() {
    return at != null || within != null || part != null;
  }

  When on(DayWish day) {
    return new When(day, at, within, part, other);
  }

  /// What is said later counts, unless the two go together: a part of the day and a time in it.
  When and(TimePart time) {
    return switch (time) {
      case At later -> new When(day, inPart(later, part), null, part, null);
      case Within later -> new When(day, null, inPart(later, part), part, other);
      case Part later -> {
        var settled = at == null ? null : inPart(at, later);
        var limited = within == null ? null : inPart(within, later);
        yield new When(day, settled, limited, later, other);
      }
      case TimePart.Earliest _, TimePart.Latest _ -> new When(day, at, within, part, time);
      case TimePart.Any _, TimePart.Same _, TimePart.Shift _, TimePart.Toward _ ->
          new When(day, at, within, part, time);
    };
  }

  private static At inPart(At at, @Nullable Part part) {
    if (part == null) {
      return at;
    }
    return new At(
        part.isMorning() ? at.clock().morning() : at.clock().afternoon(), at.roughly());
  }

  private static Within inPart(Within within, @Nullable Part part) {
    if (part == null) {
      return within;
    }
    return new Within(half(within.from(), part), half(within.to(), part));
  }

  private static @Nullable ClockTime half(@Nullable ClockTime clock, Part part) {
    return clock == null ? null : part.isMorning() ? clock.morning() : clock.afternoon();
  }
}
