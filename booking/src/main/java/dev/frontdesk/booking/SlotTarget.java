package dev.frontdesk.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Which starts fulfil a wish, in moments: an exact start is a stretch of one second. In order of
/// time.
record SlotTarget(List<Stretch> stretches, boolean exact) {

  private static final long FAR = Long.MAX_VALUE;

  /// `[from, to)` in seconds of the epoch.
  record Stretch(long from, long to) {}

  SlotTarget {
    stretches = List.copyOf(stretches);
  }

  /// An exact start on the wall clock: none when a clock change skips it, both when it repeats it.
  static SlotTarget at(LocalDateTime start, ZoneId zone) {
    var stretches = new ArrayList<Stretch>();
    for (var offset : zone.getRules().getValidOffsets(start)) {
      long moment = start.toEpochSecond(offset);
      stretches.add(new Stretch(moment, moment + 1));
    }
    return new SlotTarget(stretches, true);
  }

  static SlotTarget at(Instant start) {
    return new SlotTarget(
        List.of(new Stretch(start.getEpochSecond(), start.getEpochSecond() + 1)), true);
  }

  static SlotTarget between(LocalDateTime from, LocalDateTime to, DayPart part, ZoneId zone) {
    long first = from.atZone(zone).toEpochSecond();
    long last = to.atZone(zone).toEpochSecond();
    if (part.equals(DayPart.ANY)) {
      return new SlotTarget(first < last ? List.of(new Stretch(first, last)) : List.of(), false);
    }
    var clock = WallClock.over(zone, first, last);
    var stretches = new ArrayList<Stretch>();
    long length = BookingRules.LONGEST_WINDOW_DAYS;
    for (var day = from.toLocalDate();
        !day.isAfter(to.toLocalDate()) && length-- > 0;
        day = day.plusDays(1)) {
      clock.when(
          wall(day, part.from().toSecondOfDay()),
          wall(day, part.to().toSecondOfDay() == 0 ? 86_400 : part.to().toSecondOfDay()),
          (f, t, _) -> stretches.add(new Stretch(f, t)));
    }
    return new SlotTarget(stretches, false);
  }

  boolean contains(long start) {
    return distance(start) == 0;
  }

  /// Seconds from `start` to the nearest wished one, 0 within.
  long distance(long start) {
    int low = 0;
    int high = stretches.size();
    while (low < high) { // the first that ends after the start
      int middle = (low + high) >>> 1;
      if (stretches.get(middle).to > start) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    long after = low < stretches.size() ? Math.max(0, stretches.get(low).from - start) : FAR;
    long before = low > 0 ? start - stretches.get(low - 1).to + 1 : FAR;
    return Math.min(after, before);
  }

  long first() {
    return stretches.getFirst().from;
  }

  long last() {
    return stretches.getLast().to;
  }

  private static long wall(LocalDate day, int second) {
    return day.toEpochDay() * 86_400 + second;
  }
}
