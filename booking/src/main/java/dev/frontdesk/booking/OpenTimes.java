package dev.frontdesk.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/// A resource's schedule laid out over a stretch of time: when it is open, and where its grids of
/// starts are anchored. In seconds of the epoch.
final class OpenTimes {
  /// No piece of a span is longer: it ends within the day after the one it begins on.
  private static final long LONGEST_SPAN_SECONDS = 2 * TimeSpan.DAY * 60L + 1;

  private final Intervals open;
  private final long[] gridFrom; // ascending
  private final long[] gridTo;
  private final long[] gridAnchor;

  private OpenTimes(Intervals open, long[] gridFrom, long[] gridTo, long[] gridAnchor) {
    this.open = open;
    this.gridFrom = gridFrom;
    this.gridTo = gridTo;
    this.gridAnchor = gridAnchor;
  }

  static OpenTimes of(Working working, Instant from, Instant to) {
    return new Layout(working, from.getEpochSecond(), to.getEpochSecond()).lay();
  }

  Intervals open() {
    return open;
  }

  /// Whether a start may lie at `moment`, as far as the grid is concerned.
  boolean onGrid(long moment, long stepSeconds) {
    int i = Arrays.binarySearch(gridFrom, moment);
    i = i < 0 ? -i - 2 : lastEqual(i);
    for (; i >= 0 && moment - gridFrom[i] < LONGEST_SPAN_SECONDS; i--) {
      if (moment < gridTo[i] && Math.floorMod(moment - gridAnchor[i], stepSeconds) == 0) {
        return true;
      }
    }
    return false;
  }

  private int lastEqual(int index) {
    int last = index;
    while (last + 1 < gridFrom.length && gridFrom[last + 1] == gridFrom[index]) {
      last++;
    }
    return last;
  }

  /// Every grid point in `[from, to)`, ascending, each once.
  long[] gridPoints(long from, long to, long stepSeconds) {
    var points = new long[64];
    int size = 0;
    boolean ascending = true;
    for (int i = 0; i < gridFrom.length; i++) {
      long first = Math.max(from, gridFrom[i]);
      first += Math.floorMod(gridAnchor[i] - first, stepSeconds);
      long end = Math.min(to, gridTo[i]);
      for (long point = first; point < end; point += stepSeconds) {
        if (size == points.length) {
          points = Arrays.copyOf(points, size * 2);
        }
        ascending &= size == 0 || point > points[size - 1];
        points[size++] = point;
      }
    }
    points = Arrays.copyOf(points, size);
    return ascending ? points : Arrays.stream(points).sorted().distinct().toArray();
  }

  private static final class Layout {
    private static final long DAY_SECONDS = 86_400;
    private final Working working;
    private final long from;
    private final long to;
    private final WallClock clock;
    private final Intervals.Builder open;
    private final Intervals.Builder shut = new Intervals.Builder(8);
    private long[] gridFrom = new long[32];
    private long[] gridTo = new long[32];
    private long[] gridAnchor = new long[32];
    private int grids;

    Layout(Working working, long from, long to) {
      this.working = working;
      this.from = from;
      this.to = to;
      this.clock = WallClock.over(working.zone(), from, to);
      this.open = new Intervals.Builder((int) ((to - from) / DAY_SECONDS) * 2 + 4);
    }

    OpenTimes lay() {
      // A day before the first: its hours may run past midnight.
      var first = dateAt(from).minusDays(1);
      var last = dateAt(to);
      for (var date = first; !date.isAfter(last); date = date.plusDays(1)) {
        layDay(date);
      }
      for (var off : working.timeOff()) {
        clock.when(wall(off.from()), wall(off.to()), (f, t, _) -> shut.add(f, t));
      }
      return new OpenTimes(
          open.build().minus(shut.build()),
          Arrays.copyOf(gridFrom, grids),
          Arrays.copyOf(gridTo, grids),
          Arrays.copyOf(gridAnchor, grids));
    }

    private void layDay(LocalDate date) {
      long midnight = date.toEpochDay() * DAY_SECONDS;
      var override = working.overrides().get(date);
      var day = date.getDayOfWeek();
      var spans = override != null ? override : working.hours().on(day);
      List<TimeSpan> breaks = override != null ? List.of() : working.breaks().on(day);
      for (var span : spans) {
        long opens = midnight + span.fromMinute() * 60L;
        clock.when(
            opens,
            midnight + span.toMinute() * 60L,
            (f, t, offset) -> {
              open.add(f, t);
              grid(f, t, opens - offset);
            });
      }
      for (var pause : breaks) {
        clock.when(
            midnight + pause.fromMinute() * 60L,
            midnight + pause.toMinute() * 60L,
            (f, t, _) -> shut.add(f, t));
      }
    }

    private void grid(long from, long to, long anchor) {
      if (grids == gridFrom.length) {
        gridFrom = Arrays.copyOf(gridFrom, grids * 2);
        gridTo = Arrays.copyOf(gridTo, grids * 2);
        gridAnchor = Arrays.copyOf(gridAnchor, grids * 2);
      }
      // Nearly always the last place; what a clock change cuts off a night may belong earlier.
      int at = grids++;
      while (at > 0 && gridFrom[at - 1] > from) {
        gridFrom[at] = gridFrom[at - 1];
        gridTo[at] = gridTo[at - 1];
        gridAnchor[at] = gridAnchor[--at];
      }
      gridFrom[at] = from;
      gridTo[at] = to;
      gridAnchor[at] = anchor;
    }

    private LocalDate dateAt(long moment) {
      return LocalDate.ofInstant(Instant.ofEpochSecond(moment), working.zone());
    }

    private static long wall(LocalDateTime time) {
      return time.toEpochSecond(ZoneOffset.UTC);
    }
  }
}
