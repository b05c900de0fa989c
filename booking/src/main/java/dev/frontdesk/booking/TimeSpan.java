package dev.frontdesk.booking;

import java.time.LocalTime;
import java.util.regex.Pattern;

/// A stretch of wall-clock time that begins on one day: `[from, to)` in minutes after its midnight.
/// `to` may lie beyond 24:00, for those who close after midnight.
public record TimeSpan(int fromMinute, int toMinute) implements Comparable<TimeSpan> {
  static final int DAY = 24 * 60;
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,2}):([0-9]{2})\\s*-\\s*([0-9]{1,2}):([0-9]{2})");

  public TimeSpan {
    if (fromMinute < 0 || fromMinute >= DAY || toMinute <= fromMinute || toMinute > 2 * DAY) {
      throw new IllegalArgumentException(
          "no stretch of a day: from minute %d to %d".formatted(fromMinute, toMinute));
    }
  }

  /// Reads `09:00-12:00`; `22:00-02:00` ends on the next day, `00:00-24:00` is the whole day.
  public static TimeSpan parse(String text) {
    var form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException("hours must read like '09:00-12:00', read '" + text + "'");
    }
    int from = minute(form.group(1), form.group(2), text);
    int to = minute(form.group(3), form.group(4), text);
    if (from == to) {
      throw new IllegalArgumentException("hours must not be empty, read '" + text + "'");
    }
    return new TimeSpan(from, to > from ? to : to + DAY);
  }

  public LocalTime from() {
    return LocalTime.ofSecondOfDay(fromMinute * 60L);
  }

  /// The closing time; midnight for 24:00.
  public LocalTime to() {
    return LocalTime.ofSecondOfDay(toMinute % DAY * 60L);
  }

  public boolean endsNextDay() {
    return toMinute > DAY;
  }

  public boolean contains(LocalTime time) {
    int minute = time.toSecondOfDay() / 60;
    return minute >= fromMinute && minute < toMinute || minute + DAY < toMinute;
  }

  @Override
  public int compareTo(TimeSpan other) {
    int order = Integer.compare(fromMinute, other.fromMinute);
    return order != 0 ? order : Integer.compare(toMinute, other.toMinute);
  }

  @Override
  public String toString() {
    return "%02d:%02d-%02d:%02d"
        .formatted(fromMinute / 60, fromMinute % 60, toMinute / 60, toMinute % 60);
  }

  private static int minute(String hours, String minutes, String text) {
    int hour = Integer.parseInt(hours);
    int minute = Integer.parseInt(minutes);
    if (hour > 24 || minute > 59 || hour == 24 && minute > 0) {
      throw new IllegalArgumentException("no such time of day in '" + text + "'");
    }
    return hour * 60 + minute;
  }
}
