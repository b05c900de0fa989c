package dev.frontdesk.reporting;

/// Whether a caller got what they came for, as pass or fail.
final class Success {
  private Success() {}

  static boolean of(Disposition disposition, Sentiment sentiment) {
    return switch (disposition) {
      case BOOKED, RESCHEDULED, CANCELLED, WAITLISTED -> true;
      case PUT_THROUGH, CALL_BACK_PROMISED, ANSWERED -> sentiment != Sentiment.NEGATIVE;
      case WRONG_NUMBER, UNWANTED -> true; // rightly turned away
      case NOT_BOOKED, COMPLAINT_TAKEN, ABANDONED, VOICEMAIL, NO_ANSWER, TURNED_AWAY, FAILED ->
          false;
    };
  }
}
