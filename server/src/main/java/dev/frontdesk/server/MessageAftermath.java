package dev.frontdesk.server;

import dev.frontdesk.durable.ActiveTrace;
import dev.frontdesk.durable.Alarm;
import dev.frontdesk.durable.Alarms;
import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.Jobs;
import dev.frontdesk.messaging.Aftermath;
import dev.frontdesk.messaging.Channel;
import dev.frontdesk.messaging.Errand;
import dev.frontdesk.messaging.ReminderPlan.Reminder;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What follows from messages, as jobs and alarms.
final class MessageAftermath implements Aftermath {
  /// Reminders of so many versions back may still be waiting.
  private static final int VERSIONS_BACK = 5;

  private final Jobs jobs;
  private final Alarms alarms;
  private final Clock clock;

  MessageAftermath(Jobs jobs, Alarms alarms, Clock clock) {
    this.jobs = jobs;
    this.alarms = alarms;
    this.clock = clock;
  }

  @Override
  public void plan(Errand errand, Instant at, Instant deadline) {
    boolean mail = errand.channel() == Channel.MAIL;
    var cause = errand.cause().replace('\n', '/') + "/" + errand.repeat();
    jobs.plan(
        List.of(
            MessageErrands.job(
                errand,
                mail ? MessageErrands.MAIL : MessageErrands.SEND,
                mail ? errand.booking().value() : errand.booking().value() + "/again",
                cause,
                ActiveTrace.orNew(clock.instant()),
                at,
                Optional.of(deadline))));
  }

  @Override
  public void remind(OrgId org, BookingId booking, int version, List<Reminder> reminders) {
    stopBefore(org, booking, version);
    var planned = new ArrayList<Job>();
    for (var reminder : reminders) {
      var cause = booking.value() + "/v" + version + "/" + reminder.notice().word();
      var errand =
          new Errand(org, booking, reminder.notice(), Channel.SMS, cause, version, 0);
      planned.add(
          MessageErrands.job(
              errand, MessageErrands.REMIND, key(booking, version), cause,
              ActiveTrace.orNew(clock.instant()), reminder.at(),
              Optional.of(reminder.deadline())));
    }
    if (!planned.isEmpty()) {
      jobs.plan(planned);
    }
  }

  @Override
  public void forget(OrgId org, BookingId booking, int version) {
    stopBefore(org, booking, version + 1);
  }

  private void stopBefore(OrgId org, BookingId booking, int version) {
    for (int v = version - 1; v >= 1 && v >= version - VERSIONS_BACK; v--) {
      jobs.stop(org, MessageErrands.REMIND, key(booking, v));
    }
  }

  private static String key(BookingId booking, int version) {
    return booking.value() + "/v" + version;
  }

  @Override
  public void alarm(OrgId org, String kind, String subject, String text, Instant at) {
    alarms.raise(new Alarm(org, kind, subject, text, at));
  }

  @Override
  public void calm(OrgId org, String kind, String subject, Instant at) {
    alarms.clear(org, kind, subject, at);
  }
}
