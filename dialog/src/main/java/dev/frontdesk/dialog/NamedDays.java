package dev.frontdesk.dialog;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Days that have a name of their own and a fixed date.
final class NamedDays {
  private static final Map<String, MonthDay> NAMES =
      Map.of(
          "christmas eve", MonthDay.of(12, 24),
          "christmas day", MonthDay.of(12, 25),
          "christmas", MonthDay.of(12, 25),
          "new years eve", MonthDay.of(12, 31),
          "new years day", MonthDay.of(1, 1),
          "valentines day", MonthDay.of(2, 14),
          "halloween", MonthDay.of(10, 31),
          "fourth of july", MonthDay.of(7, 4),
          "independence day", MonthDay.of(7, 4),
          "juneteenth", MonthDay.of(6, 19));

  private NamedDays() {}

  static @Nullable Found<DayWish> at(Words words, int i, DayContext context) {
    int at = words.skip(i, "the");
    Found<DayWish> best = null;
    for (var name : NAMES.entrySet()) {
      int end = words.phrase(at, name.getKey());
      if (end > 0 && (best == null || end > best.end())) {
        best = new Found<>(DayWish.on(next(name.getValue(), context.today())), end);
      }
    }
    if (best == null) {
      return null;
    }
    int before = words.anyPhrase(i, "the day before");
    return before > 0 ? null : best;
  }

  private static LocalDate next(MonthDay day, LocalDate today) {
    var thisYear = day.atYear(today.getYear());
    return thisYear.isBefore(today) ? day.atYear(today.getYear() + 1) : thisYear;
  }
}
