package dev.frontdesk.dialog;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/// The days a caller would come: `[from, to]`, both included, and within them only the weekdays in
/// `only` unless it is empty.
record DayWish(LocalDate from, LocalDate to, Set<DayOfWeek> only) {
  DayWish {
    only = Set.copyOf(only);
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("days must not end before they begin");
    }
  }

  static DayWish on(LocalDate day) {
    return new DayWish(day, day, Set.of());
  }

  static DayWish between(LocalDate from, LocalDate to) {
    return new DayWish(from, to.isBefore(from) ? from : to, Set.of());
  }

  boolean isOneDay() {
    return from.equals(to);
  }

  boolean allows(LocalDate day) {
    return !day.isBefore(from)
        && !day.isAfter(to)
        && (only.isEmpty() || only.contains(day.getDayOfWeek()));
  }

  /// As much of it as is not over yet; itself when all of it is.
  DayWish notBefore(LocalDate today) {
    return from.isBefore(today) && !to.isBefore(today) ? new DayWish(today, to, only) : this;
  }
}
