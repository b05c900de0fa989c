package dev.frontdesk.lab;

import dev.frontdesk.storage.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The lab's own way into the server's database: to see between which steps a kill found the
/// bookings, and to cut the server's connections. Looks only; changes no row.
final class BackstageDoor implements AutoCloseable {
  private final Connection connection;

  BackstageDoor(EmbeddedPostgres postgres) {
    try {
      connection =
          DriverManager.getConnection(
              postgres.url("frontdesk"), "postgres", postgres.superuserPassword().reveal());
    } catch (SQLException e) {
      throw new IllegalStateException("no way into the lab's database", e);
    }
  }

  /// Cuts every connection of the server that is in a transaction just now, or else the newest.
  ///
  /// @return how many were cut
  int cutConnections() {
    return number(
        """
        select count(pg_terminate_backend(pid)) from (
          select pid from pg_stat_activity
           where usename = 'frontdesk_app' and state <> 'idle'
           union
          (select pid from pg_stat_activity where usename = 'frontdesk_app'
             order by backend_start desc limit 1)) s""");
  }

  /// Between which steps the server died, as its rows tell.
  ///
  /// @param unanswered keys of requests that nobody has answered yet
  Set<ChaosStep> stepsCutShort(Collection<String> unanswered) {
    var steps = EnumSet.noneOf(ChaosStep.class);
    for (var key : unanswered) {
      steps.add(
          number("select count(*) from booking_acts where key like '%:" + key + "'") > 0
              ? ChaosStep.COMMIT_TO_ANSWER
              : ChaosStep.REQUEST_TO_COMMIT);
    }
    if (number("select count(*) from outbox where state = 'waiting'") > 0) {
      steps.add(ChaosStep.ANSWER_TO_JOBS);
    }
    if (number(
            "select count(*) from jobs where state = 'waiting' and attempts = 0 and due_at <= now()")
        > 0) {
      steps.add(ChaosStep.JOBS_TO_ATTEMPT);
    }
    return steps;
  }

  /// Outbox entries and jobs that are due or tried, and not done; but for looks around, of which
  /// the next is always due soon.
  int dueWork() {
    return number("select count(*) from outbox where state = 'waiting'")
        + number(
            """
            select count(*) from jobs
             where kind <> 'crm.pull'
               and (state = 'running'
                 or state = 'waiting'
                    and (attempts > 0 or due_at <= now() + interval '5 s'))""");
  }

  /// Jobs that nobody will do without a person: by kind and failure, for the one who reads.
  List<String> deadLetters() {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select kind || ' ' || failure || ': ' || coalesce(detail, '') || ' × ' || count(*)
                  from jobs where state = 'dead' group by kind, failure, detail""")) {
      var letters = new ArrayList<String>();
      while (rows.next()) {
        letters.add(rows.getString(1));
      }
      return letters;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized int number(String sql) {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getInt(1) : 0;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
