package dev.frontdesk.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.frontdesk.vocabulary.OrgId;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransactionsTest {
  private final OrgId org = TestStorage.newOrganisation();
  private final HikariDataSource pool = TestStorage.access().poolForApp(4);
  private final Transactions transactions = new Transactions(pool, 4, 4);

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void a_connection_cut_before_the_commit_is_no_reason_to_fail() {
    var attempts = new AtomicInteger();

    var turns = transactions.once(org, handle -> {
      turn(handle, 1);
      if (attempts.incrementAndGet() == 1) {
        cut(handle);
      }
      return turns(handle);
    });

    assertThat(attempts).hasValue(2);
    assertThat(turns).isEqualTo(1);
  }

  @Test
  void two_who_wait_for_each_other_both_get_through() throws Exception {
    transactions.once(org, handle -> {
      turn(handle, 1);
      return turn(handle, 2);
    });
    var meet = new CyclicBarrier(2);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var one = threads.submit(crossing(meet, 1, 2));
      var other = threads.submit(crossing(meet, 2, 1));

      assertThat(one.get() + other.get()).as("attempts").isEqualTo(3);
    }
  }

  private Callable<Integer> crossing(CyclicBarrier meet, int first, int second) {
    return () -> {
      var attempts = new AtomicInteger();
      transactions.once(org, handle -> {
        lock(handle, first);
        if (attempts.incrementAndGet() == 1) {
          await(meet);
        }
        return lock(handle, second);
      });
      return attempts.get();
    };
  }

  @Test
  void a_mistake_in_a_statement_is_told_at_once_and_without_what_was_bound() {
    var attempts = new AtomicInteger();

    assertThatThrownBy(() -> transactions.again(org, handle -> {
          attempts.incrementAndGet();
          return handle.createUpdate("insert into turns (org_id) values (:text)")
              .bind("text", "Dana Whitfield")
              .execute();
        }))
        .hasMessageNotContaining("Dana")
        .hasMessageNotContaining("insert into");
    assertThat(attempts).hasValue(1);
  }

  @Test
  void the_kinds_of_failure_are_told_apart() {
    assertThat(FailureKind.of(failure("40P01"))).isEqualTo(FailureKind.CONFLICT);
    assertThat(FailureKind.of(failure("40001"))).isEqualTo(FailureKind.CONFLICT);
    assertThat(FailureKind.of(failure("57P01"))).isEqualTo(FailureKind.CONNECTION_LOST);
    assertThat(FailureKind.of(failure("08006"))).isEqualTo(FailureKind.CONNECTION_LOST);
    assertThat(FailureKind.of(failure("23P01"))).isEqualTo(FailureKind.OTHER);
    assertThat(FailureKind.of(new IllegalStateException())).isEqualTo(FailureKind.OTHER);
  }

  private static RuntimeException failure(String state) {
    return new IllegalStateException(new SQLException("text", state));
  }

  private static int turn(Handle handle, int turn) {
    return handle.createUpdate("""
            insert into turns (org_id, call_id, turn, endpointing_ms, language_ms, speech_ms,
              overhead_ms) values (current_setting('app.org'), 'c', :turn, 0, 0, 0, 0)""")
        .bind("turn", turn)
        .execute();
  }

  private static int turns(Handle handle) {
    return handle.createQuery("select count(*) from turns").mapTo(Integer.class).one();
  }

  private static int lock(Handle handle, int key) {
    return handle.createQuery("select 1 from (select pg_advisory_xact_lock(:key)) l")
        .bind("key", 7_000L + key)
        .mapTo(Integer.class)
        .one();
  }

  private static void cut(Handle handle) {
    var pid = handle.createQuery("select pg_backend_pid()").mapTo(Integer.class).one();
    try (var superuser = TestStorage.asSuperuser();
        var statement = superuser.createStatement()) {
      statement.execute("select pg_terminate_backend(" + pid + ", 5000)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CyclicBarrier meet) {
    try {
      meet.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
