package dev.frontdesk.booking;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// When a resource can be booked, in its own time zone. A moment is open when the resource's wall
/// clock reads a time its schedule names: so hours that a clock change skips do not exist, and
/// hours that it repeats are open twice.
///
/// @param breaks    taken out of the ordinary hours of a weekday
/// @param overrides replace a date's hours and breaks; an empty list closes that date
/// @param timeOff   taken out of everything
public record Working(
    ZoneId zone,
    WeeklySchedule hours,
    WeeklySchedule breaks,
    Map<LocalDate, List<TimeSpan>> overrides,
    List<TimeOff> timeOff) {
  public Working {
    var sorted = new LinkedHashMap<LocalDate, List<TimeSpan>>();
    overrides.forEach((date, spans) -> sorted.put(date, WeeklySchedule.sorted(spans)));
    overrides = Map.copyOf(sorted);
    timeOff = List.copyOf(timeOff);
  }

  /// Ordinary weeks, nothing else.
  public static Working weekly(ZoneId zone, WeeklySchedule hours) {
    return new Working(zone, hours, WeeklySchedule.EMPTY, Map.of(), List.of());
  }

  public Working withOverrides(Map<LocalDate, List<TimeSpan>> overrides) {
    return new Working(zone, hours, breaks, overrides, timeOff);
  }

  public Working withBreaks(WeeklySchedule breaks) {
    return new Working(zone, hours, breaks, overrides, timeOff);
  }

  public Working withTimeOff(List<TimeOff> timeOff) {
    return new Working(zone, hours, breaks, overrides, timeOff);
  }
}
