package dev.frontdesk.storage;

import dev.frontdesk.booking.Quota;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Counts what no constraint sees. Sound only under the quotas' `Locks`, and after the new rows
/// have been written.
final class QuotaCount {
  private QuotaCount() {}

  static boolean allKept(Handle handle, OrgId org, List<Quota> quotas, Instant now) {
    return quotas.stream().allMatch(quota -> count(handle, org, quota, now) <= quota.most());
  }

  private static long count(Handle handle, OrgId org, Quota quota, Instant now) {
    var query =
        switch (quota) {
          case Quota.OfResource(var resource, _, _) ->
              handle.createQuery("""
                      select count(distinct owner_id) from allocations
                       where org_id = :org and resource_id = :id and blocked_until > :from
                         and starts_at >= :from and starts_at < :to
                         and (expires_at is null or expires_at > :now)""")
                  .bind("id", resource.value());
          case Quota.OfService(var service, _, _) ->
              handle.createQuery("""
                      select count(distinct owner_id) from allocations
                       where org_id = :org and service_id = :id
                         and starts_at >= :from and starts_at < :to
                         and (expires_at is null or expires_at > :now)""")
                  .bind("id", service.value());
        };
    return query
        .bind("org", org.value())
        .bind("from", quota.within().start())
        .bind("to", quota.within().end())
        .bind("now", now)
        .mapTo(Long.class)
        .one();
  }
}
