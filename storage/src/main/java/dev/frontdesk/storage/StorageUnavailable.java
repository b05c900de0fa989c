package dev.frontdesk.storage;

import org.jspecify.annotations.Nullable;

/// The database cannot be reached or brought up. The message says what to look at and names the
/// runbook; it never holds a password or anything a caller said.
public final class StorageUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  static final String RUNBOOK = "see docs/runbooks/postgresql-does-not-start.md";

  StorageUnavailable(String what) {
    this(what, null);
  }

  StorageUnavailable(String what, @Nullable Throwable cause) {
    super(what + "; " + RUNBOOK, cause);
  }
}
