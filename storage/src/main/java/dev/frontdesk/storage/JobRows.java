package dev.frontdesk.storage;

import dev.frontdesk.durable.FailureClass;
import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.JobStore.Planned;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// New jobs, and how many there are.
final class JobRows {
  static final String INSERT =
      """
      insert into jobs
        (org_id, job_id, kind, key, payload, trace_id, state, line_at, due_at, deadline,
         planned_at, attempts, uncertain, ended_at, failure, detail)
      select :org, id, kind, key, payload::jsonb, trace,
             case when failure is null then 'waiting' else 'dead' end,
             greatest(due::timestamptz, :now::timestamptz), due::timestamptz,
             deadline::timestamptz, :now, 0, false,
             case when failure is not null then :now::timestamptz end,
             case when failure is not null then :bug end, failure
        from unnest(:ids, :kinds, :keys, :payloads, :traces, :dues, :deadlines, :failures)
          with ordinality
          as planned (id, kind, key, payload, trace, due, deadline, failure, place)
       order by place
      on conflict (org_id, job_id) do nothing""";

  private JobRows() {}

  /// In this order. A job planned before stays as it is.
  ///
  /// @return how many are new
  static int insert(Handle handle, OrgId org, List<Planned> planned, Instant now) {
    if (planned.isEmpty()) {
      return 0;
    }
    var insert = handle.createUpdate(INSERT).bind("org", org.value()).bind("now", now);
    bind(insert, planned);
    return insert.execute();
  }

  /// Binds what `INSERT` takes but :org and :now.
  static void bind(Update insert, List<Planned> planned) {
    insert
        .bind("bug", FailureClass.BUG.wire())
        .bindArray("ids", String.class, texts(planned, Job::id))
        .bindArray("kinds", String.class, texts(planned, Job::kind))
        .bindArray("keys", String.class, texts(planned, Job::key))
        .bindArray("payloads", String.class, texts(planned, Job::payload))
        .bindArray("traces", String.class, texts(planned, job -> job.trace().value()))
        .bindArray("dues", String.class, texts(planned, job -> text(job.dueAt())))
        .bindArray("deadlines", String.class, texts(planned, JobRows::deadline))
        .bindArray(
            "failures",
            String.class,
            planned.stream().map(one -> one.failure().orElse(null)).toArray());
  }

  private static @Nullable String deadline(Job job) {
    return job.deadline().map(JobRows::text).orElse(null);
  }

  /// Cut off, where the database would round up.
  static String text(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS).toString();
  }

  private static Object[] texts(
      List<Planned> planned, Function<Job, @Nullable String> column) {
    return planned.stream().map(Planned::job).map(column).toArray();
  }

  /// Due jobs that wait, counted up to `depth`.
  static int waiting(Handle handle, OrgId org, int depth, Instant now) {
    return handle.createQuery("""
            select count(*) from (
              select 1 from jobs
               where org_id = :org and state = 'waiting' and due_at <= :now
               limit :depth) some_of_them""")
        .bind("org", org.value())
        .bind("now", now)
        .bind("depth", depth)
        .mapTo(Integer.class)
        .one();
  }
}
