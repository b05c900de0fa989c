package dev.frontdesk.messaging;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;

/// One notice to be given: what a job carries.
///
/// @param cause   names it: the same cause is the same message
/// @param version of the booking that a reminder was planned for; 0 where the newest counts
/// @param repeat  0, or which one it is of those sent because earlier ones were lost
public record Errand(
    OrgId org, BookingId booking, Notice notice, Channel channel, String cause, int version,
    int repeat) {

  MessageId message() {
    return MessageId.of(String.join("\n", cause, channel.name(), Integer.toString(repeat)));
  }

  Errand again() {
    return new Errand(org, booking, notice, channel, cause, version, repeat + 1);
  }

  Errand by(Channel other) {
    return new Errand(org, booking, notice, other, cause, version, 0);
  }
}
