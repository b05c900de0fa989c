package dev.frontdesk.storage;

import dev.frontdesk.vocabulary.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Writes everything below a data folder into two archives, while a server runs on it or not: the
/// rows with recordings, and apart from them the keys and passwords without which the rows cannot
/// be read.
///
/// The cluster is copied by PostgreSQL's low-level backup procedure: its files as they are between
/// `pg_backup_start` and `pg_backup_stop`, with the write-ahead log of that time, from which the
/// restored server brings them to one instant. Nothing waits meanwhile.
///
/// @see <a href="https://www.postgresql.org/docs/17/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP">
///     making a base backup using the low level API</a>
public final class Backup {
  static final String CLUSTER = "postgres/";

  /// The server makes these anew; what stands in them belongs to the running one.
  private static final Set<String> EMPTIED =
      Set.of(
          "pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots",
          "pg_stat_tmp", "pg_subtrans");
  private static final Set<String> LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final PostgresHome home;

  private Backup(PostgresHome home) {
    this.home = home;
  }

  /// @param rows  everything but the keys
  /// @param keys  keep them elsewhere than the rows
  /// @param bytes of both
  public record Written(Path rows, Path keys, long bytes) {}

  /// @param data   a server's data folder
  /// @param folder where the two archives go
  public static Written write(Path data, Path folder, Instant now) {
    var home = new PostgresHome(data);
    if (!Files.isDirectory(home.data())) {
      throw new StorageUnavailable(home.data() + " is not there: nothing to back up");
    }
    var running = Postmaster.of(home).running().filter(PostmasterFile::ready);
    if (running.isPresent()) {
      return new Backup(home).write(running.get().port(), folder, now);
    }
    try (var started = EmbeddedPostgres.start(data)) {
      return new Backup(home).write(started.port(), folder, now);
    }
  }

  private Written write(int port, Path folder, Instant now) {
    var name = "frontdesk-" + STAMP.format(now);
    var rows = folder.resolve(name + ".tar.gz");
    var keys = folder.resolve(name + ".keys.tar.gz");
    try {
      Files.createDirectories(folder);
      try (var archive = BackupArchive.create(keys)) {
        addBeside(archive, Backup::isKey);
        archive.finish();
      }
      try (var archive = BackupArchive.create(rows);
          var connection = superuser(port)) {
        cluster(connection, archive, name);
        addBeside(archive, path -> !isKey(path));
        archive.finish();
      }
      return new Written(rows, keys, Files.size(rows) + Files.size(keys));
    } catch (IOException | SQLException e) {
      throw new StorageUnavailable("the backup could not be written: " + e.getMessage(), e);
    }
  }

  private Connection superuser(int port) throws SQLException {
    Secret password = KeptPasswords.at(home.passwords()).superuser();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password.reveal());
  }

  private void cluster(Connection connection, BackupArchive archive, String name)
      throws SQLException, IOException {
    // Keeps the log of this time until it is copied; gone with the connection.
    query(connection,
        "select pg_create_physical_replication_slot('frontdesk_backup', true, true)::text");
    var start = query(connection, "select pg_backup_start('" + name + "', true)::text");
    archive.folder(CLUSTER);
    addTree(archive);
    var from = query(connection, "select pg_walfile_name('" + start + "')");
    var stopped = stop(connection);
    var until = query(connection, "select pg_walfile_name('" + stopped.lsn + "')");
    archive.text(CLUSTER + "backup_label", stopped.label);
    for (var segment : segments(from, until)) {
      archive.file(CLUSTER + "pg_wal/" + segment.getFileName(), segment);
    }
  }

  private record Stopped(String lsn, String label) {}

  private static Stopped stop(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(
            "select lsn::text, labelfile from pg_backup_stop(wait_for_archive => false)")) {
      row.next();
      return new Stopped(row.getString(1), row.getString(2));
    }
  }

  private List<Path> segments(String from, String until) throws IOException {
    try (var all = Files.list(home.data().resolve("pg_wal"))) {
      var needed =
          all.filter(path -> {
            var name = path.getFileName().toString();
            return name.matches("[0-9A-F]{24}")
                && name.compareTo(from) >= 0
                && name.compareTo(until) <= 0;
          }).sorted().collect(Collectors.toList());
      if (needed.isEmpty() || !needed.getFirst().getFileName().toString().equals(from)) {
        throw new IOException("the write-ahead log of the backup's time is not complete");
      }
      return needed;
    }
  }

  private void addTree(BackupArchive archive) throws IOException {
    var root = home.data();
    List<Path> paths;
    try (var walk = Files.walk(root)) {
      paths = walk.filter(path -> !path.equals(root)).sorted().toList();
    }
    for (var path : paths) {
      var inside = root.relativize(path);
      var top = inside.getName(0).toString();
      var last = inside.getFileName().toString();
      boolean emptied = EMPTIED.contains(top) && inside.getNameCount() > 1;
      boolean walFolder = top.equals("pg_wal") && Files.isDirectory(path);
      if ((emptied && !walFolder)
          || LEFT_OUT.contains(inside.toString())
          || last.startsWith("pgsql_tmp")
          || last.equals("pg_internal.init")) {
        continue;
      }
      if (Files.isDirectory(path)) {
        archive.folder(CLUSTER + inside + "/");
      } else {
        archive.file(CLUSTER + inside, path);
      }
    }
  }

  /// What lies beside the cluster: recordings, node and token files, whatever comes to be there.
  private void addBeside(BackupArchive archive, Predicate<Path> wanted) throws IOException {
    List<Path> files;
    try (var walk = Files.walk(home.root())) {
      files =
          walk.filter(Files::isRegularFile)
              .filter(path -> !path.startsWith(home.data()))
              .filter(path -> !path.startsWith(home.unfinished()))
              .filter(path -> !path.startsWith(home.root().resolve("postgres-bin")))
              .filter(path -> !path.getFileName().toString().matches(
                  "postgres\\.log.*|frontdesk\\.lock|.*\\.(new|part|out|tar\\.gz)"))
              .filter(wanted)
              .sorted()
              .toList();
    }
    for (var file : files) {
      archive.file(home.root().relativize(file).toString(), file);
    }
  }

  /// Secrets lie at the top, in files named for what they are.
  private static boolean isKey(Path path) {
    return path.getFileName().toString().matches(".*\\.(keys?|passwords|secret)");
  }

  private static String query(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
