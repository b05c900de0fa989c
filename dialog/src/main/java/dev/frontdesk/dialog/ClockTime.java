package dev.frontdesk.dialog;

import java.time.LocalTime;

/// A time of day as said: `three` may be morning or afternoon until opening hours decide.
///
/// @param time the time, or its reading before noon while `open`
/// @param open whether twelve hours later is meant just as well
record ClockTime(LocalTime time, boolean open) {

  ClockTime {
    if (open && time.getHour() >= 12) {
      throw new IllegalArgumentException("an open time is kept as its reading before noon");
    }
  }

  static ClockTime exactly(int hour, int minute) {
    return new ClockTime(LocalTime.of(hour, minute), false);
  }

  /// `hour` from 1 to 12, said without morning or afternoon.
  static ClockTime said(int hour, int minute) {
    return new ClockTime(LocalTime.of(hour % 12, minute), true);
  }

  ClockTime morning() {
    return open ? new ClockTime(time, false) : this;
  }

  ClockTime afternoon() {
    return open ? new ClockTime(time.plusHours(12), false) : this;
  }

  /// The reading that falls within `[opens, closes)`; where both or neither do, seven to eleven
  /// are mornings and the rest afternoons, as people mean it.
  LocalTime resolve(LocalTime opens, LocalTime closes) {
    if (!open) {
      return time;
    }
    LocalTime later = time.plusHours(12);
    boolean early = !time.isBefore(opens) && time.isBefore(closes);
    boolean late = !later.isBefore(opens) && later.isBefore(closes);
    if (early != late) {
      return early ? time : later;
    }
    return time.getHour() >= 7 ? time : later;
  }

  /// The reading for the end of a range that begins at `from`: the first one after it.
  LocalTime resolveAfter(LocalTime from) {
    return !open || time.isAfter(from) ? time : time.plusHours(12);
  }
}
