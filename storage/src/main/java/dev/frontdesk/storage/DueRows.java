package dev.frontdesk.storage;

import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.JobStore.Turn;
import dev.frontdesk.durable.TakenJob;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.TraceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What may run: due, and the first in line of its kind and key.
final class DueRows {
  /// Of each kind in one turn.
  private static final int MOST_OF_A_KIND = 16;

  static final String COLUMNS =
      "j.job_id, j.kind, j.key, j.payload, j.trace_id, j.due_at, j.deadline, j.attempts,"
          + " j.uncertain, j.line_at";

  private DueRows() {}

  static List<TakenJob> due(Handle handle, Turn turn) {
    return handle.createQuery("""
            select due.* from unnest(:kinds) k (kind) cross join lateral (
              select %s from jobs j
               where j.org_id = :org and j.kind = k.kind and j.state = 'waiting'
                 and j.due_at <= :now
                 and not exists (
                   select 1 from jobs earlier
                    where earlier.org_id = :org and earlier.kind = j.kind and earlier.key = j.key
                      and earlier.state in ('waiting', 'running')
                      and (earlier.line_at, earlier.place) < (j.line_at, j.place))
               order by j.due_at, j.place
               limit :most
               for update of j skip locked) due""".formatted(COLUMNS))
        .bind("org", turn.org().value())
        .bind("now", turn.now())
        .bind("most", MOST_OF_A_KIND)
        .bindArray("kinds", String.class, turn.kinds())
        .map((row, _) -> job(turn.org(), turn.claim(), row))
        .list();
  }

  /// When the next of those that wait for their time falls due.
  static Optional<Instant> next(Handle handle, Turn turn) {
    return handle.createQuery("""
            select due.due_at from unnest(:kinds) k (kind) cross join lateral (
              select j.due_at from jobs j
               where j.org_id = :org and j.kind = k.kind and j.state = 'waiting'
                 and j.due_at > :now
               order by j.due_at
               limit 1) due
             order by due.due_at
             limit 1""")
        .bind("org", turn.org().value())
        .bind("now", turn.now())
        .bindArray("kinds", String.class, turn.kinds())
        .map((row, _) -> Columns.instant(row, "due_at"))
        .findOne();
  }

  static TakenJob job(OrgId org, String claim, ResultSet row) throws SQLException {
    var job =
        new Job(
            row.getString("job_id"),
            org,
            row.getString("kind"),
            row.getString("key"),
            row.getString("payload"),
            new TraceId(row.getString("trace_id")),
            Columns.instant(row, "due_at"),
            Columns.maybeInstant(row, "deadline"));
    return new TakenJob(
        job, claim, row.getInt("attempts"), row.getBoolean("uncertain"),
        Columns.instant(row, "line_at"));
  }
}
