package dev.frontdesk.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Where an embedded PostgreSQL keeps its things, under one folder that is the operator's to back
/// up as a whole.
record PostgresHome(Path root) {
  static final String SHARED_BINARIES = "frontdesk.postgres-bin";

  PostgresHome {
    root = root.toAbsolutePath().normalize();
  }

  /// The cluster itself.
  Path data() {
    return root.resolve("postgres");
  }

  /// A cluster being made: becomes `data` by one rename, so that a start that was cut short leaves
  /// nothing half done.
  Path unfinished() {
    return root.resolve("postgres.new");
  }

  /// Unpacked here, unless the system property names a place that many folders share: then the
  /// launcher's build has unpacked them already.
  Path binaries() {
    var shared = System.getProperty(SHARED_BINARIES, "");
    return shared.isBlank() ? root.resolve("postgres-bin") : Path.of(shared).toAbsolutePath();
  }

  Path log() {
    return root.resolve("postgres.log");
  }

  Path passwords() {
    return root.resolve("postgres.passwords");
  }

  /// Keeps two servers from sharing one folder. Released by closing, or by the death of the JVM.
  FileChannel lock() {
    try {
      Files.createDirectories(root);
      var channel =
          FileChannel.open(
              root.resolve("frontdesk.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new StorageUnavailable(root + " is in use by another Frontdesk");
      }
      return channel;
    } catch (IOException e) {
      throw new StorageUnavailable("cannot write to " + root + " (" + e.getMessage() + ")", e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }
}
