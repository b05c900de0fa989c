package dev.frontdesk.storage;

import dev.frontdesk.vocabulary.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/// A random secret that is made on first use and read again ever after. Nodes that share work share
/// the file.
public final class KeptSecret {
  private static final int RANDOM_BYTES = 32;

  private KeptSecret() {}

  /// @param file with mode 600; its folder is made if need be
  public static Secret at(Path file) {
    try {
      if (!Files.exists(file)) {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.createDirectories(file.toAbsolutePath().getParent());
        PrivateFile.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
      }
      return new Secret(PrivateFile.read(file).strip());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
