package dev.frontdesk.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// A file with a secret in it: mode 600 from its first byte, on disk before its name appears.
final class PrivateFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private PrivateFile() {}

  /// @throws IOException also when the file exists: a secret in use is not replaced
  static void write(Path file, String text) throws IOException {
    var unfinished = unfinished(file, text);
    if (Files.exists(file)) {
      throw new IOException(file + " exists");
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Whoever reads meanwhile reads the old text or the new one.
  static void replace(Path file, String text) throws IOException {
    Files.move(
        unfinished(file, text),
        file,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path unfinished(Path file, String text) throws IOException {
    var unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel =
        FileChannel.open(
            unfinished, options, PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    return unfinished;
  }

  /// @throws IOException when others than the owner may read it
  static String read(Path file) throws IOException {
    var open = EnumSet.copyOf(Files.getPosixFilePermissions(file));
    open.removeAll(OWNER_ONLY);
    if (!open.isEmpty()) {
      throw new IOException(file + " may be read by others: chmod 600 it");
    }
    return Files.readString(file);
  }
}
