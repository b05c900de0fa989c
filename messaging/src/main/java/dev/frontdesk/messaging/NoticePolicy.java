package dev.frontdesk.messaging;

import dev.frontdesk.vocabulary.Appointment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// Whether a notice still makes sense, judged by the appointment as it stands when the notice is
/// about to be sent: what is told is the newest, nothing is told twice, and nothing after the fact.
/// Pure.
final class NoticePolicy {
  private NoticePolicy() {}

  sealed interface Verdict {
    record Send() implements Verdict {}

    record Wait(Duration until, String why) implements Verdict {}

    record Skip(String why) implements Verdict {}
  }

  /// @param before what was sent about this booking, this message left out
  /// @param zones  the customer's clocks
  static Verdict decide(
      Errand errand,
      Appointment appointment,
      List<Message> before,
      List<ZoneId> zones,
      QuietHours quiet,
      Instant now) {
    var start = appointment.slot().start();
    if (!now.isBefore(start)) {
      return new Verdict.Skip("the appointment has begun");
    }
    return switch (errand.notice()) {
      case CANCELLED ->
          appointment.state() != Appointment.State.CANCELLED
              ? new Verdict.Skip("it is not cancelled")
              : told(errand, before, Notice.CANCELLED, appointment.version());
      case CONFIRMATION, MOVED ->
          appointment.state() != Appointment.State.CONFIRMED
              ? new Verdict.Skip("it no longer stands")
              : told(errand, before, Notice.CONFIRMATION, appointment.version());
      case DAY_BEFORE, HOURS_BEFORE -> reminder(errand, appointment, zones, quiet, now);
    };
  }

  /// A confirmation that was late told of the move already, and the other way round.
  private static Verdict told(Errand errand, List<Message> before, Notice like, int version) {
    boolean told =
        before.stream()
            .filter(message -> message.draft().channel() == errand.channel())
            .filter(message -> message.state().told() || message.uncertain())
            .filter(message -> sameNews(message.draft().notice(), like))
            .anyMatch(message -> message.draft().version() >= version);
    return told ? new Verdict.Skip("it was told already") : new Verdict.Send();
  }

  private static boolean sameNews(Notice told, Notice like) {
    return switch (told) {
      case CONFIRMATION, MOVED -> like == Notice.CONFIRMATION;
      case CANCELLED -> like == Notice.CANCELLED;
      case DAY_BEFORE, HOURS_BEFORE -> false;
    };
  }

  private static Verdict reminder(
      Errand errand, Appointment appointment, List<ZoneId> zones, QuietHours quiet, Instant now) {
    if (appointment.state() != Appointment.State.CONFIRMED) {
      return new Verdict.Skip("it no longer stands");
    }
    if (errand.version() != 0 && errand.version() != appointment.version()) {
      return new Verdict.Skip("it was moved since, and reminders planned anew");
    }
    var latest = appointment.slot().start().minus(ReminderPlan.LATEST);
    if (now.isAfter(latest)) {
      return new Verdict.Skip("it begins too soon for a reminder");
    }
    if (!quiet.at(now, zones)) {
      return new Verdict.Send();
    }
    var end = quiet.end(now, zones);
    return end.isAfter(latest)
        ? new Verdict.Skip("it is quiet until it begins")
        : new Verdict.Wait(Duration.between(now, end), "quiet hours");
  }
}
