package dev.frontdesk.storage;

import dev.frontdesk.durable.AuditEntry;
import dev.frontdesk.durable.DeadLetters;
import dev.frontdesk.durable.FailureClass;
import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.JobState;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.TraceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

final class SqlDeadLetters implements DeadLetters {
  private static final String COLUMNS =
      "job_id, kind, key, payload, trace_id, state, due_at, deadline, planned_at, attempts,"
          + " uncertain, ended_at, failure, detail";

  private static final String WANTED =
      """
      org_id = :org and state = :state
        and (:kind::text is null or kind = :kind)
        and (:key::text is null or key = :key)
        and (:failure::text is null or failure = :failure)
        and (:before::timestamptz is null or ended_at <= :before)""";

  private final Transactions transactions;

  SqlDeadLetters(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<JobRecord> list(OrgId org, Filter filter, int limit) {
    return transactions.again(org, handle ->
        wanted(
                handle.createQuery(
                    "select " + COLUMNS + " from jobs where " + WANTED
                        + " order by ended_at desc, place desc limit :limit"),
                org,
                filter)
            .bind("limit", limit)
            .map((row, _) -> job(org, row))
            .list());
  }

  @Override
  public Optional<JobRecord> find(OrgId org, String jobId) {
    return transactions.again(org, handle ->
        handle.createQuery(
                "select " + COLUMNS + " from jobs where org_id = :org and job_id = :id")
            .bind("org", org.value())
            .bind("id", jobId)
            .map((row, _) -> job(org, row))
            .findOne());
  }

  @Override
  public List<AttemptRecord> attempts(OrgId org, String jobId) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select number, uncertain, started_at, ended_at, result, detail from job_attempts
                 where org_id = :org and job_id = :id
                 order by entry_no""")
            .bind("org", org.value())
            .bind("id", jobId)
            .map((row, _) ->
                new AttemptRecord(
                    row.getInt("number"),
                    row.getBoolean("uncertain"),
                    Columns.instant(row, "started_at"),
                    Columns.instant(row, "ended_at"),
                    row.getString("result"),
                    row.getString("detail")))
            .list());
  }

  @Override
  public Count count(OrgId org) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select count(*) as dead, min(ended_at) as oldest from jobs
                 where org_id = :org and state = 'dead'""")
            .bind("org", org.value())
            .map((row, _) -> new Count(row.getInt("dead"), Columns.maybeInstant(row, "oldest")))
            .one());
  }

  @Override
  public boolean retry(OrgId org, String jobId, Edit edit, By by) {
    return transactions.again(org, handle -> {
      int revived =
          handle.createUpdate("""
                  update jobs
                     set state = 'waiting', due_at = :now, line_at = :now, attempts = 0,
                         ended_at = null, failure = null,
                         payload = coalesce(:payload::jsonb, payload),
                         deadline = coalesce(:deadline::timestamptz, deadline)
                   where org_id = :org and job_id = :id and state = 'dead'""")
              .bind("org", org.value())
              .bind("id", jobId)
              .bind("now", by.at())
              .bind("payload", edit.payload().orElse(null))
              .bindByType("deadline", edit.deadline().orElse(null), Instant.class)
              .execute();
      if (revived == 0) {
        return false;
      }
      WorkSignals.after(handle, org, by.at());
      var deadline = edit.deadline().map(Instant::toString).orElse("");
      var change = edit.payload().orElse("") + "\n" + deadline;
      audit(handle, org, by, edit.equals(Edit.NONE) ? "job.retried" : "job.edited", jobId, change);
      return true;
    });
  }

  @Override
  public int retryAll(OrgId org, Filter filter, int limit, double perSecond, By by) {
    var step = Duration.ofNanos(Math.round(1e9 / perSecond));
    return transactions.again(org, handle -> {
      var ids =
          wanted(
                  handle.createQuery(
                      "select job_id from jobs where " + WANTED
                          + " order by ended_at, place limit :limit for update skip locked"),
                  org,
                  filter)
              .bind("limit", limit)
              .mapTo(String.class)
              .list();
      if (ids.isEmpty()) {
        return 0;
      }
      handle.createUpdate("""
              update jobs j
                 set state = 'waiting', due_at = :now::timestamptz + (r.n - 1) * :step::interval,
                     line_at = :now::timestamptz + (r.n - 1) * :step::interval, attempts = 0,
                     ended_at = null, failure = null
                from unnest(:ids) with ordinality r (id, n)
               where j.org_id = :org and j.job_id = r.id and j.state = 'dead'""")
          .bind("org", org.value())
          .bind("now", by.at())
          .bind("step", step.toString())
          .bindArray("ids", String.class, ids)
          .execute();
      WorkSignals.after(handle, org, by.at());
      audit(handle, org, by, "jobs.retried", ids.size() + "-dead-letters", String.join("\n", ids));
      return ids.size();
    });
  }

  @Override
  public boolean cancel(OrgId org, String jobId, String reason, By by) {
    return transactions.again(org, handle -> {
      int stopped =
          handle.createUpdate("""
                  update jobs set state = 'cancelled', ended_at = :now, detail = :reason
                   where org_id = :org and job_id = :id and state in ('dead', 'waiting')""")
              .bind("org", org.value())
              .bind("id", jobId)
              .bind("now", by.at())
              .bind("reason", reason)
              .execute();
      if (stopped == 1) {
        audit(handle, org, by, "job.cancelled", jobId, reason);
      }
      return stopped == 1;
    });
  }

  private static void audit(
      Handle handle, OrgId org, By by, String action, String what, String change) {
    SqlAuditLog.append(
        handle, AuditEntry.of(org, by.actor(), action, "job:" + what, change, by.at()));
  }

  private static <S extends SqlStatement<S>> S wanted(S statement, OrgId org, Filter filter) {
    return statement
        .bind("org", org.value())
        .bind("state", filter.state().wire())
        .bind("kind", filter.kind().orElse(null))
        .bind("key", filter.key().orElse(null))
        .bind("failure", filter.failure().map(FailureClass::wire).orElse(null))
        .bindByType("before", filter.endedBefore().orElse(null), Instant.class);
  }

  private static JobRecord job(OrgId org, ResultSet row) throws SQLException {
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
    return new JobRecord(
        job,
        JobState.read(row.getString("state")),
        row.getInt("attempts"),
        row.getBoolean("uncertain"),
        Columns.instant(row, "planned_at"),
        Columns.maybeInstant(row, "ended_at"),
        Columns.maybeText(row, "failure").map(FailureClass::read),
        Columns.maybeText(row, "detail"));
  }
}
