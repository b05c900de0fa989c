package dev.frontdesk.booking;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;

/// How a zone's wall clock runs over a stretch of time: pieces of constant offset. Wall-clock time
/// is counted in seconds since 1970 as if the clock had never been changed.
final class WallClock {
  private final long[] froms;
  private final long[] tos;
  private final long[] offsets;

  private WallClock(long[] froms, long[] tos, long[] offsets) {
    this.froms = froms;
    this.tos = tos;
    this.offsets = offsets;
  }

  /// @param from seconds of the epoch
  static WallClock over(ZoneId zone, long from, long to) {
    var rules = zone.getRules();
    var froms = new long[4];
    var tos = new long[4];
    var offsets = new long[4];
    int size = 0;
    long at = from;
    while (at < to) {
      if (size == froms.length) {
        froms = Arrays.copyOf(froms, size * 2);
        tos = Arrays.copyOf(tos, size * 2);
        offsets = Arrays.copyOf(offsets, size * 2);
      }
      var change = rules.nextTransition(Instant.ofEpochSecond(at));
      long end = change == null ? to : Math.min(to, change.toEpochSecond());
      froms[size] = at;
      tos[size] = end;
      offsets[size++] = rules.getOffset(Instant.ofEpochSecond(at)).getTotalSeconds();
      at = end;
    }
    return new WallClock(
        Arrays.copyOf(froms, size), Arrays.copyOf(tos, size), Arrays.copyOf(offsets, size));
  }

  /// Tells `moments` each stretch during which the clock reads a time in `[fromWall, toWall)`:
  /// none for what a clock change skips, two for what it repeats.
  void when(long fromWall, long toWall, Moments moments) {
    for (int i = 0; i < froms.length; i++) {
      long from = Math.max(froms[i], fromWall - offsets[i]);
      long to = Math.min(tos[i], toWall - offsets[i]);
      if (from < to) {
        moments.add(from, to, offsets[i]);
      }
    }
  }

  /// Receives stretches in seconds of the epoch, with the offset that holds throughout.
  interface Moments {
    void add(long from, long to, long offset);
  }
}
