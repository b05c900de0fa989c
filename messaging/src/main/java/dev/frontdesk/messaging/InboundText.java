package dev.frontdesk.messaging;

import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.Transcript;

/// A text from a customer.
///
/// @param providerId the same however often the carrier brings it
/// @param signed     the carrier has acted on it as signing off or on, and answers it itself
public record InboundText(
    OrgId org, String providerId, PhoneNumber from, Transcript text, Signed signed) {

  public enum Signed {
    NO,
    OFF,
    ON,
    HELP
  }
}
