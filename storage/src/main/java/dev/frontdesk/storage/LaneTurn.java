package dev.frontdesk.storage;

import dev.frontdesk.durable.JobStore.Planned;
import dev.frontdesk.durable.JobStore.Turn;
import dev.frontdesk.durable.JobStore.Turned;
import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.durable.TakenJob;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// One turn of a lane within a transaction, in as few messages as it takes: what ended is noted
/// and what waits is read in one; what is relayed and what may run then, in one; what is taken goes
/// with the commit. Most turns are two messages long.
final class LaneTurn {
  /// One turn's entries; a lane with more takes another turn at once.
  private static final int MOST_ENTRIES = 200;

  /// What a crash of the database would take with it is done again: jobs bear being done twice, and
  /// where one must look before it acts, it has written down and waited for that it acts.
  private static final String ASYNC = "select set_config('synchronous_commit', 'off', true)";

  private final Handle handle;
  private final Turn turn;

  /// What a lane finds.
  ///
  /// @param own  taken by this very turn, when the answer to its commit was lost
  /// @param lost running under a claim of a lane that is no more
  private record Found(
      List<TakenJob> own,
      List<TakenJob> lost,
      List<OutboxEntry> entries,
      Ready ready) {}

  /// @param next when the next falls due; asked for in an idle turn only
  private record Ready(List<TakenJob> due, Optional<Instant> next) {}

  LaneTurn(Handle handle, Turn turn) {
    this.handle = handle;
    this.turn = turn;
  }

  /// @param repeated whether this very turn may have been taken before
  Turned take(boolean repeated) {
    var found = look(repeated);
    if (!found.lost.isEmpty()) {
      return new Turned(found.own, found.lost, false, Optional.empty());
    }
    int relayed = full(found) ? 0 : found.entries.size();
    var ready = relayed == 0 ? found.ready : relay(found.entries);
    var due = ready.due.size() < DueRows.A_FEW ? ready.due : ofEachKind();
    var admitted = due.isEmpty() ? due : turn.admission().admit(due);
    if (!admitted.isEmpty()) {
      RunningRows.markAndCommit(handle, turn, admitted);
    }
    var taken = new ArrayList<>(found.own);
    taken.addAll(admitted);
    boolean more = relayed == MOST_ENTRIES;
    var next = taken.isEmpty() && !more ? ready.next : Optional.<Instant>empty();
    return new Turned(taken, List.of(), more, next);
  }

  /// Whether as many due jobs wait as may; counted only when that can be.
  private boolean full(Found found) {
    return !found.entries.isEmpty()
        && found.ready.due.size() >= Math.min(turn.depth(), DueRows.A_FEW)
        && JobRows.waiting(handle, turn.org(), turn.depth(), turn.now()) >= turn.depth();
  }

  private Found look(boolean repeated) {
    var statements = new ArrayList<String>();
    statements.add(ASYNC);
    if (!turn.outcomes().isEmpty()) {
      statements.add(OutcomeRows.NOTE);
    }
    if (repeated) {
      statements.add(RunningRows.OWN);
    }
    if (turn.first()) {
      statements.add(RunningRows.OF_OTHERS);
    }
    statements.add(RelayRows.WAITING);
    addReady(statements);
    return Transactions.together(
        handle,
        turn.org(),
        Locks.of(turn.org(), "lane"),
        String.join(";\n", statements),
        look -> {
          look.bind("now", turn.now())
              .bind("most", MOST_ENTRIES)
              .bindArray("able", String.class, turn.kinds());
          if (!turn.outcomes().isEmpty()) {
            OutcomeRows.bind(look, turn);
          }
          if (repeated || turn.first()) {
            look.bind("claim", turn.claim());
          }
        },
        answers -> found(answers, repeated));
  }

  private Found found(Answers answers, boolean repeated) throws SQLException {
    var org = turn.org();
    answers.rows(row -> row.getString(1));
    if (!turn.outcomes().isEmpty()) {
      answers.count();
    }
    return new Found(
        repeated ? answers.rows(row -> RunningRows.job(org, row)) : List.of(),
        turn.first() ? answers.rows(row -> RunningRows.job(org, row)) : List.of(),
        answers.rows(row -> SqlOutbox.entry(org, row)),
        ready(answers));
  }

  private Ready relay(List<OutboxEntry> entries) {
    List<Planned> planned =
        entries.stream().flatMap(entry -> turn.following().of(entry).stream()).toList();
    var statements = new ArrayList<String>();
    statements.add(RelayRows.DONE);
    if (!planned.isEmpty()) {
      statements.add(JobRows.INSERT);
    }
    addReady(statements);
    var relay =
        handle.createUpdate(String.join(";\n", statements))
            .bind("org", turn.org().value())
            .bind("now", turn.now())
            .bindArray("able", String.class, turn.kinds());
    RelayRows.bind(relay, entries);
    if (!planned.isEmpty()) {
      JobRows.bind(relay, planned);
    }
    return Transactions.read(
        relay,
        answers -> {
          if (!planned.isEmpty()) {
            answers.count();
          }
          return ready(answers);
        });
  }

  private List<TakenJob> ofEachKind() {
    return handle.createQuery(DueRows.OF_EACH_KIND)
        .bind("org", turn.org().value())
        .bind("now", turn.now())
        .bindArray("able", String.class, turn.kinds())
        .map((row, _) -> DueRows.job(turn.org(), turn.claim(), row))
        .list();
  }

  private void addReady(List<String> statements) {
    statements.add(DueRows.FEW);
    if (turn.idle()) {
      statements.add(DueRows.NEXT);
    }
  }

  private Ready ready(Answers answers) throws SQLException {
    return new Ready(
        answers.rows(row -> DueRows.job(turn.org(), turn.claim(), row)),
        turn.idle()
            ? answers.rows(row -> Columns.instant(row, "due_at")).stream().findFirst()
            : Optional.empty());
  }
}
