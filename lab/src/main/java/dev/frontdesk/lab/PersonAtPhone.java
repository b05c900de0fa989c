package dev.frontdesk.lab;

import dev.frontdesk.vocabulary.PhoneNumber;

/// Whom callers of a business are put through to, and what that person does when the phone rings.
public record PersonAtPhone(PhoneNumber phone, PickUp pickUp) {
  public enum PickUp {
    /// Talks for a few seconds and hangs up.
    ANSWERS,
    BUSY,
    NO_ANSWER
  }
}
