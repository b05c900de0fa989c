package dev.frontdesk.storage;

import dev.frontdesk.durable.JobStore.Turn;
import dev.frontdesk.durable.TakenJob;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What is running, and under whose claim.
final class RunningRows {
  private RunningRows() {}

  static void mark(Handle handle, Turn turn, List<TakenJob> jobs) {
    if (jobs.isEmpty()) {
      return;
    }
    handle.createUpdate("""
            update jobs set state = 'running', claim = :claim, claimed_at = :now
             where org_id = :org and job_id = any(:ids)""")
        .bind("org", turn.org().value())
        .bind("claim", turn.claim())
        .bind("now", turn.now())
        .bindArray("ids", String.class, jobs.stream().map(taken -> taken.job().id()).toList())
        .execute();
  }

  /// Taken by this very turn.
  static List<TakenJob> of(Handle handle, Turn turn) {
    return handle.createQuery("""
            select %s from jobs j
             where j.org_id = :org and j.state = 'running' and j.claim = :claim"""
                .formatted(DueRows.COLUMNS))
        .bind("org", turn.org().value())
        .bind("claim", turn.claim())
        .map((row, _) -> DueRows.job(turn.org(), turn.claim(), row))
        .list();
  }

  /// Taken by lanes before this one: of one organisation there is one lane at a time, so those are
  /// no more.
  static List<TakenJob> ofOthers(Handle handle, Turn turn) {
    return handle.createQuery("""
            select %s, j.claim from jobs j
             where j.org_id = :org and j.state = 'running' and j.claim <> :claim"""
                .formatted(DueRows.COLUMNS))
        .bind("org", turn.org().value())
        .bind("claim", turn.claim())
        .map((row, _) -> DueRows.job(turn.org(), row.getString("claim"), row))
        .list();
  }
}
