package dev.frontdesk.telephony;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

/// A plain limit of calls at once for each organisation, counted on this node. The same call is
/// counted once, however often it is admitted or released. Safe from any thread.
public final class OrganisationLimit implements Admission {
  private final ToIntFunction<OrgId> limits;
  private final Map<OrgId, Set<CallId>> live = new ConcurrentHashMap<>();

  public OrganisationLimit(ToIntFunction<OrgId> limits) {
    this.limits = limits;
  }

  @Override
  public Verdict admit(OrgId org, CallId call) {
    int limit = limits.applyAsInt(org);
    var verdict = new Verdict[1];
    live.compute(
        org,
        (_, before) -> {
          var calls = before == null ? new HashSet<CallId>() : before;
          if (calls.contains(call) || calls.size() < limit) {
            calls.add(call);
            verdict[0] = new Verdict.Admitted(limit, Math.max(0, limit - calls.size()));
          } else {
            verdict[0] = new Verdict.Full(limit);
          }
          return calls;
        });
    return verdict[0];
  }

  @Override
  public void release(OrgId org, CallId call) {
    live.computeIfPresent(
        org,
        (_, calls) -> {
          calls.remove(call);
          return calls.isEmpty() ? null : calls;
        });
  }
}
