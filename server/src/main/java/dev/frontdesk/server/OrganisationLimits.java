package dev.frontdesk.server;

import dev.frontdesk.vocabulary.OrgId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many calls each organisation may have at once; may change while the server runs.
public final class OrganisationLimits {
  private final Map<OrgId, Integer> limits;

  OrganisationLimits(Map<OrgId, Integer> configured) {
    this.limits = new ConcurrentHashMap<>(configured);
  }

  public void set(OrgId org, int concurrentCalls) {
    limits.put(org, concurrentCalls);
  }

  int of(OrgId org) {
    return limits.getOrDefault(org, OrganisationSettings.CONCURRENT_CALLS);
  }
}
