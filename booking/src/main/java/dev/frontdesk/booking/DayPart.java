package dev.frontdesk.booking;

import java.time.LocalTime;

/// A time of day within which a start must lie: `[from, to)` on the organisation's wall clock;
/// `to` of midnight is the end of the day.
public record DayPart(LocalTime from, LocalTime to) {
  public static final DayPart ANY = new DayPart(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
  public static final DayPart MORNING = new DayPart(LocalTime.MIDNIGHT, LocalTime.NOON);
  public static final DayPart AFTERNOON = new DayPart(LocalTime.NOON, LocalTime.of(17, 0));
  public static final DayPart EVENING = new DayPart(LocalTime.of(17, 0), LocalTime.MIDNIGHT);

  public DayPart {
    if (!from.isBefore(to) && !to.equals(LocalTime.MIDNIGHT)) {
      throw new IllegalArgumentException("part of a day must end after it begins");
    }
  }

  public boolean contains(LocalTime time) {
    return !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
  }
}
