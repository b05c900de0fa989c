package dev.frontdesk.storage;

import dev.frontdesk.vocabulary.Secret;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/// The passwords of an embedded PostgreSQL's roles: random, made once, kept in a file that only
/// its owner may read.
///
/// @param superuser of role `postgres`
/// @param owner     of the role that owns and migrates the tables
/// @param app       of the role that the server works as
record KeptPasswords(Secret superuser, Secret owner, Secret app) {
  private static final SecureRandom RANDOM = new SecureRandom();

  static KeptPasswords at(Path file) {
    try {
      if (!Files.exists(file)) {
        PrivateFile.write(
            file,
            "superuser=%s\nowner=%s\napp=%s\n".formatted(random(), random(), random()));
      }
      var kept = new Properties();
      kept.load(new StringReader(PrivateFile.read(file)));
      return new KeptPasswords(
          secret(kept, "superuser", file), secret(kept, "owner", file), secret(kept, "app", file));
    } catch (IOException e) {
      throw new StorageUnavailable("cannot read or write " + file, e);
    }
  }

  private static Secret secret(Properties kept, String name, Path file) {
    var value = kept.getProperty(name);
    if (value == null || value.isBlank()) {
      throw new StorageUnavailable(file + " has no line for " + name);
    }
    return new Secret(value);
  }

  private static String random() {
    var bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
