package dev.frontdesk.messaging;

import static dev.frontdesk.messaging.Outcomes.done;
import static dev.frontdesk.messaging.Outcomes.later;
import static dev.frontdesk.messaging.Outcomes.never;
import static dev.frontdesk.messaging.Outcomes.nothing;

import dev.frontdesk.messaging.MessageStore.Allowance;
import dev.frontdesk.messaging.MessageStore.Intent;
import dev.frontdesk.messaging.MessagingProfile.SmsLine;
import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.Appointments;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Gives one notice by one channel: decides, writes the intent down, hands it over, writes down
/// what came of it. Each step can be the last of a process: whoever comes next finds the intent, and
/// looks whether the carrier has the message before sending it. Safe from any thread; blocks.
public final class NoticeDesk {
  private final Appointments appointments;
  private final Function<OrgId, Optional<MessagingProfile>> profiles;
  private final MessageStore store;
  private final ContactStore contacts;
  private final Aftermath aftermath;
  private final Aftercare aftercare;
  private final Drafts drafts;
  private final Carriage carriage;

  /// @param profiles how each organisation writes; empty for one that does not
  public NoticeDesk(
      Appointments appointments,
      Function<OrgId, Optional<MessagingProfile>> profiles,
      MessageStore store,
      ContactStore contacts,
      Aftermath aftermath,
      ChangeLinks links,
      Carriage carriage) {
    this.appointments = appointments;
    this.profiles = profiles;
    this.store = store;
    this.contacts = contacts;
    this.aftermath = aftermath;
    this.aftercare = new Aftercare(aftermath);
    this.drafts = new Drafts(links);
    this.carriage = carriage;
  }

  /// One attempt at one errand, by the appointment as it stands now.
  public ProviderResult<String> send(Errand errand, Instant now) {
    var profile = profiles.apply(errand.org()).filter(MessagingProfile::connected);
    if (profile.isEmpty()) {
      return nothing("not connected");
    }
    var appointment = appointments.find(errand.org(), errand.booking());
    if (appointment.isEmpty()) {
      return nothing("there is no such booking");
    }
    var result = send(errand, appointment.get(), profile.get(), now);
    remind(errand, appointment.get(), profile.get(), now);
    return result;
  }

  private ProviderResult<String> send(
      Errand errand, Appointment appointment, MessagingProfile profile, Instant now) {
    var to = drafts.recipient(errand.channel(), appointment, profile);
    if (to.isEmpty()) {
      boolean mailed =
          aftercare.byMail(errand.notice(), errand.channel(), appointment, profile, now);
      return mailed
          ? done("by mail: there is no number, or no sender for texts")
          : nothing("the customer left nothing to write to");
    }
    var all = store.ofBooking(errand.org(), errand.booking());
    var mine = all.stream().filter(message -> message.id().equals(errand.message())).findFirst();
    if (mine.isPresent() && !mine.get().open()) {
      return nothing("done before, it is " + mine.get().state());
    }
    if (mine.isPresent() && mine.get().uncertain()) {
      var found = carriage.lookFor(mine.get(), now);
      if (found.isPresent()) {
        return found.get();
      }
    }
    var others = all.stream().filter(message -> !message.id().equals(errand.message())).toList();
    var zones = zones(appointment);
    return switch (NoticePolicy.decide(
        errand, appointment, others, zones, profile.quiet(), now)) {
      case NoticePolicy.Verdict.Skip(var why) -> skip(mine, why, now);
      case NoticePolicy.Verdict.Wait(var until, var why) -> later(why, until);
      case NoticePolicy.Verdict.Send() ->
          hand(errand, appointment, profile, to.get(), mine.map(Message::attempts).orElse(0), now);
    };
  }

  private ProviderResult<String> skip(Optional<Message> mine, String why, Instant now) {
    mine.ifPresent(
        message ->
            store.move(
                message.org(), message.id(), MessageEvent.WITHHOLD,
                MessageStore.Particulars.problem(why), now));
    return nothing(why);
  }

  private ProviderResult<String> hand(
      Errand errand,
      Appointment appointment,
      MessagingProfile profile,
      Recipient to,
      int seen,
      Instant now) {
    var draft = drafts.draft(errand, appointment, profile, to, zones(appointment), now);
    var allowance =
        new Allowance(
            profile.budget(), profile.sms().map(SmsLine::perSecond).orElse(Double.MAX_VALUE));
    return switch (store.intend(errand.org(), errand.message(), draft, seen, allowance, now)) {
      case Intent.Ready(var message) -> {
        var result = carriage.handOver(message, appointment, profile, drafts, now);
        consent(appointment, to);
        yield result;
      }
      case Intent.Taken() -> nothing("somebody else is at it");
      case Intent.Suppressed() -> {
        boolean mailed =
            aftercare.byMail(errand.notice(), errand.channel(), appointment, profile, now);
        yield nothing(Refusal.OPTED_OUT.mend() + (mailed ? "; sent by mail" : ""));
      }
      case Intent.TooFast(var pause) -> later("the sender's rate is used up", pause);
      case Intent.OverBudget(var spent) -> overBudget(errand, appointment, profile, spent, now);
    };
  }

  private ProviderResult<String> overBudget(
      Errand errand,
      Appointment appointment,
      MessagingProfile profile,
      Price spent,
      Instant now) {
    var text =
        "The month's budget for texts is used up: %s spent. Raise messages.budget."
            .formatted(spent);
    aftermath.alarm(errand.org(), Aftercare.BUDGET, "budget", text, now);
    boolean mailed =
        aftercare.byMail(errand.notice(), errand.channel(), appointment, profile, now);
    return mailed ? done("by mail: the budget for texts is used up") : never(text);
  }

  /// They gave the number or address when they booked, to be written to about the booking.
  private void consent(Appointment appointment, Recipient to) {
    if (appointment.version() == 1) {
      contacts.consented(
          appointment.org(),
          to,
          Purpose.APPOINTMENT,
          new ContactStore.Proof(
              "call", appointment.call().value(), "left it when booking", appointment.bookedAt()));
    }
  }

  private void remind(
      Errand errand, Appointment appointment, MessagingProfile profile, Instant now) {
    switch (errand.notice()) {
      case CONFIRMATION, MOVED -> {
        if (profile.reminders() && errand.repeat() == 0
            && appointment.state() == Appointment.State.CONFIRMED) {
          aftermath.remind(
              errand.org(), errand.booking(), appointment.version(),
              ReminderPlan.of(appointment, zones(appointment), profile.quiet(), now));
        }
      }
      case CANCELLED -> aftermath.forget(errand.org(), errand.booking(), appointment.version());
      case DAY_BEFORE, HOURS_BEFORE -> {}
    }
  }

  static List<ZoneId> zones(Appointment appointment) {
    return CustomerZones.of(appointment.phone(), appointment.zone());
  }
}
