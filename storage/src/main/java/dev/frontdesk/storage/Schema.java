package dev.frontdesk.storage;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings the tables to the newest form, as the role that owns them.
final class Schema {
  private Schema() {}

  static void migrate(Access access) {
    try {
      Flyway.configure()
          .dataSource(access.jdbcUrl(), Access.OWNER, access.ownerPassword().reveal())
          .locations("classpath:dev/frontdesk/storage/migrations")
          .placeholderReplacement(false)
          .outputQueryResults(false)
          .cleanDisabled(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StorageUnavailable("cannot migrate " + access.jdbcUrl(), e);
    }
  }
}
