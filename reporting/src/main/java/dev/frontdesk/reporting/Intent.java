package dev.frontdesk.reporting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the other side wanted of the call, above all.
public enum Intent {
  BOOK,
  RESCHEDULE,
  CANCEL,
  CHECK_BOOKING,
  ASK_PRICE,
  ASK_OTHER,
  COMPLAIN,
  REACH_A_PERSON,
  WRONG_NUMBER,
  SELL,
  VOICEMAIL,
  UNKNOWN;

  /// As reports, rows and configuration call it: `ask-price`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Intent> of(String word) {
    return Arrays.stream(values()).filter(intent -> intent.word().equals(word)).findFirst();
  }
}
