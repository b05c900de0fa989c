package dev.frontdesk.reporting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What came of a call for the business: one for each call. What the desk did counts before what
/// was said.
public enum Disposition {
  BOOKED,
  RESCHEDULED,
  CANCELLED,
  WAITLISTED,
  PUT_THROUGH,
  CALL_BACK_PROMISED,
  ANSWERED,
  NOT_BOOKED,
  COMPLAINT_TAKEN,
  ABANDONED,
  WRONG_NUMBER,
  UNWANTED,
  VOICEMAIL,
  NO_ANSWER,
  TURNED_AWAY,
  FAILED;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Disposition> of(String word) {
    return Arrays.stream(values()).filter(end -> end.word().equals(word)).findFirst();
  }

  static Disposition of(CallRecord call, Intent intent) {
    if (call.did(Act.Kind.BOOKED)) {
      return BOOKED;
    }
    if (call.did(Act.Kind.RESCHEDULED)) {
      return RESCHEDULED;
    }
    if (call.did(Act.Kind.CANCELLED)) {
      return CANCELLED;
    }
    if (call.did(Act.Kind.WAITLISTED)) {
      return WAITLISTED;
    }
    // Whom nobody picked up for is promised a call back after having been put through.
    if (call.did(Act.Kind.CALL_BACK_PROMISED)) {
      return CALL_BACK_PROMISED;
    }
    if (call.did(Act.Kind.PUT_THROUGH) && !call.endedReason().startsWith("pipeline-error")) {
      return PUT_THROUGH;
    }
    return withoutAct(call, intent);
  }

  private static Disposition withoutAct(CallRecord call, Intent intent) {
    var reason = call.endedReason();
    if (reason.endsWith("concurrency-limit-reached")) {
      return TURNED_AWAY;
    }
    if (reason.equals("customer-busy") || reason.equals("customer-did-not-answer")) {
      return NO_ANSWER;
    }
    if (reason.equals("voicemail")) {
      return VOICEMAIL;
    }
    if (reason.contains("error") || reason.startsWith("pipeline-") || reason.contains("failed")) {
      return FAILED;
    }
    return switch (intent) {
      case WRONG_NUMBER -> WRONG_NUMBER;
      case SELL -> UNWANTED;
      case VOICEMAIL -> VOICEMAIL;
      case COMPLAIN -> COMPLAINT_TAKEN;
      case ASK_PRICE, ASK_OTHER, CHECK_BOOKING -> ANSWERED;
      case BOOK -> NOT_BOOKED;
      case RESCHEDULE, CANCEL, REACH_A_PERSON, UNKNOWN -> ABANDONED;
    };
  }
}
