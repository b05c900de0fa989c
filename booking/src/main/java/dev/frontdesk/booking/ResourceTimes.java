package dev.frontdesk.booking;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// One resource over a stretch of time, as one service sees it: when it is open, which of its
/// parts are busy when, how many bookings start when. In seconds of the epoch.
final class ResourceTimes {
  private final Resource resource;
  private final OpenTimes times;
  private final Intervals[] busyByPart;
  private final long[] startsTaken;
  private final long length;
  private final long before;
  private final long after;
  private final long step;

  private ResourceTimes(
      Resource resource,
      Service service,
      OpenTimes times,
      Intervals[] busyByPart,
      long[] startsTaken) {
    this.resource = resource;
    this.times = times;
    this.busyByPart = busyByPart;
    this.startsTaken = startsTaken;
    this.length = service.length().toSeconds();
    this.before = service.before().toSeconds();
    this.after = service.after().toSeconds();
    this.step = service.rules().startEvery().toSeconds();
  }

  /// @param busy of this resource alone, sorted by the start of the blocked time
  static ResourceTimes of(
      Resource resource, Service service, OpenTimes times, List<BusyTime> busy) {
    int capacity = service.capacity();
    var parts = new Intervals[capacity];
    for (int part = 0; part < capacity; part++) {
      var share = Share.part(part, capacity);
      var taken = new Intervals.Builder(busy.size());
      for (var time : busy) {
        if (time.allocation().share().overlaps(share)) {
          taken.add(
              time.blocked().start().getEpochSecond(), roundedUp(time.blocked().end()));
        }
      }
      parts[part] = taken.build();
    }
    long[] starts = new long[busy.size()];
    int bookings = 0;
    for (var time : busy) {
      if (!(time.owner() instanceof BusyTime.Owner.ByCalendar)) {
        starts[bookings++] = time.slot().start().getEpochSecond();
      }
    }
    starts = Arrays.copyOf(starts, bookings);
    Arrays.sort(starts);
    return new ResourceTimes(resource, service, times, parts, starts);
  }

  Resource resource() {
    return resource;
  }

  /// Starts in `[from, to)` on this resource's grid at which it is open and free, ascending: one
  /// pass over grid, openings and busy times together.
  long[] freeStarts(long from, long to) {
    var points = times.gridPoints(from, to, step);
    var open = times.open().new Sweep();
    var busy = new Intervals.Sweep[busyByPart.length];
    for (int part = 0; part < busy.length; part++) {
      busy[part] = busyByPart[part].new Sweep();
    }
    int size = 0;
    for (long point : points) {
      if (open.covers(point, point + length) && anyFree(busy, point)) {
        points[size++] = point;
      }
    }
    return Arrays.copyOf(points, size);
  }

  private boolean anyFree(Intervals.Sweep[] busy, long start) {
    for (var part : busy) {
      if (!part.touches(start - before, start + length + after)) {
        return true;
      }
    }
    return false;
  }

  /// Every start that the grid allows while open, free or not.
  long[] gridStarts(long from, long to) {
    return times.gridPoints(from, to, step);
  }

  /// The first part that is free for an appointment at `start`; -1 when none is.
  int freePart(long start) {
    for (int part = 0; part < busyByPart.length; part++) {
      if (!busyByPart[part].touches(start - before, start + length + after)) {
        return part;
      }
    }
    return -1;
  }

  /// All parts that are free for an appointment at `start`, ascending.
  int[] freeParts(long start) {
    int[] free = new int[busyByPart.length];
    int size = 0;
    for (int part = 0; part < busyByPart.length; part++) {
      if (!busyByPart[part].touches(start - before, start + length + after)) {
        free[size++] = part;
      }
    }
    return Arrays.copyOf(free, size);
  }

  boolean isOpenFor(long start) {
    return times.open().covers(start, start + length);
  }

  boolean isOpenAt(long start) {
    return times.open().touches(start, start + 1);
  }

  boolean isOnGrid(long start) {
    return times.onGrid(start, step);
  }

  /// How many bookings and holds start in `[from, to)`.
  int startsWithin(long from, long to) {
    return count(startsTaken, from, to);
  }

  static int count(long[] sorted, long from, long to) {
    return lowerBound(sorted, to) - lowerBound(sorted, from);
  }

  private static int lowerBound(long[] sorted, long value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static long roundedUp(Instant end) {
    return end.getNano() == 0 ? end.getEpochSecond() : end.getEpochSecond() + 1;
  }
}
