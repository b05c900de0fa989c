package dev.frontdesk.booking;

import java.util.List;

/// What became of the wish to move a booking. Unless moved, it stands as it stood.
public sealed interface RescheduleOutcome {
  /// Committed, under the id it had.
  record Moved(Booking booking) implements RescheduleOutcome {}

  /// Somebody else was faster.
  record JustTaken(List<Offer> alternatives) implements RescheduleOutcome {}

  record Invalid(TokenProblem problem) implements RescheduleOutcome {}

  /// A rule of the new time stands against it.
  record Refused(WhyNot whyNot, List<Offer> alternatives) implements RescheduleOutcome {}

  /// The booking itself may not be moved.
  record NotAllowed(ChangeRefusal refusal) implements RescheduleOutcome {}
}
