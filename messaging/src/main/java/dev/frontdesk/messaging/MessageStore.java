package dev.frontdesk.messaging;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Messages as they are kept. Blocks; every method is one transaction.
public interface MessageStore {
  /// Oldest first.
  List<Message> ofBooking(OrgId org, BookingId booking);

  Optional<Message> find(OrgId org, MessageId id);

  /// The newest to this recipient about any booking.
  Optional<Message> lastTo(OrgId org, Recipient to);

  /// Of these ids of the carrier's, those that belong to messages kept here.
  Set<String> known(OrgId org, Collection<String> providerIds);

  /// Writes down that a message is about to be sent, and takes its cost from the budget and its
  /// turn from the sender's rate, all or nothing. A message written down before is taken up again
  /// with the new draft, if nobody else has done so meanwhile.
  ///
  /// @param seen how many attempts the asker knows of; 0 for a new message
  Intent intend(
      OrgId org, MessageId id, Message.Draft draft, int seen, Allowance allowance, Instant now);

  /// It is known that the last attempt did not reach the carrier.
  void standDown(OrgId org, MessageId id);

  /// Applies an event, if it leads anywhere from where the message stands (`MessageMoves`). A
  /// message that is refused or withheld before it was taken costs nothing.
  ///
  /// @return the message as it then is; empty when there is none
  Optional<Moved> move(
      OrgId org, MessageId id, MessageEvent event, Particulars particulars, Instant at);

  /// Notes what the customer did about the newest message on this booking; the first act counts.
  void responded(OrgId org, BookingId booking, String response);

  /// How the wordings fare.
  List<VariantFigures> variants(OrgId org);

  /// @param budget    for the month; no limit when empty
  /// @param perSecond of the sender
  record Allowance(Optional<Price> budget, double perSecond) {}

  /// What an event brings along.
  record Particulars(
      Optional<String> providerId,
      Optional<String> problem,
      Optional<Integer> segments,
      Optional<Price> cost) {
    public static final Particulars NONE =
        new Particulars(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public static Particulars problem(String text) {
      return new Particulars(
          Optional.empty(), Optional.of(text), Optional.empty(), Optional.empty());
    }
  }

  /// @param changed false when the event led nowhere
  record Moved(Message message, boolean changed) {}

  /// Whether a message may be sent now.
  sealed interface Intent {
    record Ready(Message message) implements Intent {}

    /// Somebody else works on it, or it has moved on.
    record Taken() implements Intent {}

    /// They want no such message.
    record Suppressed() implements Intent {}

    /// @param spent this month
    record OverBudget(Price spent) implements Intent {}

    record TooFast(Duration pause) implements Intent {}
  }

  /// @param sent      accepted by the carrier
  /// @param responded by a reply or through the link
  record VariantFigures(
      Notice notice, Channel channel, String variant, int sent, int delivered, int responded,
      int optedOut) {}
}
