package dev.frontdesk.lab;

import dev.frontdesk.lab.VendorWatch.Moment;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/// When each thing was first asked of a vendor, done and answered, by what it was about.
final class VendorTimes {
  private final Map<String, Map<Moment, Long>> byKey = new ConcurrentHashMap<>();

  /// @param about what a request is about, by its operation; empty when it is of no interest
  VendorWatch watch(BiFunction<String, VendorRequest, Optional<String>> about) {
    return (moment, operation, request) -> {
      long now = System.nanoTime();
      about.apply(operation, request).ifPresent(key -> note(key, moment, now));
    };
  }

  private void note(String key, Moment moment, long nanos) {
    byKey.compute(
        key,
        (_, moments) -> {
          var known = moments == null ? new EnumMap<Moment, Long>(Moment.class) : moments;
          known.putIfAbsent(moment, nanos);
          return known;
        });
  }

  /// By `System.nanoTime`.
  OptionalLong at(String key, Moment moment) {
    var nanos = byKey.getOrDefault(key, Map.of()).get(moment);
    return nanos == null ? OptionalLong.empty() : OptionalLong.of(nanos);
  }
}
