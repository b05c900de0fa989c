package dev.frontdesk.storage;

import dev.frontdesk.vocabulary.Secret;
import java.nio.file.Path;
import java.time.Clock;

/// Where the rows are and with what their personal columns are sealed.
///
/// @param keysFile made on first use; without it nothing personal can be read again, so it belongs
///     in every backup, apart from the rows
/// @param clock    what "now" is; SQL never asks the database
/// @param connections how many to hold at most; callers beyond that wait
public record StorageSettings(Database database, Path keysFile, Clock clock, int connections) {
  /// A transaction is a few milliseconds; more connections than this only queue inside PostgreSQL.
  public static final int CONNECTIONS = 12;

  public StorageSettings {
    if (connections < 1) {
      throw new IllegalArgumentException("connections must be at least 1, is " + connections);
    }
  }

  public sealed interface Database {
    /// One that this process brings up, its files in `folder`.
    ///
    /// @param port 0 for any free one
    record Embedded(Path folder, int port) implements Database {}

    /// Someone else's PostgreSQL 17 or later, with the roles `frontdesk_owner` (owns the database)
    /// and `frontdesk_app` (owns nothing, may log in) made beforehand.
    record Server(String jdbcUrl, Secret ownerPassword, Secret appPassword) implements Database {}
  }

  /// Everything under one folder, as `./data`.
  public static StorageSettings embedded(Path folder, Clock clock) {
    return new StorageSettings(
        new Database.Embedded(folder, 0), folder.resolve("personal-data.keys"), clock, CONNECTIONS);
  }
}
