package dev.frontdesk.storage;

import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.TakenJob;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.TraceId;
import java.sql.ResultSet;
import java.sql.SQLException;

/// What may run: due, and the first in line of its kind and key.
final class DueRows {
  /// Of each kind in one turn.
  private static final int MOST_OF_A_KIND = 16;

  /// As many are not few any more.
  static final int A_FEW = 32;

  static final String COLUMNS =
      "j.job_id, j.kind, j.key, j.payload, j.trace_id, j.due_at, j.deadline, j.attempts,"
          + " j.uncertain, j.line_at";

  private DueRows() {}

  private static final String FIRST_IN_LINE =
      """
      not exists (
        select 1 from jobs earlier
         where earlier.org_id = :org and earlier.kind = j.kind and earlier.key = j.key
           and earlier.state in ('waiting', 'running')
           and (earlier.line_at, earlier.place) < (j.line_at, j.place)
        offset 0)""";

  /// What may run now, of the kinds in :able, when that is little: of many it would be those that
  /// are due longest, perhaps all of one kind. `offset 0` keeps the planner from joining all jobs of
  /// a kind with one another: the line of one key is short, and looked up by its index.
  static final String FEW =
      """
      select %s from jobs j
       where j.org_id = :org and j.state = 'waiting' and j.due_at <= :now
         and j.kind = any(:able) and %s
       order by j.due_at, j.place
       limit %d
       for update of j skip locked"""
          .formatted(COLUMNS, FIRST_IN_LINE, A_FEW);

  /// As `FEW`, some of each kind, so that no kind waits for another.
  static final String OF_EACH_KIND =
      """
      select due.* from unnest(:able) k (kind) cross join lateral (
        select %s from jobs j
         where j.org_id = :org and j.kind = k.kind and j.state = 'waiting'
           and j.due_at <= :now and %s
         order by j.due_at, j.place
         limit %d
         for update of j skip locked) due"""
          .formatted(COLUMNS, FIRST_IN_LINE, MOST_OF_A_KIND);

  /// When the next of those that wait for their time falls due.
  static final String NEXT =
      """
      select due_at from jobs
       where org_id = :org and state = 'waiting' and due_at > :now and kind = any(:able)
       order by due_at
       limit 1""";

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
