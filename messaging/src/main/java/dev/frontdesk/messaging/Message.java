package dev.frontdesk.messaging;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.Optional;

/// One message, from the intent to what became of it.
///
/// @param attempts   how often it was handed to the carrier, or may have been
/// @param providerId the carrier's id, once it is known
/// @param problem    why it did not arrive, in words for who can mend it
/// @param response   what the customer did about it, as `confirmed`
public record Message(
    OrgId org,
    MessageId id,
    Draft draft,
    MessageState state,
    int attempts,
    Optional<String> providerId,
    Optional<String> problem,
    Optional<String> response,
    Times times) {

  /// What is to be sent.
  ///
  /// @param version  of the booking that it tells of
  /// @param repeat   0 for the first; another number for one sent because an earlier one was lost
  /// @param sender   as `Sender.plain`, or the mailbox
  /// @param segments 0 for a mail
  public record Draft(
      BookingId booking,
      int version,
      Notice notice,
      int repeat,
      Recipient to,
      String sender,
      String variant,
      MessageText text,
      int segments,
      Optional<Price> cost) {

    public Channel channel() {
      return to.channel();
    }
  }

  /// @param attemptedAt when it was last handed over, unless that is known to have failed
  public record Times(
      Instant createdAt,
      Optional<Instant> attemptedAt,
      Optional<Instant> acceptedAt,
      Optional<Instant> sentAt,
      Optional<Instant> deliveredAt,
      Optional<Instant> lostAt) {}

  /// Whether it may be on its way although nobody has said so.
  boolean uncertain() {
    return (state == MessageState.INTENDED || state == MessageState.UNCONFIRMED)
        && times.attemptedAt.isPresent();
  }

  boolean open() {
    return state == MessageState.INTENDED || state == MessageState.UNCONFIRMED;
  }
}
