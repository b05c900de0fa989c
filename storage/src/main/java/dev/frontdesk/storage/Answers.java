package dev.frontdesk.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What several statements answered that went to the database in one message, in their order; each
/// is read or skipped once.
final class Answers {
  private final PreparedStatement executed;

  /// @param executed stands before its second answer: the first named the organisation
  Answers(PreparedStatement executed) {
    this.executed = executed;
  }

  @FunctionalInterface
  interface Reading<T> {
    T of(Answers answers) throws SQLException;
  }

  @FunctionalInterface
  interface RowReading<T> {
    T of(ResultSet row) throws SQLException;
  }

  /// The rows of the next statement.
  <T> List<T> rows(RowReading<T> reading) throws SQLException {
    if (!executed.getMoreResults()) {
      throw new IllegalStateException("a statement that answers without rows");
    }
    var read = new ArrayList<T>();
    try (var rows = executed.getResultSet()) {
      while (rows.next()) {
        read.add(reading.of(rows));
      }
    }
    return read;
  }

  /// How many rows the next statement wrote.
  int count() throws SQLException {
    if (executed.getMoreResults()) {
      throw new IllegalStateException("a statement that answers with rows");
    }
    return executed.getUpdateCount();
  }
}
