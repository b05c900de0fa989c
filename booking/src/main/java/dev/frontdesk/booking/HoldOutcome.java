package dev.frontdesk.booking;

import java.util.List;

/// What became of the wish to hold a slot.
public sealed interface HoldOutcome {
  /// The slot waits for this call; taking it again gives the same hold.
  record Held(Hold hold) implements HoldOutcome {}

  /// Somebody else was faster.
  record JustTaken(List<Offer> alternatives) implements HoldOutcome {}

  record Invalid(TokenProblem problem) implements HoldOutcome {}

  /// A rule stands against it by now.
  record Refused(WhyNot whyNot, List<Offer> alternatives) implements HoldOutcome {}
}
