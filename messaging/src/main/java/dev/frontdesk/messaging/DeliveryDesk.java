package dev.frontdesk.messaging;

import static dev.frontdesk.messaging.Outcomes.done;
import static dev.frontdesk.messaging.Outcomes.nothing;

import dev.frontdesk.messaging.MessageStore.Particulars;
import dev.frontdesk.messaging.spi.DeliveryReport;
import dev.frontdesk.messaging.spi.MessageSender;
import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.Appointments;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Follows messages until they have arrived. Safe from any thread; blocks.
public final class DeliveryDesk {
  private final Appointments appointments;
  private final Function<OrgId, Optional<MessagingProfile>> profiles;
  private final MessageStore store;
  private final ContactStore contacts;
  private final MessageSender texts;
  private final Aftermath aftermath;
  private final Aftercare aftercare;
  private final Duration undeliveredAfter;

  /// @param undeliveredAfter when `check` is due after a notice was
  public DeliveryDesk(
      Appointments appointments,
      Function<OrgId, Optional<MessagingProfile>> profiles,
      MessageStore store,
      ContactStore contacts,
      MessageSender texts,
      Aftermath aftermath,
      Duration undeliveredAfter) {
    this.appointments = appointments;
    this.profiles = profiles;
    this.store = store;
    this.contacts = contacts;
    this.texts = texts;
    this.aftermath = aftermath;
    this.aftercare = new Aftercare(aftermath);
    this.undeliveredAfter = undeliveredAfter;
  }

  /// Takes what a carrier tells about one of our messages. Reports may come twice, late, and in any
  /// order.
  ///
  /// @return the message as it then is; empty when it is none of ours
  public Optional<Message> report(
      OrgId org, MessageId id, DeliveryReport report, Instant now) {
    var known = store.find(org, id);
    if (known.isEmpty() || foreign(known.get(), report)) {
      return Optional.empty();
    }
    var why = report.refusal().map(refusal -> refusal.mend() + detail(report));
    var particulars =
        new Particulars(
            Optional.of(report.providerId()),
            why,
            report.segments() > 0 ? Optional.of(report.segments()) : Optional.empty(),
            report.cost());
    var moved = store.move(org, id, report.event(), particulars, now);
    moved
        .filter(MessageStore.Moved::changed)
        .ifPresent(change -> follow(change.message(), report, now));
    return moved.map(MessageStore.Moved::message);
  }

  /// A report about another message of the carrier's, replayed under this one's address.
  private static boolean foreign(Message message, DeliveryReport report) {
    return message.providerId().filter(id -> !id.equals(report.providerId())).isPresent();
  }

  private void follow(Message message, DeliveryReport report, Instant now) {
    if (message.state().arrived() && mayBeAlarmed(message, now)) {
      aftermath.calm(message.org(), Aftercare.UNDELIVERED, message.draft().booking().value(), now);
      aftermath.calm(message.org(), Aftercare.SENDER, message.draft().sender(), now);
    }
    if (!message.state().lost() || report.refusal().isEmpty()) {
      return;
    }
    var refusal = report.refusal().get();
    if (refusal == Refusal.OPTED_OUT) {
      contacts.suppress(message.org(), message.draft().to(), Optional.empty(), "carrier", now);
    }
    var appointment = appointments.find(message.org(), message.draft().booking());
    var profile = profiles.apply(message.org());
    if (appointment.isPresent() && profile.isPresent()
        && now.isBefore(appointment.get().slot().start())) {
      aftercare.lost(
          message, appointment.get(), profile.get(), refusal, refusal.mend() + detail(report), now);
    }
  }

  /// Most arrive at once, and nobody was alarmed about them.
  private boolean mayBeAlarmed(Message message, Instant now) {
    return message.times().lostAt().isPresent()
        || message.draft().repeat() > 0
        || !now.isBefore(message.times().createdAt().plus(undeliveredAfter.dividedBy(2)));
  }

  /// Some minutes after a notice was due: has the customer been told? If not, somebody is alarmed
  /// and the other channel is tried.
  public ProviderResult<String> check(Errand errand, Instant now) {
    var profile = profiles.apply(errand.org()).filter(MessagingProfile::connected);
    if (profile.isEmpty()) {
      return nothing("not connected");
    }
    var appointment = appointments.find(errand.org(), errand.booking());
    if (appointment.isEmpty() || over(errand, appointment.get(), now)) {
      return nothing("there is nothing to be told any more");
    }
    var messages = notices(errand, store.ofBooking(errand.org(), errand.booking()));
    for (var message : messages) {
      if (message.state().told() && !message.state().arrived()) {
        var asked = ask(message, now);
        if (asked.isPresent()) {
          return asked.get();
        }
      }
    }
    var latest = notices(errand, store.ofBooking(errand.org(), errand.booking()));
    if (latest.stream().anyMatch(message -> message.state().arrived())) {
      aftermath.calm(errand.org(), Aftercare.UNDELIVERED, errand.booking().value(), now);
      aftermath.calm(errand.org(), Aftercare.BUDGET, "budget", now);
      return done("delivered");
    }
    return undelivered(errand, appointment.get(), profile.get(), latest, now);
  }

  private ProviderResult<String> undelivered(
      Errand errand,
      Appointment appointment,
      MessagingProfile profile,
      List<Message> messages,
      Instant now) {
    var why =
        messages.isEmpty()
            ? "nothing was sent"
            : messages.stream()
                .map(m -> m.problem().orElse("it is " + m.state()))
                .reduce((_, last) -> last)
                .orElseThrow();
    boolean mailed =
        aftercare.byMail(errand.notice(), Channel.SMS, appointment, profile, now)
            || messages.stream().anyMatch(
                m -> m.draft().channel() == Channel.MAIL && m.state().told());
    var sentence =
        "%s: no %s has been delivered yet: %s."
            .formatted(
                BookingCode.of(errand.booking()).value(), errand.notice().word(), why);
    aftercare.undelivered(errand.org(), appointment, sentence, mailed, now);
    return done("not delivered; an alarm stands" + (mailed ? ", and a mail goes out" : ""));
  }

  /// Reports get lost: asks the carrier itself.
  private Optional<ProviderResult<String>> ask(Message message, Instant now) {
    if (message.draft().channel() != Channel.SMS || message.providerId().isEmpty()) {
      return Optional.empty();
    }
    return switch (texts.status(message.providerId().get())) {
      case Failed(var failure) -> Optional.of(Outcomes.asked(failure));
      case Ok(var report) -> {
        report(message.org(), message.id(), report, now);
        yield Optional.empty();
      }
    };
  }

  private static List<Message> notices(Errand errand, List<Message> messages) {
    return messages.stream()
        .filter(message -> !message.draft().notice().reminds())
        .filter(
            message ->
                (message.draft().notice() == Notice.CANCELLED)
                    == (errand.notice() == Notice.CANCELLED))
        .filter(message -> message.draft().version() >= errand.version())
        .toList();
  }

  private static boolean over(Errand errand, Appointment appointment, Instant now) {
    boolean stands = appointment.state() == Appointment.State.CONFIRMED;
    return !now.isBefore(appointment.slot().start())
        || stands == (errand.notice() == Notice.CANCELLED);
  }

  private static String detail(DeliveryReport report) {
    return report.detail().isEmpty() ? "" : " (" + report.detail() + ")";
  }
}
