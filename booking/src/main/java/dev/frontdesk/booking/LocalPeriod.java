package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.Slot;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/// The day or week, from Monday, that a moment belongs to on a zone's calendar.
final class LocalPeriod {
  private LocalPeriod() {}

  static Slot dayOf(Instant moment, ZoneId zone) {
    var date = LocalDate.ofInstant(moment, zone);
    return days(date, 1, zone);
  }

  static Slot weekOf(Instant moment, ZoneId zone) {
    var date = LocalDate.ofInstant(moment, zone);
    return days(date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), 7, zone);
  }

  private static Slot days(LocalDate first, int days, ZoneId zone) {
    return new Slot(
        first.atStartOfDay(zone).toInstant(),
        first.plusDays(days).atStartOfDay(zone).toInstant());
  }
}
