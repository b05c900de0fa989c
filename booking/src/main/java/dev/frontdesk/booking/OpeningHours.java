package dev.frontdesk.booking;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// When a caller finds somebody there: the union of the resources' hours.
final class OpeningHours {
  private OpeningHours() {}

  /// In an ordinary week: no overrides, no time off.
  static List<TimeSpan> usual(List<Resource> resources, DayOfWeek day) {
    var spans = new ArrayList<TimeSpan>();
    for (var resource : resources) {
      var working = resource.working();
      spans.addAll(without(working.hours().on(day), working.breaks().on(day)));
    }
    return union(spans);
  }

  /// On one date, overrides included; who has the whole day off does not count.
  static List<TimeSpan> on(List<Resource> resources, LocalDate date) {
    var spans = new ArrayList<TimeSpan>();
    for (var resource : resources) {
      spans.addAll(spansOn(resource.working(), date));
    }
    return union(spans);
  }

  private static List<TimeSpan> spansOn(Working working, LocalDate date) {
    var start = date.atStartOfDay();
    var away =
        working.timeOff().stream()
            .anyMatch(off -> !off.from().isAfter(start) && !off.to().isBefore(start.plusDays(1)));
    if (away) {
      return List.of();
    }
    var override = working.overrides().get(date);
    if (override != null) {
      return override;
    }
    var day = date.getDayOfWeek();
    return without(working.hours().on(day), working.breaks().on(day));
  }

  /// `spans` with `breaks` taken out; both sorted.
  static List<TimeSpan> without(List<TimeSpan> spans, List<TimeSpan> breaks) {
    if (breaks.isEmpty()) {
      return spans;
    }
    var left = new ArrayList<TimeSpan>();
    for (var span : spans) {
      int from = span.fromMinute();
      for (var pause : breaks) {
        if (pause.fromMinute() > from && pause.fromMinute() < span.toMinute()) {
          left.add(new TimeSpan(from, pause.fromMinute()));
        }
        if (pause.fromMinute() < span.toMinute()) {
          from = Math.max(from, pause.toMinute());
        }
      }
      if (from < span.toMinute() && from < TimeSpan.DAY) {
        left.add(new TimeSpan(from, span.toMinute()));
      }
    }
    return left;
  }

  private static List<TimeSpan> union(List<TimeSpan> spans) {
    var merged = new ArrayList<TimeSpan>();
    for (var span : spans.stream().sorted().toList()) {
      if (!merged.isEmpty() && span.fromMinute() <= merged.getLast().toMinute()) {
        var last = merged.removeLast();
        merged.add(
            new TimeSpan(last.fromMinute(), Math.max(last.toMinute(), span.toMinute())));
      } else {
        merged.add(span);
      }
    }
    return List.copyOf(merged);
  }
}
