package dev.frontdesk.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a running PostgreSQL says about itself in `postmaster.pid`.
///
/// @param port 0 until it has chosen one
/// @see <a href="https://www.postgresql.org/docs/17/storage-file-layout.html">Table 65.1</a>
record PostmasterFile(long pid, int port, boolean ready) {

  /// Empty when there is none, or when it is still being written.
  static Optional<PostmasterFile> read(Path data) {
    try {
      return parse(Files.readAllLines(file(data)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StorageUnavailable("cannot read " + file(data), e);
    }
  }

  static Path file(Path data) {
    return data.resolve("postmaster.pid");
  }

  static Optional<PostmasterFile> parse(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,10}")) {
      return Optional.empty();
    }
    var pid = Long.parseLong(lines.getFirst().strip());
    var port = lines.size() > 3 && lines.get(3).strip().matches("[0-9]{1,5}")
        ? Integer.parseInt(lines.get(3).strip())
        : 0;
    return Optional.of(
        new PostmasterFile(pid, port, lines.size() > 7 && lines.get(7).startsWith("ready")));
  }

  /// Whether that process lives and is a PostgreSQL on `data`, not one to which the kernel has
  /// given the number since.
  boolean isAlive(Path data) {
    try {
      var words = Files.readString(
          Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1).split("\0");
      return words[0].endsWith("postgres") && Arrays.asList(words).contains(data.toString());
    } catch (IOException _) {
      return false;
    }
  }
}
