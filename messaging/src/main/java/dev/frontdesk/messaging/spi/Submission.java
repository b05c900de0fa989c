package dev.frontdesk.messaging.spi;

import dev.frontdesk.messaging.Refusal;

/// The carrier's answer to a message.
public sealed interface Submission {
  /// @param providerId the carrier's own id
  /// @param segments   as the carrier counts; 0 while it does not say
  record Accepted(String providerId, int segments) implements Submission {}

  /// @param detail the carrier's code, for operators
  record Refused(Refusal refusal, String detail) implements Submission {}
}
