package dev.frontdesk.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The programs `initdb`, `postgres` and `pg_ctl`, unpacked once from the jar that fits this
/// machine.
final class PostgresBinaries {
  private static final String VERSION = "dev/frontdesk/storage/postgresql.properties";

  private final Path folder;

  private PostgresBinaries(Path folder) {
    this.folder = folder;
  }

  /// Unpacks below `cache` unless that was done before. Safe against a start that is cut short.
  static PostgresBinaries in(Path cache) {
    var archive = archive();
    var folder = cache.resolve(version() + "-" + archive.replace(".txz", ""));
    if (!Files.exists(folder)) {
      unpack(archive, folder);
    }
    return new PostgresBinaries(folder);
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static String version() {
    var properties = new Properties();
    try (var in = resource(VERSION)) {
      properties.load(in);
    } catch (IOException e) {
      throw new StorageUnavailable("cannot read " + VERSION, e);
    }
    return properties.getProperty("version", "unknown");
  }

  private static String archive() {
    var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (!system.equals("linux")) {
      throw new StorageUnavailable(
          "no PostgreSQL is bundled for " + system + ": name a server by its URL instead");
    }
    return switch (System.getProperty("os.arch", "")) {
      case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
      case "aarch64" -> "postgres-linux-arm_64.txz";
      case String other ->
          throw new StorageUnavailable(
              "no PostgreSQL is bundled for " + other + ": name a server by its URL instead");
    };
  }

  private static void unpack(String archive, Path folder) {
    var unfinished = folder.resolveSibling(folder.getFileName() + ".new");
    try {
      Files.createDirectories(unfinished);
      try (var in = resource(archive);
          var tar =
              new TarArchiveInputStream(new BufferedInputStream(new XZInputStream(in), 1 << 16))) {
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
          if (isNeeded(entry.getName())) {
            write(tar, entry, unfinished);
          }
        }
      }
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException _) {
      return; // someone else was faster; theirs is as good
    } catch (IOException e) {
      throw new StorageUnavailable("cannot unpack PostgreSQL to " + folder, e);
    }
  }

  /// Headers and static libraries are for those who build against PostgreSQL.
  private static boolean isNeeded(String name) {
    return !name.endsWith(".a") && !name.contains("/pgxs/") && !name.contains("/pkgconfig/");
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    var target = root.resolve(entry.getName()).normalize();
    if (!target.startsWith(root)) {
      throw new IOException("entry outside the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    Files.deleteIfExists(target);
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    var executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static InputStream resource(String name) throws IOException {
    var in = PostgresBinaries.class.getClassLoader().getResourceAsStream(name);
    if (in == null) {
      throw new IOException(name + " is not on the class path");
    }
    return in;
  }
}
