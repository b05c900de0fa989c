package dev.frontdesk.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Makes the two roles and the database in a PostgreSQL of our own, once.
final class EmbeddedDatabase {
  static final String NAME = "frontdesk";

  private EmbeddedDatabase() {}

  /// @param database a plain identifier
  static Access prepare(EmbeddedPostgres postgres, String database) {
    var passwords = postgres.passwords();
    try (var connection = superuser(postgres)) {
      if (!exists(connection, "select 1 from pg_roles where rolname = ?", Access.APP)) {
        // Plain statements, since roles cannot be made with parameters; both passwords are hex.
        execute(connection, "create role %s login nosuperuser nobypassrls password '%s'"
            .formatted(Access.OWNER, passwords.owner().reveal()));
        execute(connection, "create role %s login nosuperuser nobypassrls password '%s'"
            .formatted(Access.APP, passwords.app().reveal()));
      }
      if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
        execute(connection, "create database %s owner %s".formatted(database, Access.OWNER));
      }
    } catch (SQLException e) {
      throw new StorageUnavailable("cannot prepare the database " + database, e);
    }
    return new Access(postgres.url(database), passwords.owner(), passwords.app());
  }

  static Connection superuser(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(
        postgres.url("postgres"), "postgres", postgres.superuserPassword().reveal());
  }

  private static boolean exists(Connection connection, String sql, String name)
      throws SQLException {
    try (var query = connection.prepareStatement(sql)) {
      query.setString(1, name);
      try (var rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
