package dev.frontdesk.dialog;

import org.jspecify.annotations.Nullable;

/// Reads the days English speakers ask for. What each phrase means here:
///
/// | said | means |
/// |---|---|
/// | `Tuesday` | the first Tuesday after today: on a Tuesday, a week from today |
/// | `Tuesday`, after a day a week off or more was spoken of | the Tuesday of that week |
/// | `this Tuesday` | the first Tuesday from today on, today included |
/// | `next Tuesday` | the Tuesday of next week, weeks beginning on Monday |
/// | `Tuesday week`, `a week from Tuesday` | seven days after `Tuesday` |
/// | `the 19th` | the first 19th from today on |
/// | `June 1st`, already gone by | that past day for three months, then next year's |
final class DayReader {
  private DayReader() {}

  /// The days at `i`, or null.
  static @Nullable Found<DayWish> at(Words words, int i, DayContext context) {
    int start = words.is(i, "on") ? i + 1 : i;
    var found = CalendarDays.at(words, start, context);
    if (found == null) {
      found = Weekdays.at(words, start, context);
    }
    if (found == null) {
      found = RelativeDays.at(words, start, context);
    }
    return found;
  }
}
