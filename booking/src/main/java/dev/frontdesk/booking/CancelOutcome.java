package dev.frontdesk.booking;

/// What became of the wish to cancel.
public sealed interface CancelOutcome {
  /// Committed; also the answer to the same key again.
  record Cancelled(Booking booking) implements CancelOutcome {}

  record Refused(ChangeRefusal refusal) implements CancelOutcome {}
}
