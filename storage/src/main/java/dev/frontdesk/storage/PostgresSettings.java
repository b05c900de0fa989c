package dev.frontdesk.storage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How the embedded PostgreSQL is set: for a small machine that it shares with live calls, and
/// never at the price of a commit. Given on the command line at each start, so that what runs is
/// what stands here.
final class PostgresSettings {
  static final String MAJOR_VERSION = "17";

  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "password_encryption=scram-sha-256",
          "fsync=on",
          "full_page_writes=on",
          "synchronous_commit=on",
          "shared_buffers=128MB",
          "max_connections=100",
          "work_mem=4MB",
          "maintenance_work_mem=32MB",
          "max_wal_size=512MB",
          "min_wal_size=64MB",
          "wal_buffers=4MB",
          "wal_compression=pglz",
          "checkpoint_completion_target=0.9",
          "max_worker_processes=2",
          "max_parallel_workers_per_gather=0", // parallel plans would compete with live audio
          "max_logical_replication_workers=0",
          "autovacuum_max_workers=1",
          "jit=off", // compiling costs more than our short statements
          "huge_pages=off",
          "random_page_cost=1.1",
          "idle_in_transaction_session_timeout=60s",
          "timezone=UTC",
          "log_timezone=UTC",
          // What a row holds never reaches the log: no statement, no detail of a failed one.
          "log_error_verbosity=terse",
          "log_min_error_statement=panic",
          "log_checkpoints=off");

  private PostgresSettings() {}

  static List<String> arguments(Path data, int port) {
    var arguments = new ArrayList<>(List.of("-D", data.toString(), "-p", Integer.toString(port)));
    for (var setting : SETTINGS) {
      arguments.add("-c");
      arguments.add(setting);
    }
    return arguments;
  }
}
