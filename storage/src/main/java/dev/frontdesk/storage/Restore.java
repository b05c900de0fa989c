package dev.frontdesk.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/// Makes a data folder of a backup's two archives, and proves that the database in it opens. Every
/// file is compared with the manifest before anything is put in place.
public final class Restore {
  private Restore() {}

  /// What the restored database holds.
  public record Restored(long organisations, long calls, long bookings) {}

  /// @param data must not hold a database yet
  public static Restored into(Path data, Path rows, Path keys) {
    var home = new PostgresHome(data);
    if (Files.exists(home.data())) {
      throw new StorageUnavailable(
          home.data() + " is there already: name an empty folder, or move that one away first");
    }
    var unpacked = home.root().resolve("restoring.new");
    try {
      Files.createDirectories(home.root());
      Folders.delete(unpacked);
      Files.createDirectories(
          unpacked,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      unpack(keys, unpacked);
      unpack(rows, unpacked);
      if (!Files.exists(unpacked.resolve(Backup.CLUSTER).resolve("backup_label"))
          || !Files.exists(unpacked.resolve(home.passwords().getFileName()))) {
        throw new IOException("the archives are not the two of one backup");
      }
      putInPlace(unpacked, home);
      Folders.delete(unpacked);
    } catch (IOException e) {
      throw new StorageUnavailable("the backup could not be restored: " + e.getMessage(), e);
    }
    return proven(data);
  }

  private static void unpack(Path archive, Path into) throws IOException {
    Map<String, String> sums = new HashMap<>();
    Map<String, String> manifest = new HashMap<>();
    try (var in =
        new TarArchiveInputStream(
            new GzipCompressorInputStream(
                new BufferedInputStream(Files.newInputStream(archive), 1 << 16)),
            "UTF-8")) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().equals(BackupArchive.MANIFEST)) {
          read(in).lines().forEach(line -> manifest.put(line.substring(66), line.substring(0, 64)));
        } else {
          put(entry, in, into, sums);
        }
      }
    }
    if (manifest.isEmpty() || !manifest.equals(sums)) {
      throw new IOException(archive.getFileName() + " is damaged or cut short");
    }
  }

  private static String read(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void put(
      TarArchiveEntry entry, InputStream in, Path into, Map<String, String> sums)
      throws IOException {
    var target = into.resolve(entry.getName()).normalize();
    if (!target.startsWith(into) || target.equals(into)) {
      throw new IOException("the archive names a place outside of it");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      mode(target, "rwx------");
      return;
    }
    if (!entry.isFile()) {
      throw new IOException("the archive holds something that is no file");
    }
    Files.createDirectories(target.getParent());
    var digest = BackupArchive.digest();
    try (var out = Files.newOutputStream(target)) {
      byte[] piece = new byte[1 << 16];
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        digest.update(piece, 0, n);
        out.write(piece, 0, n);
      }
    }
    mode(target, "rw-------");
    sums.put(entry.getName(), HexFormat.of().formatHex(digest.digest()));
  }

  private static void mode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  /// The cluster comes last: without it the folder counts as one that never was used.
  private static void putInPlace(Path unpacked, PostgresHome home) throws IOException {
    try (var entries = Files.list(unpacked)) {
      for (var entry : entries.toList()) {
        var target = home.root().resolve(entry.getFileName());
        if (!entry.getFileName().toString().equals("postgres")) {
          if (Files.exists(target)) {
            throw new IOException(target + " is there already");
          }
          Files.move(entry, target);
        }
      }
    }
    var cluster = unpacked.resolve("postgres");
    var footing = Footing.of(home.data());
    try (var all = Files.walk(cluster)) {
      for (var path : all.toList()) {
        footing.give(path);
      }
    }
    Files.move(cluster, home.data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static Restored proven(Path data) {
    try (var postgres = EmbeddedPostgres.start(data);
        var connection =
            java.sql.DriverManager.getConnection(
                postgres.url(EmbeddedDatabase.NAME),
                "postgres",
                postgres.superuserPassword().reveal());
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select (select count(*) from organisations), (select count(*) from calls),"
                    + " (select count(*) from bookings)")) {
      row.next();
      return new Restored(row.getLong(1), row.getLong(2), row.getLong(3));
    } catch (SQLException e) {
      throw new StorageUnavailable("the restored database does not answer", e);
    }
  }
}
