package dev.frontdesk.booking;

import java.util.List;

/// What became of the wish to wait.
public sealed interface WaitlistOutcome {
  /// Also the answer to the same key, or the same wish in the same call, again.
  record Waiting(WaitlistEntry entry) implements WaitlistOutcome {}

  /// Nobody need wait: there are slots.
  record FreeNow(List<Offer> offers) implements WaitlistOutcome {}

  /// Waiting cannot help.
  record Refused(WhyNot whyNot) implements WaitlistOutcome {}
}
