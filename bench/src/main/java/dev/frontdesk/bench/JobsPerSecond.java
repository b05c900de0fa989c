package dev.frontdesk.bench;

import dev.frontdesk.bench.JobBench.Load;
import dev.frontdesk.storage.EmbeddedPostgres;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.storage.StorageSettings;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// Jobs per second from the outbox through the scheduler to done, with works that do nothing, and
/// rows per second that pgbench takes from a plain queue with SKIP LOCKED on the same server.
///
/// Arguments: organisations and clients (8), seconds of pgbench (10), jobs (20000).
public final class JobsPerSecond {
  private static final PrintStream OUT = System.out;
  private static final int ROUNDS = 2;

  private JobsPerSecond() {}

  public static void main(String[] arguments) throws Exception {
    int clients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
    var length = Duration.ofSeconds(arguments.length > 1 ? Long.parseLong(arguments[1]) : 10);
    int jobs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20_000;
    var home = Files.createTempDirectory(Path.of("bench/target"), "jobs");
    try (var storage = Storage.open(StorageSettings.embedded(home, Clock.systemUTC()))) {
      JobBench.makeOrganisations(storage, clients);
      var postgres = storage.embedded().orElseThrow();
      ours(storage, postgres, clients, jobs / 2, "warm-up");
      double ours = 0;
      double theirs = 0;
      for (int round = 1; round <= ROUNDS; round++) {
        fill(postgres, clients, (int) length.toSeconds() * 10_000 / clients);
        theirs += new Pgbench(postgres, "dequeue", clients, length).perSecond();
        empty(postgres);
        ours += ours(storage, postgres, clients, jobs, "round " + round);
      }
      OUT.printf(
          "%d organisations: outbox and scheduler %.0f jobs/s, pgbench %.0f rows/s, ratio %.2f%n",
          clients, ours / ROUNDS, theirs / ROUNDS, ours / theirs);
    }
  }

  private static double ours(
      Storage storage, EmbeddedPostgres postgres, int clients, int jobs, String name)
      throws Exception {
    fill(postgres, clients, jobs / clients);
    var done = new CountDownLatch(jobs / clients * clients);
    var load = new Load(1, null, Duration.ZERO, 16, _ -> done.countDown());
    double seconds;
    try (var bench = new JobBench(storage, load)) {
      long from = System.nanoTime();
      bench.start();
      done.await();
      seconds = (System.nanoTime() - from) / 1e9;
    }
    empty(postgres);
    OUT.printf("%s: %.0f jobs/s%n", name, jobs / seconds);
    return jobs / seconds;
  }

  private static void fill(EmbeddedPostgres postgres, int clients, int each) throws SQLException {
    for (int client = 0; client < clients; client++) {
      run(
          postgres,
          """
          insert into outbox
            (org_id, entry_id, kind, key, payload, trace_id, state, created_at, due_at)
          select '%1$s', gen_random_uuid(), 'bench.happened', 'key-' || n,
                 '{"subject":"01997c1e-8a00-7abc-9def-0123456789ab"}', repeat('0', 32), 'waiting',
                 '2026-06-15T12:00:00Z', '2026-06-15T12:00:00Z'
            from generate_series(1, %2$d) n"""
              .formatted(JobBench.org(client).value(), each));
    }
    run(postgres, "vacuum analyze outbox");
  }

  private static void empty(EmbeddedPostgres postgres) throws SQLException {
    run(postgres, "truncate outbox, jobs, job_attempts, engine.scheduled_tasks");
  }

  private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                postgres.url("frontdesk"), "postgres", postgres.superuserPassword().reveal());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
