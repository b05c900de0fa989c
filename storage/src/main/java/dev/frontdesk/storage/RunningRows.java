package dev.frontdesk.storage;

import dev.frontdesk.durable.JobStore.Turn;
import dev.frontdesk.durable.TakenJob;
import dev.frontdesk.vocabulary.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What is running, and under whose claim.
final class RunningRows {
  private RunningRows() {}

  /// Taken by this very turn.
  static final String OWN =
      "select " + DueRows.COLUMNS + """
      , j.claim from jobs j
       where j.org_id = :org and j.state = 'running' and j.claim = :claim""";

  /// Taken by lanes before this one: of one organisation there is one lane at a time, so those are
  /// no more.
  static final String OF_OTHERS =
      "select " + DueRows.COLUMNS + """
      , j.claim from jobs j
       where j.org_id = :org and j.state = 'running' and j.claim <> :claim""";

  private static final String MARK_AND_COMMIT =
      """
      update jobs set state = 'running', claim = :claim, claimed_at = :now
       where org_id = :org and job_id = any(:ids);
      commit""";

  static TakenJob job(OrgId org, ResultSet row) throws SQLException {
    return DueRows.job(org, row.getString("claim"), row);
  }

  /// The transaction's last act.
  static void markAndCommit(Handle handle, Turn turn, List<TakenJob> jobs) {
    handle.createUpdate(MARK_AND_COMMIT)
        .bind("org", turn.org().value())
        .bind("claim", turn.claim())
        .bind("now", turn.now())
        .bindArray("ids", String.class, jobs.stream().map(taken -> taken.job().id()).toList())
        .execute();
  }
}
