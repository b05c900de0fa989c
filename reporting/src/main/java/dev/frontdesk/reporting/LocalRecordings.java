package dev.frontdesk.reporting;

import dev.frontdesk.reporting.spi.RecordingStore;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Recordings in a folder of this machine, one folder for each organisation.
public final class LocalRecordings implements RecordingStore {
  private final Path folder;

  public LocalRecordings(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "local";
  }

  /// Where the recording lies or would lie.
  public Path file(Key key) {
    return folder.resolve(key.path());
  }

  @Override
  public ProviderResult<Stored> put(Key key, Path file) {
    return reading(() -> {
      var target = file(key);
      Files.createDirectories(target.getParent());
      var half = Files.createTempFile(target.getParent(), "recording", ".part");
      try {
        Files.copy(file, half, StandardCopyOption.REPLACE_EXISTING);
        Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(half);
      }
      return stored(key, target);
    });
  }

  @Override
  public ProviderResult<Optional<Stored>> find(Key key) {
    return reading(() -> {
      var file = file(key);
      return Files.isRegularFile(file) ? Optional.of(stored(key, file)) : Optional.empty();
    });
  }

  @Override
  public ProviderResult<Optional<InputStream>> open(Key key) {
    return reading(() -> {
      try {
        return Optional.of(Files.newInputStream(file(key)));
      } catch (NoSuchFileException none) {
        return Optional.empty();
      }
    });
  }

  @Override
  public ProviderResult<Boolean> delete(Key key) {
    return reading(() -> Files.deleteIfExists(file(key)));
  }

  private static Stored stored(Key key, Path file) throws IOException {
    return new Stored(key.path(), Files.size(file), sha256(file));
  }

  /// SHA-256 of a file's content, 64 hex digits.
  public static String sha256(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var digest = MessageDigest.getInstance("SHA-256");
      byte[] piece = new byte[64 * 1024];
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        digest.update(piece, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private interface Reading<T> {
    T run() throws IOException;
  }

  /// A disk that is full or gone may come back.
  private static <T> ProviderResult<T> reading(Reading<T> work) {
    try {
      return new Ok<>(work.run());
    } catch (IOException e) {
      return new Failed<>(new Failure.Retryable("disk: " + e.getClass().getSimpleName()));
    }
  }
}
