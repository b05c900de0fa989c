package dev.frontdesk.messaging;

import static dev.frontdesk.messaging.Outcomes.asked;
import static dev.frontdesk.messaging.Outcomes.done;
import static dev.frontdesk.messaging.Outcomes.failed;
import static dev.frontdesk.messaging.Outcomes.later;

import dev.frontdesk.messaging.MessageStore.Particulars;
import dev.frontdesk.messaging.spi.DeliveryReport;
import dev.frontdesk.messaging.spi.MailSender;
import dev.frontdesk.messaging.spi.MessageSender;
import dev.frontdesk.messaging.spi.Submission;
import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Brings messages to their carriers, and finds out what became of those that nobody answered for.
public final class Carriage {
  /// The carrier's clock may be behind ours.
  private static final Duration SKEW = Duration.ofMinutes(2);

  private final MessageSender texts;
  private final MailSender mails;
  private final MessageStore store;
  private final ContactStore contacts;
  private final Aftermath aftermath;
  private final Aftercare aftercare;
  private final Duration settle;

  /// @param settle how long after a lost answer a text that cannot be found may still show up; only
  ///     then is it sent again
  public Carriage(
      MessageSender texts,
      MailSender mails,
      MessageStore store,
      ContactStore contacts,
      Aftermath aftermath,
      Duration settle) {
    this.texts = texts;
    this.mails = mails;
    this.store = store;
    this.contacts = contacts;
    this.aftermath = aftermath;
    this.aftercare = new Aftercare(aftermath);
    this.settle = settle;
  }

  /// Hands over what was just written down.
  ProviderResult<String> handOver(
      Message message,
      Appointment appointment,
      MessagingProfile profile,
      Drafts drafts,
      Instant now) {
    var result =
        switch (message.draft().to()) {
          case Recipient.Handset _ ->
              texts.send(
                  Drafts.text(
                      message, profile.sms().orElseThrow().sender(), appointment.slot().start(),
                      now));
          case Recipient.Mailbox _ ->
              mails.send(drafts.mail(message, appointment, profile, now));
        };
    return switch (result) {
      case Ok(Submission.Accepted(var id, int segments)) -> {
        store.move(message.org(), message.id(), MessageEvent.ACCEPT, accepted(id, segments), now);
        yield done("accepted as " + id);
      }
      case Ok(Submission.Refused(var refusal, var detail)) ->
          refused(message, appointment, profile, refusal, detail, now);
      case Failed(Failure.Unconfirmed unconfirmed) -> {
        store.move(message.org(), message.id(), MessageEvent.LOSE_SIGHT, Particulars.NONE, now);
        yield failed(unconfirmed);
      }
      case Failed(Failure.Permanent permanent) -> {
        store.standDown(message.org(), message.id());
        aftermath.alarm(
            message.org(), Aftercare.SENDER, message.draft().sender(),
            Aftercare.sentence(message, permanent.detail()), now);
        yield failed(permanent);
      }
      case Failed(var failure) -> {
        store.standDown(message.org(), message.id());
        yield failed(failure);
      }
    };
  }

  private ProviderResult<String> refused(
      Message message,
      Appointment appointment,
      MessagingProfile profile,
      Refusal refusal,
      String detail,
      Instant now) {
    var why = refusal.mend() + " (" + detail + ")";
    store.move(
        message.org(), message.id(), MessageEvent.REFUSE, Particulars.problem(why), now);
    if (refusal == Refusal.OPTED_OUT) {
      contacts.suppress(
          message.org(), message.draft().to(), Optional.empty(), "carrier", now);
    }
    return done(
        "refused: %s; %s"
            .formatted(
                why, aftercare.lost(message, appointment, profile, refusal, why, now)));
  }

  /// Looks for a message that may have been taken.
  ///
  /// @return what is to be answered; empty when it is certain by now that it was not taken
  Optional<ProviderResult<String>> lookFor(Message message, Instant now) {
    if (message.draft().channel() == Channel.MAIL) {
      return Optional.empty(); // sent again under the same Message-ID
    }
    var attemptedAt = message.times().attemptedAt().orElse(message.times().createdAt());
    var sender = sender(message.draft().sender());
    return switch (texts.sightings(
        Drafts.text(message, sender, now, now), attemptedAt.minus(SKEW))) {
      case Failed(var failure) -> Optional.of(asked(failure));
      case Ok(var sightings) -> {
        var ours = oldestUnclaimed(message, sightings);
        if (ours.isPresent()) {
          yield Optional.of(found(message, ours.get(), now));
        }
        var left = Duration.between(now, attemptedAt.plus(settle));
        yield left.isPositive()
            ? Optional.of(later("it may still show up at the carrier", left))
            : Optional.empty();
      }
    };
  }

  private Optional<DeliveryReport> oldestUnclaimed(
      Message message, List<DeliveryReport> sightings) {
    var known =
        store.known(
            message.org(),
            sightings.stream().map(DeliveryReport::providerId).collect(Collectors.toSet()));
    return sightings.stream()
        .filter(sighting -> !known.contains(sighting.providerId()))
        .min(Comparator.comparing(sighting -> sighting.createdAt().orElse(Instant.MAX)));
  }

  private ProviderResult<String> found(Message message, DeliveryReport sighting, Instant now) {
    store.move(
        message.org(), message.id(), MessageEvent.ACCEPT,
        accepted(sighting.providerId(), sighting.segments()), now);
    return done("found at the carrier as " + sighting.providerId());
  }

  static Particulars accepted(String id, int segments) {
    return new Particulars(
        Optional.of(id),
        Optional.empty(),
        segments > 0 ? Optional.of(segments) : Optional.empty(),
        Optional.empty());
  }

  private static Sender sender(String plain) {
    return plain.startsWith("+")
        ? new Sender.Number(new PhoneNumber(plain))
        : new Sender.Service(plain);
  }
}
