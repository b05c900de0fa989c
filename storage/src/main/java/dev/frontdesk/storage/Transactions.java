package dev.frontdesk.storage;

import dev.frontdesk.booking.WriteOutcome;
import dev.frontdesk.durable.Background;
import dev.frontdesk.durable.WorkSignal;
import dev.frontdesk.vocabulary.OrgId;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.Update;

/// Runs work in one transaction each, in the name of one organisation, and runs it again where it
/// is certain that nothing was applied.
final class Transactions {
  private static final int ATTEMPTS = 12;
  private static final long FIRST_PAUSE_MS = 5;
  private static final long LONGEST_PAUSE_MS = 1_000;

  private final Jdbi jdbi;
  private final Semaphore forBackground;
  private final Semaphore forOthers;

  /// Neither of the two has to wait for the other, however much of it there is.
  ///
  /// @param forBackground connections for work that nobody waits for
  /// @param forOthers     connections for those who wait
  Transactions(DataSource pool, int forBackground, int forOthers) {
    this.forBackground = new Semaphore(forBackground, true);
    this.forOthers = new Semaphore(forOthers, true);
    jdbi = Jdbi.create(pool);
    jdbi.registerArgument(new JavaTimeArguments());
    jdbi.registerArrayType(String.class, "text");
    jdbi.registerArrayType(Integer.class, "int4");
    jdbi.registerArrayType(Long.class, "int8");
    // What a statement holds never reaches an exception's message, nor through it a log.
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(StatementExceptions.MessageRendering.NONE);
    jdbi.getConfig(WorkSignals.class); // now, so that all handles share it
  }

  /// From now on who is told after commits that left work behind.
  void tell(WorkSignal signal) {
    jdbi.getConfig(WorkSignals.class).tell(signal);
  }

  @FunctionalInterface
  interface Work<T> {
    T in(Handle handle);
  }

  /// Work that must not happen twice: when the connection is lost during the commit, nobody knows,
  /// and that is thrown.
  <T> T once(OrgId org, Work<T> work) {
    return run(new Scope(Optional.of(org), Locks.NONE, false), work, _ -> true);
  }

  /// Work that leaves the same behind when done twice (it has a key, or only reads): repeated also
  /// when the commit's answer was lost.
  <T> T again(OrgId org, Work<T> work) {
    return run(new Scope(Optional.of(org), Locks.NONE, true), work, _ -> true);
  }

  /// As `again`, while nobody else holds these locks.
  <T> T againUnder(OrgId org, Locks locks, Work<T> work) {
    return run(new Scope(Optional.of(org), locks, true), work, _ -> true);
  }

  /// Statements in a row as one transaction in one message: naming the organisation, the
  /// statements and the commit cost one round trip, or a few where the driver fears that answers
  /// of unknown size fill its buffer. Must leave the same behind when done twice.
  ///
  /// @param statements separated by `;`
  <T> T atOnce(
      OrgId org, String statements, Consumer<? super Update> bind, Answers.Reading<T> reading) {
    return inOneMessage(true, org, statements, bind, reading);
  }

  /// As `atOnce`, for what must not happen twice.
  <T> T onceAtOnce(
      OrgId org, String statements, Consumer<? super Update> bind, Answers.Reading<T> reading) {
    return inOneMessage(false, org, statements, bind, reading);
  }

  private <T> T inOneMessage(
      boolean repeatable,
      OrgId org,
      String statements,
      Consumer<? super Update> bind,
      Answers.Reading<T> reading) {
    return run(
        new Scope(Optional.empty(), Locks.NONE, repeatable),
        commit ->
            attempt(
                new Scope(Optional.empty(), Locks.NONE, repeatable),
                handle -> {
                  commit.sent = true;
                  return together(
                      handle, org, Locks.NONE, statements + ";\ncommit", bind, reading);
                },
                _ -> true,
                commit));
  }

  /// As `again`, for work that names the organisation itself, by `together`.
  <T> T againUnnamed(Work<T> work) {
    return run(new Scope(Optional.empty(), Locks.NONE, true), work, _ -> true);
  }

  /// As `decide`, for work that names the organisation itself, by `together`.
  <T> WriteOutcome<T> decideUnnamed(Work<WriteOutcome<T>> work) {
    return run(
        new Scope(Optional.empty(), Locks.NONE, true),
        work,
        outcome -> outcome instanceof WriteOutcome.Committed);
  }

  /// Takes the locks, names the organisation for the transaction, and runs the statements, all in
  /// one message.
  static <T> T together(
      Handle handle,
      OrgId org,
      Locks locks,
      String statements,
      Consumer<? super Update> bind,
      Answers.Reading<T> reading) {
    var naming =
        locks.keys().isEmpty()
            ? "select set_config('app.org', :org, true);\n"
            : """
              select set_config('app.org', :org, true), pg_advisory_xact_lock(k)
                from unnest(:locks) k;
              """;
    var update = handle.createUpdate(naming + statements).bind("org", org.value());
    if (!locks.keys().isEmpty()) {
      update.bindArray("locks", Long.class, locks.keys());
    }
    bind.accept(update);
    return read(update, reading);
  }

  /// Runs statements that are already bound, and reads what all but the first answer.
  static <T> T read(Update statements, Answers.Reading<T> reading) {
    return statements.execute(
        (executed, context) -> {
          try (context) {
            return reading.of(new Answers(executed.get()));
          }
        });
  }

  /// Reading before the organisation is known: row-level security shows no row, only what
  /// functions of the owner tell.
  <T> T anonymously(Work<T> work) {
    return run(new Scope(Optional.empty(), Locks.NONE, true), work, _ -> true);
  }

  /// A write that answers by its outcome: committed only when that says so. It must find its own
  /// traces when done twice.
  <T> WriteOutcome<T> decide(OrgId org, Locks locks, Work<WriteOutcome<T>> work) {
    return run(
        new Scope(Optional.of(org), locks, true),
        work,
        outcome -> outcome instanceof WriteOutcome.Committed);
  }

  /// @param repeatable whether the work may be done again when nobody knows if it was done
  private record Scope(Optional<OrgId> org, Locks locks, boolean repeatable) {}

  /// One try, which notes when it is about to commit.
  @FunctionalInterface
  private interface Attempt<T> {
    T make(CommitWatch commit);
  }

  private <T> T run(Scope scope, Work<T> work, Predicate<T> commits) {
    return run(scope, commit -> attempt(scope, work, commits, commit));
  }

  private <T> T run(Scope scope, Attempt<T> trying) {
    for (int attempt = 1; ; attempt++) {
      var commit = new CommitWatch();
      try {
        return trying.make(commit);
      } catch (RuntimeException e) {
        var kind = FailureKind.of(e);
        var again =
            switch (kind) {
              case CONFLICT -> true;
              case CONNECTION_LOST -> scope.repeatable || !commit.sent;
              case OTHER -> false;
            };
        if (kind == FailureKind.OTHER) {
          throw e;
        }
        if (!again || attempt == ATTEMPTS) {
          throw new StorageUnavailable(
              commit.sent ? "commit unconfirmed" : "gave up after " + attempt + " attempts", e);
        }
        pause(attempt);
      }
    }
  }

  private <T> T attempt(
      Scope scope, Work<T> work, Predicate<T> commits, CommitWatch commit) {
    var share = Background.here() ? forBackground : forOthers;
    try {
      share.acquire();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new StorageUnavailable("interrupted before it began", stopping);
    }
    try {
      return attemptNow(scope, work, commits, commit);
    } finally {
      share.release();
    }
  }

  private <T> T attemptNow(
      Scope scope, Work<T> work, Predicate<T> commits, CommitWatch commit) {
    try (var handle = jdbi.open()) {
      handle.begin();
      try {
        if (scope.org.isPresent()) {
          enter(handle, scope.org.get(), scope.locks);
        }
        var result = work.in(handle);
        if (commits.test(result)) {
          commit.sent = true;
          handle.commit();
        } else {
          handle.rollback();
        }
        return result;
      } catch (RuntimeException e) {
        rollback(handle, e);
        throw e;
      }
    }
  }

  /// Names the organisation for this transaction only: a pooled connection forgets it at the end.
  private static void enter(Handle handle, OrgId org, Locks locks) {
    var sql =
        locks.keys().isEmpty()
            ? "select set_config('app.org', ?, true)"
            : "select set_config('app.org', ?, true), pg_advisory_xact_lock(k) from unnest(?) k";
    try (var statement = handle.getConnection().prepareStatement(sql)) {
      statement.setString(1, org.value());
      if (!locks.keys().isEmpty()) {
        var keys = handle.getConnection().createArrayOf("int8", locks.keys().toArray());
        statement.setArray(2, keys);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new UncheckedSql(e);
    }
  }

  private static void rollback(Handle handle, RuntimeException reason) {
    try {
      handle.rollback();
    } catch (RuntimeException e) {
      reason.addSuppressed(e);
    }
  }

  private static void pause(int attempt) {
    var cap = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS << attempt);
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(cap) + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StorageUnavailable("interrupted between two attempts", e);
    }
  }

  private static final class CommitWatch {
    boolean sent;
  }

  /// A `SQLException` on its way out of a lambda.
  static final class UncheckedSql extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UncheckedSql(SQLException cause) {
      super("SQLSTATE " + cause.getSQLState(), cause);
    }
  }
}
