package dev.frontdesk.lab;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// Where the server has been killed, and where it is yet to be.
///
/// @param wanted how often each boundary must be hit
final class KillPlan {
  private final int wanted;
  private final Map<ChaosStep, Integer> hits = new EnumMap<>(ChaosStep.class);
  private final Map<ChaosStep, Integer> tries = new EnumMap<>(ChaosStep.class);
  private int kills;

  KillPlan(int wanted) {
    this.wanted = wanted;
  }

  /// The boundary to aim at next: the one tried least of those not yet hit often enough.
  synchronized Optional<ChaosStep> next() {
    var next =
        ChaosStep.all().stream()
            .filter(step -> hits(step) < wanted)
            .min(Comparator.comparingInt(step -> tries.getOrDefault(step, 0)));
    next.ifPresent(step -> tries.merge(step, 1, Integer::sum));
    return next;
  }

  /// Where to aim once every boundary was hit often enough.
  static ChaosStep any() {
    var all = ChaosStep.all();
    return all.get(ThreadLocalRandom.current().nextInt(all.size()));
  }

  /// Whether every boundary was hit as often as wanted.
  synchronized boolean done() {
    return ChaosStep.all().stream().allMatch(step -> hits(step) >= wanted);
  }

  /// One kill, and all the boundaries at which it found some booking.
  synchronized void killed(Set<ChaosStep> at) {
    kills++;
    at.forEach(step -> hits.merge(step, 1, Integer::sum));
  }

  synchronized int kills() {
    return kills;
  }

  private int hits(ChaosStep step) {
    return hits.getOrDefault(step, 0);
  }

  /// By the boundaries' labels, in the order of a booking's way.
  synchronized Map<String, Integer> byStep() {
    var byStep = new LinkedHashMap<String, Integer>();
    ChaosStep.all().forEach(step -> byStep.put(step.label(), hits(step)));
    return byStep;
  }
}
