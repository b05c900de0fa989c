package dev.frontdesk.dialog;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How an appointment recurs: `every Tuesday for six weeks`.
///
/// @param every in days, weeks or months
/// @param days  the weekdays, where some were named
/// @param times how many appointments in all; 0 when it was not said
/// @param weeks over how many weeks; 0 when it was not said
/// @param until the last day, when one was said
record Repeat(
    Unit unit, int every, Set<DayOfWeek> days, int times, int weeks, @Nullable LocalDate until) {
  /// More than a year of weeks is no wish to fulfil in one breath.
  static final int MOST = 52;

  enum Unit {
    DAY,
    WEEK,
    MONTH
  }

  Repeat {
    days = Set.copyOf(days);
  }

  static Repeat weekly(int every, Set<DayOfWeek> days) {
    return new Repeat(Unit.WEEK, every, days, 0, 0, null);
  }

  /// Only how long, not how often.
  static Repeat lasting(int times, int weeks, @Nullable LocalDate until) {
    return new Repeat(Unit.WEEK, 1, Set.of(), times, weeks, until);
  }

  boolean isEndless() {
    return times == 0 && weeks == 0 && until == null;
  }

  Repeat until(Repeat length) {
    return new Repeat(unit, every, days, length.times, length.weeks, length.until);
  }

  /// The first day from `day` on that fits.
  LocalDate firstFrom(LocalDate day) {
    return days.stream().map(one -> day.with(TemporalAdjusters.nextOrSame(one)))
        .min(Comparator.naturalOrder()).orElse(day);
  }

  /// All days of a series that begins on `first`.
  List<LocalDate> dates(LocalDate first) {
    int most = times > 0 ? Math.min(times, MOST) : MOST;
    var last = until != null ? until
        : weeks > 0 ? first.plusWeeks(weeks).minusDays(1) : LocalDate.MAX;
    var dates = new ArrayList<LocalDate>();
    dates.add(first);
    var week = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    for (int step = 0; step < 400 && dates.size() < most; step++) {
      for (var date : round(first, week, step)) {
        if (date.isAfter(first) && !date.isAfter(last) && dates.size() < most) {
          dates.add(date);
        }
      }
    }
    return List.copyOf(dates);
  }

  private List<LocalDate> round(LocalDate first, LocalDate week, int step) {
    return switch (unit) {
      case DAY -> List.of(first.plusDays((long) step * every));
      case MONTH -> List.of(first.plusMonths((long) step * every));
      case WEEK -> weekdays(first).stream().sorted()
          .map(day -> week.plusWeeks((long) step * every).plusDays(day.getValue() - 1L)).toList();
    };
  }

  private Set<DayOfWeek> weekdays(LocalDate first) {
    return days.contains(first.getDayOfWeek()) ? days : Set.of(first.getDayOfWeek());
  }

  /// As RFC 5545 writes it.
  String rule(LocalDate first) {
    String often = switch (unit) {
      case DAY -> "FREQ=DAILY;INTERVAL=" + every;
      case MONTH -> "FREQ=MONTHLY;INTERVAL=" + every;
      case WEEK -> "FREQ=WEEKLY;WKST=MO;INTERVAL=" + every + ";BYDAY="
          + weekdays(first).stream().sorted().map(day -> day.name().substring(0, 2))
              .collect(Collectors.joining(","));
    };
    return often + ";COUNT=" + dates(first).size();
  }
}
