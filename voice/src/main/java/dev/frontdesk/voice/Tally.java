package dev.frontdesk.voice;

import java.util.EnumMap;
import java.util.Map;

/// Counts mishaps. On the loop only.
final class Tally {
  private final long[] counts = new long[Mishap.values().length];

  void add(Mishap mishap) {
    counts[mishap.ordinal()]++;
  }

  long count(Mishap mishap) {
    return counts[mishap.ordinal()];
  }

  /// Without zeros.
  Map<Mishap, Long> read() {
    var read = new EnumMap<Mishap, Long>(Mishap.class);
    for (var mishap : Mishap.values()) {
      if (counts[mishap.ordinal()] > 0) {
        read.put(mishap, counts[mishap.ordinal()]);
      }
    }
    return read;
  }
}
