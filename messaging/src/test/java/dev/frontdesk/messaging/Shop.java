package dev.frontdesk.messaging;

import static dev.frontdesk.messaging.Ana.BOOKING;
import static dev.frontdesk.messaging.Ana.ORG;

import dev.frontdesk.testkit.SettableClock;
import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The room around one appointment, all in memory.
final class Shop implements Aftermath {
  static final Duration SETTLE = Duration.ofSeconds(20);
  final SettableClock clock = new SettableClock(Ana.at("2026-03-01T12:00"));
  final MemoryMessages messages = new MemoryMessages();
  final MemoryCarrier carrier = new MemoryCarrier(clock);
  final Map<String, String> alarms = new LinkedHashMap<>();
  final List<Errand> planned = new ArrayList<>();
  final List<Instant> plannedAt = new ArrayList<>();
  final List<ReminderPlan.Reminder> reminders = new ArrayList<>();
  final ChangeLinks links =
      new ChangeLinks(
          new Secret("k".repeat(32)), URI.create("https://desk.example.com"), Duration.ofDays(3));
  Optional<Appointment> appointment = Optional.of(Ana.appointment("2026-03-03T15:00"));
  MessagingProfile profile = profile(Optional.empty());
  AppointmentChanges.Outcome callOff = AppointmentChanges.Outcome.DONE;
  final List<String> calledOff = new ArrayList<>();

  final NoticeDesk notices =
      new NoticeDesk(
          (_, _) -> appointment, _ -> Optional.of(profile), messages, messages, this, links,
          new Carriage(carrier, carrier, messages, messages, this, SETTLE));
  final DeliveryDesk delivery =
      new DeliveryDesk(
          (_, _) -> appointment, _ -> Optional.of(profile), messages, messages, carrier, this,
          Duration.ofMinutes(5));
  final ReplyDesk replies =
      new ReplyDesk(
          (_, _) -> appointment, _ -> Optional.of(profile), messages, messages,
          (_, booking, key) -> {
            calledOff.add(booking.value() + " " + key);
            return callOff;
          },
          links, this);

  static MessagingProfile profile(Optional<Price> budget) {
    return new MessagingProfile(
        Locale.US,
        Optional.of(
            new MessagingProfile.SmsLine(
                new Sender.Number(Ana.SHOP), Price.parse("0.0079 USD"), 10)),
        Optional.of(new MessagingProfile.MailLine(new EmailAddress("desk@maple.example"))),
        budget, QuietHours.NIGHT, true, Templates.ours());
  }

  Errand errand(Notice notice) {
    return new Errand(ORG, BOOKING, notice, Channel.SMS, "entry-1", 0, 0);
  }

  Message only() {
    var all = messages.ofBooking(ORG, BOOKING);
    if (all.size() != 1) {
      throw new AssertionError("messages: " + all);
    }
    return all.getFirst();
  }

  @Override
  public void plan(Errand errand, Instant at, Instant deadline) {
    planned.add(errand);
    plannedAt.add(at);
  }

  @Override
  public void remind(
      OrgId org, BookingId booking, int version, List<ReminderPlan.Reminder> plan) {
    reminders.clear();
    reminders.addAll(plan);
  }

  @Override
  public void forget(OrgId org, BookingId booking, int version) {
    reminders.clear();
  }

  @Override
  public void alarm(OrgId org, String kind, String subject, String text, Instant at) {
    alarms.put(kind, text);
  }

  @Override
  public void calm(OrgId org, String kind, String subject, Instant at) {
    alarms.remove(kind);
  }
}
