package dev.frontdesk.reporting;

import dev.frontdesk.vocabulary.Appointment;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Two or three sentences about a call, from what is known of it.
final class Summary {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEEE d MMMM 'at' HH:mm", Locale.ENGLISH);

  private Summary() {}

  static String of(
      CallRecord call,
      Intent intent,
      Disposition disposition,
      Sentiment sentiment,
      List<Finding<Tag>> tags) {
    var text = new StringBuilder(wanted(intent)).append(' ').append(outcome(disposition, call));
    var notes =
        tags.stream()
            .map(tag -> tag.value().word().replace('-', ' '))
            .collect(Collectors.joining(", "));
    if (!notes.isEmpty()) {
      text.append(" Noted: ").append(notes).append('.');
    }
    return switch (sentiment) {
      case NEGATIVE -> text.append(" The caller was displeased.").toString();
      case POSITIVE -> text.append(" The caller was pleased.").toString();
      case NEUTRAL -> text.toString();
    };
  }

  private static String wanted(Intent intent) {
    return switch (intent) {
      case BOOK -> "The caller wanted an appointment.";
      case RESCHEDULE -> "The caller wanted to move an appointment.";
      case CANCEL -> "The caller wanted to cancel an appointment.";
      case CHECK_BOOKING -> "The caller asked about an appointment they have.";
      case ASK_PRICE -> "The caller asked for a price.";
      case ASK_OTHER -> "The caller had a question.";
      case COMPLAIN -> "The caller complained.";
      case REACH_A_PERSON -> "The caller wanted to speak to a person.";
      case WRONG_NUMBER -> "The caller had the wrong number.";
      case SELL -> "The call was an offer nobody had asked for.";
      case VOICEMAIL -> "A machine answered.";
      case UNKNOWN -> "It is not clear what the caller wanted.";
    };
  }

  private static String outcome(Disposition disposition, CallRecord call) {
    return switch (disposition) {
      case BOOKED -> "Booked: " + appointments(call) + ".";
      case RESCHEDULED -> "Moved: " + appointments(call) + ".";
      case CANCELLED -> "Cancelled: " + appointments(call) + ".";
      case WAITLISTED -> "They are on the waiting list.";
      case PUT_THROUGH -> "They were put through to a person.";
      case CALL_BACK_PROMISED -> "They were promised a call back.";
      case ANSWERED -> "They were answered.";
      case NOT_BOOKED -> "Nothing was booked.";
      case COMPLAINT_TAKEN -> "The complaint was heard; nobody has answered it yet.";
      case ABANDONED -> "The call ended without a result.";
      case WRONG_NUMBER, UNWANTED -> "Nothing follows from it.";
      case VOICEMAIL -> "Nobody was reached.";
      case NO_ANSWER -> "Nobody answered.";
      case TURNED_AWAY -> "All lines were taken.";
      case FAILED -> "The call was cut short by a fault of ours.";
    };
  }

  private static String appointments(CallRecord call) {
    var text =
        call.appointments().stream().map(Summary::appointment).collect(Collectors.joining("; "));
    return text.isEmpty() ? "one appointment" : text;
  }

  private static String appointment(Appointment appointment) {
    return appointment.serviceName()
        + " on "
        + WHEN.format(appointment.slot().start().atZone(appointment.zone()));
  }
}
