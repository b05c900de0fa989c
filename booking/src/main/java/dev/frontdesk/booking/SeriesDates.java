package dev.frontdesk.booking;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;

/// The starts of a series on the wall clock.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10">RFC 5545, 3.3.10</a>
final class SeriesDates {
  /// A weekly appointment for a year.
  static final int MOST = 53;

  private SeriesDates() {}

  /// `first` and what follows it by the rule, without the dates in `except`. As in RFC 5545, the
  /// first counts whether or not it fits the rule.
  ///
  /// @throws IllegalArgumentException when the rule is malformed, endless, longer than `MOST`, or
  ///     leaves nothing
  static List<LocalDateTime> of(
      LocalDateTime first, String rule, Set<LocalDate> except, ZoneId zone) {
    var parsed = parse(rule, zone);
    var start =
        new DateTime(
            first.getYear(),
            first.getMonthValue() - 1,
            first.getDayOfMonth(),
            first.getHour(),
            first.getMinute(),
            first.getSecond());
    var starts = new ArrayList<LocalDateTime>();
    var each = parsed.iterator(start);
    while (each.hasNext()) {
      var next = wallClock(each.nextDateTime());
      if (starts.isEmpty() && !next.equals(first)) {
        starts.add(first);
      }
      starts.add(next);
      if (starts.size() > MOST) {
        throw new IllegalArgumentException("a series has at most " + MOST + " appointments");
      }
    }
    starts.removeIf(one -> except.contains(one.toLocalDate()));
    if (starts.isEmpty()) {
      throw new IllegalArgumentException("the rule leaves no appointment");
    }
    return List.copyOf(starts);
  }

  private static RecurrenceRule parse(String rule, ZoneId zone) {
    RecurrenceRule parsed;
    try {
      parsed = new RecurrenceRule(rule);
    } catch (InvalidRecurrenceRuleException e) {
      throw new IllegalArgumentException("not an RFC 5545 recurrence rule", e);
    }
    if (parsed.isInfinite()) {
      throw new IllegalArgumentException("a series needs COUNT or UNTIL");
    }
    var until = parsed.getUntil();
    if (until != null && !until.isFloating()) {
      // Dates are walked on the wall clock, so the end must be read on it too.
      var local = until.shiftTimeZone(TimeZone.getTimeZone(zone));
      parsed.setUntil(
          new DateTime(
              local.getYear(),
              local.getMonth(),
              local.getDayOfMonth(),
              local.getHours(),
              local.getMinutes(),
              local.getSeconds()));
    } else if (until != null && until.isAllDay()) {
      parsed.setUntil(
          new DateTime(
              until.getYear(), until.getMonth(), until.getDayOfMonth(), 23, 59, 59));
    }
    return parsed;
  }

  private static LocalDateTime wallClock(DateTime time) {
    return LocalDateTime.of(
        time.getYear(),
        time.getMonth() + 1,
        time.getDayOfMonth(),
        time.getHours(),
        time.getMinutes(),
        time.getSeconds());
  }
}
