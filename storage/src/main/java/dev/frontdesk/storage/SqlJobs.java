package dev.frontdesk.storage;

import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.JobStore.Planned;
import dev.frontdesk.durable.Jobs;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

final class SqlJobs implements Jobs {
  private final Transactions transactions;
  private final int depth;
  private final Clock clock;

  SqlJobs(Transactions transactions, int depth, Clock clock) {
    this.transactions = transactions;
    this.depth = depth;
    this.clock = clock;
  }

  /// Jobs of several organisations take a transaction each.
  @Override
  public void plan(List<Job> jobs) {
    var now = clock.instant();
    jobs.stream()
        .collect(Collectors.groupingBy(Job::org))
        .forEach((org, theirs) ->
            transactions.again(org, handle -> planned(handle, org, theirs, now)));
  }

  private int planned(Handle handle, OrgId org, List<Job> jobs, Instant now) {
    int waiting = JobRows.waiting(handle, org, depth, now);
    if (waiting >= depth) {
      throw new TooMuchWaiting(org, waiting);
    }
    return plan(handle, org, jobs, now);
  }

  /// In the transaction of the change that the jobs follow from, without asking how many wait.
  static int plan(Handle handle, OrgId org, List<Job> jobs, Instant now) {
    var planned = jobs.stream().map(job -> new Planned(job, Optional.empty())).toList();
    int added = JobRows.insert(handle, org, planned, now);
    jobs.stream()
        .map(Job::dueAt)
        .min(Instant::compareTo)
        .ifPresent(due -> WorkSignals.after(handle, org, due));
    return added;
  }

  @Override
  public int stop(OrgId org, String kind, String key) {
    var now = clock.instant();
    return transactions.again(org, handle ->
        handle.createUpdate("""
                update jobs
                   set state = 'cancelled', ended_at = :now, detail = 'no longer wanted'
                 where org_id = :org and kind = :kind and key = :key and state = 'waiting'""")
            .bind("org", org.value())
            .bind("kind", kind)
            .bind("key", key)
            .bind("now", now)
            .execute());
  }
}
