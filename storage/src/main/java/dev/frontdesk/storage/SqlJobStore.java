package dev.frontdesk.storage;

import dev.frontdesk.durable.JobStore;
import dev.frontdesk.durable.TakenJob;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

final class SqlJobStore implements JobStore {
  /// One turn's entries; a lane with more takes another turn at once.
  private static final int MOST_ENTRIES = 200;

  private final Transactions transactions;

  SqlJobStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /// Turns of one organisation come one after the other on all nodes, also when a lane goes on that
  /// was thought dead: so entries of one key become jobs in their order.
  @Override
  public Turned turn(Turn turn) {
    var repeated = new boolean[1];
    var locks = Locks.of(turn.org(), "lane");
    return transactions.againUnder(turn.org(), locks, handle -> {
      var taken = new ArrayList<TakenJob>();
      if (repeated[0]) {
        // The answer to a commit was lost: what this very turn has taken then is running.
        taken.addAll(RunningRows.of(handle, turn));
      }
      repeated[0] = true;
      OutcomeRows.note(handle, turn);
      var lost = turn.first() ? RunningRows.ofOthers(handle, turn) : List.<TakenJob>of();
      var relayed = relay(handle, turn);
      if (lost.isEmpty()) {
        taken.addAll(take(handle, turn));
      }
      var nextDue =
          turn.idle() && taken.isEmpty() && relayed < MOST_ENTRIES
              ? DueRows.next(handle, turn)
              : Optional.<Instant>empty();
      return new Turned(taken, lost, relayed == MOST_ENTRIES, nextDue);
    });
  }

  private static int relay(Handle handle, Turn turn) {
    var entries = RelayRows.waiting(handle, turn.org(), MOST_ENTRIES);
    if (entries.isEmpty() || JobRows.fullOf(handle, turn.org(), turn.depth(), turn.now())) {
      return 0;
    }
    var planned =
        entries.stream().flatMap(entry -> turn.following().of(entry).stream()).toList();
    RelayRows.done(handle, turn.org(), entries, turn.now());
    JobRows.insert(handle, turn.org(), planned, turn.now());
    return entries.size();
  }

  private static List<TakenJob> take(Handle handle, Turn turn) {
    var due = DueRows.due(handle, turn);
    var admitted = due.isEmpty() ? due : turn.admission().admit(due);
    RunningRows.mark(handle, turn, admitted);
    return admitted;
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
