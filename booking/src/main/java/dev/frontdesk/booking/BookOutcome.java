package dev.frontdesk.booking;

import java.util.List;

/// What became of the wish to book.
public sealed interface BookOutcome {
  /// Committed; also the answer when this booking had been made before, by this key or this call.
  record Booked(Booking booking) implements BookOutcome {}

  /// Somebody else was faster.
  record JustTaken(List<Offer> alternatives) implements BookOutcome {}

  record Invalid(TokenProblem problem) implements BookOutcome {}

  /// A rule stands against it by now.
  record Refused(WhyNot whyNot, List<Offer> alternatives) implements BookOutcome {}
}
