package dev.frontdesk.server;

import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.durable.Reaction;
import dev.frontdesk.messaging.Channel;
import dev.frontdesk.messaging.Errand;
import dev.frontdesk.messaging.Notice;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;

/// A booking made, moved or cancelled is told to the customer, and a while later it is checked that
/// they were told.
final class MessageReaction implements Reaction {
  private static final JsonMapper JSON = new JsonMapper();

  private final Predicate<OrgId> connected;
  private final Duration undeliveredAfter;

  /// @param connected whether an organisation writes to its customers at all
  MessageReaction(Predicate<OrgId> connected, Duration undeliveredAfter) {
    this.connected = connected;
    this.undeliveredAfter = undeliveredAfter;
  }

  @Override
  public List<Job> jobs(OutboxEntry entry) {
    return notice(entry)
        .filter(_ -> connected.test(entry.org()))
        .map(notice -> jobs(entry, notice))
        .orElse(List.of());
  }

  private List<Job> jobs(OutboxEntry entry, Notice notice) {
    var booking = new BookingId(entry.key());
    var errand = new Errand(entry.org(), booking, notice, Channel.SMS, entry.id(), 0, 0);
    var start = start(entry);
    return List.of(
        MessageErrands.job(
            errand, MessageErrands.SEND, entry.key(), entry.id(), entry.trace(), entry.at(), start),
        MessageErrands.job(
            errand, MessageErrands.CHECK, entry.key() + "/" + notice.word(), entry.id(),
            entry.trace(), entry.at().plus(undeliveredAfter), Optional.empty()));
  }

  private static Optional<Notice> notice(OutboxEntry entry) {
    return switch (entry.kind()) {
      case "booking.booking-made" -> Optional.of(Notice.CONFIRMATION);
      case "booking.booking-moved" -> Optional.of(Notice.MOVED);
      case "booking.booking-cancelled" -> Optional.of(Notice.CANCELLED);
      default -> Optional.empty();
    };
  }

  /// After it, "booked" would harm.
  private static Optional<Instant> start(OutboxEntry entry) {
    var text = JSON.readTree(entry.payload()).path("slot").path("start").asString("");
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(Instant.parse(text)).filter(start -> start.isAfter(entry.at()));
  }
}
