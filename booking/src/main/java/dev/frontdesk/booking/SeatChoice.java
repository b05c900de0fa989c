package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.ResourceId;
import java.util.List;
import java.util.Objects;

/// Which of the free parts of a resource a writer takes. Pure: the same writer with the same
/// losses chooses the same.
///
/// Who comes alone takes what they hold, else the first free part. Who lost a race does not: all
/// losers would meet again at the next part, and of many callers the last would lose as often as
/// there are callers. They spread over what is free, each after a seed of their own.
///
/// @param own  what the writer holds already
/// @param seed the writer's
/// @param lost how many races they lost by now
record SeatChoice(List<Allocation> own, long seed, int lost) {
  /// @param free parts out of `capacity`, ascending; at least one
  int of(ResourceId resource, int[] free, int capacity) {
    if (lost > 0) {
      return free[Math.floorMod(mixed(seed, lost), free.length)];
    }
    for (int part : free) {
      if (own.contains(new Allocation(resource, Share.part(part, capacity)))) {
        return part;
      }
    }
    return free[0];
  }

  /// A seed out of what tells writers apart.
  static long seedOf(Object... writer) {
    return Objects.hash(writer);
  }

  /// Neighbouring seeds and counts give unrelated numbers (the finaliser of SplitMix64).
  private static long mixed(long seed, int lost) {
    long z = seed * 0x9E3779B97F4A7C15L + lost * 0xD1B54A32D192ED03L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
