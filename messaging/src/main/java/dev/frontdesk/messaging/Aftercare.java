package dev.frontdesk.messaging;

import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Duration;
import java.time.Instant;

/// What is done about a message that did not arrive.
final class Aftercare {
  static final String UNDELIVERED = "message.undelivered";
  static final String SENDER = "message.sender";
  static final String BUDGET = "message.budget";

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(2);

  private final Aftermath aftermath;

  Aftercare(Aftermath aftermath) {
    this.aftermath = aftermath;
  }

  /// @param why in words for who can mend it
  /// @return what was done, for operators
  String lost(
      Message message,
      Appointment appointment,
      MessagingProfile profile,
      Refusal refusal,
      String why,
      Instant now) {
    if (refusal.remedy() == Refusal.Remedy.MEND) {
      aftermath.alarm(message.org(), SENDER, message.draft().sender(), sentence(message, why), now);
    }
    var again = now.plus(FIRST_PAUSE.multipliedBy(1L << message.draft().repeat()));
    if (refusal.mayRepeat(message.draft().repeat() + 1)
        && appointment.state() == Appointment.State.CONFIRMED
        && again.isBefore(appointment.slot().start())) {
      aftermath.plan(repeated(message), again, appointment.slot().start());
      return "sent again later";
    }
    return otherwise(message, appointment, profile, why, now);
  }

  /// Tries the other channel, and says so to a person where the customer would go untold.
  String otherwise(
      Message message,
      Appointment appointment,
      MessagingProfile profile,
      String why,
      Instant now) {
    boolean mailed = byMail(message.draft().notice(), message.draft().channel(), appointment,
        profile, now);
    if (!message.draft().notice().reminds()) {
      undelivered(message.org(), appointment, sentence(message, why), mailed, now);
    }
    return mailed ? "sent by mail instead" : "no other way is known";
  }

  void undelivered(
      OrgId org, Appointment appointment, String sentence, boolean mailed, Instant now) {
    aftermath.alarm(
        org,
        UNDELIVERED,
        appointment.id().value(),
        sentence
            + (mailed ? " It goes by mail instead." : " There is no other way: call them."),
        now);
  }

  /// @return whether a mail is on its way, now or from before
  boolean byMail(
      Notice notice,
      Channel lost,
      Appointment appointment,
      MessagingProfile profile,
      Instant now) {
    if (lost == Channel.MAIL || profile.mail().isEmpty() || appointment.email().isEmpty()) {
      return false;
    }
    aftermath.plan(mail(notice, appointment), now, appointment.slot().start());
    return true;
  }

  /// The same for each reason to send it, so that there is one mail.
  static Errand mail(Notice notice, Appointment appointment) {
    var cause =
        String.join(
            "\n", appointment.id().value(), notice.word(), "" + appointment.version(), "mail");
    return new Errand(
        appointment.org(), appointment.id(), notice, Channel.MAIL, cause,
        notice.reminds() ? appointment.version() : 0, 0);
  }

  private static Errand repeated(Message message) {
    var draft = message.draft();
    return new Errand(
        message.org(), draft.booking(), draft.notice(), draft.channel(),
        "after " + message.id().value(), draft.notice().reminds() ? draft.version() : 0,
        draft.repeat() + 1);
  }

  static String sentence(Message message, String why) {
    return "%s: the %s by %s did not arrive: %s."
        .formatted(
            BookingCode.of(message.draft().booking()).value(),
            message.draft().notice().word(),
            message.draft().channel() == Channel.SMS ? "text" : "mail",
            why);
  }
}
