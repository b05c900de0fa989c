package dev.frontdesk.storage;

import dev.frontdesk.durable.JobStore;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class SqlJobStore implements JobStore {
  private final Transactions transactions;

  SqlJobStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /// Turns of one organisation come one after the other on all nodes, also when a lane goes on that
  /// was thought dead: so entries of one key become jobs in their order.
  @Override
  public Turned turn(Turn turn) {
    var repeated = new boolean[1];
    return transactions.againUnnamed(handle -> {
      boolean again = repeated[0];
      repeated[0] = true;
      return new LaneTurn(handle, turn).take(again);
    });
  }

  @Override
  public List<OrgId> withEntries(Instant writtenBy) {
    return organisations("select orgs_with_entries(:at)", Optional.of(writtenBy));
  }

  @Override
  public List<OrgId> withDueJobs(Instant dueBy) {
    return organisations("select orgs_with_due_jobs(:at)", Optional.of(dueBy));
  }

  @Override
  public List<OrgId> organisations() {
    return organisations("select orgs_with_anything()", Optional.empty());
  }

  private List<OrgId> organisations(String sql, Optional<Instant> at) {
    return transactions.anonymously(handle -> {
      var query = handle.createQuery(sql);
      at.ifPresent(instant -> query.bind("at", instant));
      return query.mapTo(String.class).map(OrgId::new).list();
    });
  }

  @Override
  public int forget(OrgId org, Instant overBefore) {
    return transactions.again(org, handle -> {
      int rows =
          handle.createUpdate("""
                  with over as (
                    delete from jobs
                     where org_id = :org and state in ('done', 'cancelled') and ended_at < :before
                    returning job_id)
                  delete from job_attempts
                   where org_id = :org and job_id in (select job_id from over)""")
              .bind("org", org.value())
              .bind("before", overBefore)
              .execute();
      return rows
          + handle.createUpdate("""
                  delete from outbox
                   where org_id = :org and state = 'done' and done_at < :before""")
              .bind("org", org.value())
              .bind("before", overBefore)
              .execute();
    });
  }
}
