package dev.frontdesk.cli;

/// A mistake whose message tells the user what to mend; shown without a stack trace.
final class UserError extends RuntimeException {
  UserError(String message) {
    super(message);
  }

  UserError(String message, Throwable cause) {
    super(message, cause);
  }
}
