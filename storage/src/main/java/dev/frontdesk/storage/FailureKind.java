package dev.frontdesk.storage;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What a failed transaction means for whoever ran it.
///
/// @see <a href="https://www.postgresql.org/docs/17/errcodes-appendix.html">PostgreSQL's codes</a>
enum FailureKind {
  /// Rolled back because of others: the same again may pass.
  CONFLICT,
  /// Whether it was applied depends on how far it had come.
  CONNECTION_LOST,
  OTHER;

  static final String OVERLAP = "23P01";
  static final String DUPLICATE = "23505";

  static FailureKind of(Throwable failure) {
    var state = sqlState(failure);
    if (state == null) {
      return OTHER;
    }
    return switch (state) {
      case "40001", "40P01", "55P03" -> CONFLICT;
      case "57P01", "57P02", "57P03", "57P05", "25P03", "53300" -> CONNECTION_LOST;
      default -> state.startsWith("08") ? CONNECTION_LOST : OTHER;
    };
  }

  /// The code of the deepest database error; null when there is none. A pool that could give no
  /// connection in time counts as a connection lost (08).
  static @Nullable String sqlState(Throwable failure) {
    String state = null;
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql) {
        state = sql.getSQLState() == null ? "08000" : sql.getSQLState();
      }
    }
    return state;
  }

  static boolean is(Throwable failure, String wanted) {
    return wanted.equals(sqlState(failure));
  }
}
