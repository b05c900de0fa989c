package dev.frontdesk.storage;

import dev.frontdesk.durable.AfterAttempt;
import dev.frontdesk.durable.JobMoves;
import dev.frontdesk.durable.JobStore.Turn;
import dev.frontdesk.durable.Outcome;
import java.time.Instant;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// How attempts ended.
final class OutcomeRows {
  private OutcomeRows() {}

  /// Only what is still running under the claim it was taken with: done twice, or too late, it
  /// changes nothing.
  static final String NOTE =
      """
      with ended as (
        select * from unnest(
            :ids, :claims, :states, :dues::timestamptz[], :attempts, :uncertains::boolean[],
            :numbers, :starts::timestamptz[], :ends::timestamptz[], :results, :details,
            :begun::boolean[])
          as o (id, claim, state, due, attempts, uncertain, number, started, at, result,
                detail, begun)),
      moved as (
        update jobs j
           set state = o.state, due_at = coalesce(o.due, j.due_at), attempts = o.attempts,
               uncertain = o.uncertain, claim = null, detail = o.detail,
               ended_at = case when o.state <> 'waiting' then o.at end,
               failure = case when o.state = 'dead' then o.result end
          from ended o
         where j.org_id = :org and j.job_id = o.id and j.state = 'running'
           and j.claim = o.claim
        returning j.job_id, j.attempts)
      insert into job_attempts
        (org_id, job_id, number, uncertain, started_at, ended_at, result, detail)
      select :org, o.id, o.number, o.uncertain, o.started, o.at, o.result, o.detail
        from ended o join moved m on m.job_id = o.id
       where o.begun or o.state = 'dead'""";

  /// Binds what `NOTE` takes but :org.
  static void bind(Update note, Turn turn) {
    note
        .bindArray("ids", String.class, texts(turn, one -> one.job().job().id()))
        .bindArray("claims", String.class, texts(turn, one -> one.job().claim()))
        .bindArray(
            "states", String.class, texts(turn, one -> JobMoves.after(one.after()).wire()))
        .bindArray("dues", String.class, texts(turn, OutcomeRows::due))
        .bindArray("attempts", Integer.class, numbers(turn, Outcome::attemptsSoFar))
        .bindArray(
            "uncertains", String.class, texts(turn, one -> Boolean.toString(one.uncertain())))
        .bindArray("numbers", Integer.class, numbers(turn, Outcome::number))
        .bindArray("starts", String.class, texts(turn, one -> JobRows.text(one.startedAt())))
        .bindArray("ends", String.class, texts(turn, one -> JobRows.text(one.endedAt())))
        .bindArray("results", String.class, texts(turn, Outcome::result))
        .bindArray("details", String.class, texts(turn, one -> one.after().detail()))
        .bindArray("begun", String.class, texts(turn, one -> Boolean.toString(one.begun())));
  }

  private static @Nullable String due(Outcome outcome) {
    return outcome.after() instanceof AfterAttempt.Again(Instant at, _, _, _, _)
        ? JobRows.text(at)
        : null;
  }

  private static Object[] texts(Turn turn, Function<Outcome, @Nullable String> column) {
    return turn.outcomes().stream().map(column).toArray();
  }

  private static Object[] numbers(Turn turn, Function<Outcome, Integer> column) {
    return turn.outcomes().stream().map(column).toArray();
  }
}
