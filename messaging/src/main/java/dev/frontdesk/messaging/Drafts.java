package dev.frontdesk.messaging;

import dev.frontdesk.messaging.spi.Invite;
import dev.frontdesk.messaging.spi.OutgoingMail;
import dev.frontdesk.messaging.spi.OutgoingText;
import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.EmailAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Puts notices into words.
final class Drafts {
  /// What Twilio allows, and more than anybody waits for a text.
  private static final Duration LONGEST_VALID = Duration.ofHours(10);

  private static final Duration SHORTEST_VALID = Duration.ofSeconds(10);

  private final ChangeLinks links;

  Drafts(ChangeLinks links) {
    this.links = links;
  }

  /// Where a notice can go by this channel.
  Optional<Recipient> recipient(
      Channel channel, Appointment appointment, MessagingProfile profile) {
    return switch (channel) {
      case SMS ->
          profile.sms().flatMap(_ -> appointment.phone().map(Recipient.Handset::new));
      case MAIL ->
          profile.mail().flatMap(_ -> appointment.email().map(Recipient.Mailbox::new));
    };
  }

  Message.Draft draft(
      Errand errand,
      Appointment appointment,
      MessagingProfile profile,
      Recipient to,
      List<ZoneId> zones,
      Instant now) {
    var template =
        profile.templates().choose(errand.notice(), to.channel(), profile.locale(), to.plain());
    var link = template.hasLink() ? link(appointment, now) : URI.create("");
    var text = template.text().fill(TokenValues.of(appointment, profile.locale(), zones, link));
    return switch (to) {
      case Recipient.Handset _ -> {
        var line = profile.sms().orElseThrow();
        int parts = Segments.of(text).parts();
        yield new Message.Draft(
            appointment.id(), appointment.version(), errand.notice(), errand.repeat(), to,
            line.sender().plain(), template.variant(), new MessageText(text), parts,
            Optional.of(line.perSegment().times(parts)));
      }
      case Recipient.Mailbox _ ->
          new Message.Draft(
              appointment.id(), appointment.version(), errand.notice(), errand.repeat(), to,
              profile.mail().orElseThrow().from().value(), template.variant(),
              new MessageText(text), 0, Optional.empty());
    };
  }

  /// As it was written down.
  static OutgoingText text(Message message, Sender sender, Instant start, Instant now) {
    if (!(message.draft().to() instanceof Recipient.Handset(var number))) {
      throw new IllegalArgumentException("not a text");
    }
    var valid = Duration.between(now, start);
    if (valid.compareTo(LONGEST_VALID) > 0) {
      valid = LONGEST_VALID;
    } else if (valid.compareTo(SHORTEST_VALID) < 0) {
      valid = SHORTEST_VALID;
    }
    return new OutgoingText(
        message.org(), message.id(), sender, number, message.draft().text(), valid);
  }

  OutgoingMail mail(
      Message message, Appointment appointment, MessagingProfile profile, Instant now) {
    if (!(message.draft().to() instanceof Recipient.Mailbox(var address))) {
      throw new IllegalArgumentException("not a mail");
    }
    var notice = message.draft().notice();
    var template =
        profile.templates().choose(
            notice, Channel.MAIL, profile.locale(), message.draft().to().plain());
    var values =
        TokenValues.of(
            appointment, profile.locale(), NoticeDesk.zones(appointment), URI.create(""));
    var subject = template.subject().orElseThrow().fill(values);
    return new OutgoingMail(
        message.id(), new EmailAddress(message.draft().sender()), appointment.organisationName(),
        address, new MessageText(subject), message.draft().text(),
        Optional.of(invite(notice, appointment, now)));
  }

  private Invite invite(Notice notice, Appointment appointment, Instant now) {
    boolean over = notice == Notice.CANCELLED;
    return new Invite(
        appointment.id(),
        appointment.version() - 1,
        over ? Invite.Method.CANCEL : Invite.Method.REQUEST,
        appointment.slot(),
        appointment.zone(),
        new MessageText(appointment.serviceName() + ", " + appointment.organisationName()),
        appointment.address(),
        over ? Optional.empty() : Optional.of(link(appointment, now)),
        now);
  }

  private URI link(Appointment appointment, Instant now) {
    return links.issue(appointment.org(), appointment.id(), appointment.slot().start(), now);
  }
}
