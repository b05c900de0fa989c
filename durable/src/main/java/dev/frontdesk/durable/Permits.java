package dev.frontdesk.durable;

import dev.frontdesk.durable.JobKind.Urgency;
import dev.frontdesk.vocabulary.OrgId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Room on this node: so many attempts in all, so many of an integration, so many of those for one
/// organisation. Safe from any thread.
///
/// The less urgent leave room for the more urgent: a record never takes the last places. Who was
/// refused is called when there may be room, in the order of asking, so that an organisation with
/// much to do does not keep others out.
final class Permits {
  private final int all;
  private final JobPolicies policies;
  private final Map<String, Integer> ofIntegration = new HashMap<>();
  private final Map<Share, Integer> ofOrganisation = new HashMap<>();
  private final LinkedHashMap<OrgId, Runnable> refused = new LinkedHashMap<>();
  private int taken;

  private record Share(OrgId org, String integration) {}

  Permits(int all, JobPolicies policies) {
    this.all = all;
    this.policies = policies;
  }

  /// @param when called once after a refusal, when it may be worth asking again
  synchronized boolean take(OrgId org, JobKind kind, Runnable when) {
    var policy = policies.of(kind.integration());
    var share = new Share(org, kind.integration());
    if (ofOrganisation.getOrDefault(share, 0) >= policy.share()) {
      return false; // its own attempts end first, and the lane sees that
    }
    if (taken >= room(kind.urgency())
        || ofIntegration.getOrDefault(kind.integration(), 0) >= policy.concurrency()) {
      refused.putIfAbsent(org, when);
      return false;
    }
    taken++;
    ofIntegration.merge(kind.integration(), 1, Integer::sum);
    ofOrganisation.merge(share, 1, Integer::sum);
    return true;
  }

  void giveBack(OrgId org, JobKind kind) {
    List<Runnable> next;
    synchronized (this) {
      taken--;
      lessOne(ofIntegration, kind.integration());
      lessOne(ofOrganisation, new Share(org, kind.integration()));
      // Two, since the first may want another integration's room.
      next = refused.keySet().stream().limit(2).toList().stream().map(refused::remove).toList();
    }
    next.forEach(Runnable::run);
  }

  synchronized int taken() {
    return taken;
  }

  /// A tenth of all places is kept for each step of urgency above.
  private int room(Urgency urgency) {
    return Math.max(1, all - all * urgency.ordinal() / 10);
  }

  private static <K> void lessOne(Map<K, Integer> counts, K key) {
    counts.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
  }
}
