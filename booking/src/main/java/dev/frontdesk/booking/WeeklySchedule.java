package dev.frontdesk.booking;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The hours of an ordinary week, in wall-clock time. Days that are not named are closed.
/// Within a day the spans are sorted and do not overlap; each begins a grid of starts of its own.
public record WeeklySchedule(Map<DayOfWeek, List<TimeSpan>> days) {
  /// Closed all week; as breaks: none.
  public static final WeeklySchedule EMPTY = new WeeklySchedule(Map.of());

  public WeeklySchedule {
    var sorted = new EnumMap<DayOfWeek, List<TimeSpan>>(DayOfWeek.class);
    days.forEach((day, spans) -> sorted.put(day, sorted(spans)));
    days = Map.copyOf(sorted);
  }

  public List<TimeSpan> on(DayOfWeek day) {
    return days.getOrDefault(day, List.of());
  }

  /// @throws IllegalArgumentException when two of them overlap
  static List<TimeSpan> sorted(List<TimeSpan> spans) {
    var sorted = spans.stream().sorted().toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).fromMinute() < sorted.get(i - 1).toMinute()) {
        throw new IllegalArgumentException(
            "hours overlap: " + sorted.get(i - 1) + " and " + sorted.get(i));
      }
    }
    return sorted;
  }
}
