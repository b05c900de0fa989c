package dev.frontdesk.booking;

/// What became of the note that a customer did not come.
public sealed interface NoShowOutcome {
  /// Committed; also the answer when it was noted before.
  record Noted(Booking booking) implements NoShowOutcome {}

  record Refused(ChangeRefusal refusal) implements NoShowOutcome {}
}
