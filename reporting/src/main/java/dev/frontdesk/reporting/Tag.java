package dev.frontdesk.reporting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Something about a call that people filter by. A call has any number of them.
public enum Tag {
  NEW_CUSTOMER,
  RETURNING_CUSTOMER,
  URGENT,
  ASKED_PRICE,
  ASKED_HOURS,
  ASKED_LOCATION,
  ASKED_FOR_PERSON,
  WANTS_CALL_BACK,
  COMPLAINT,
  RUNNING_LATE,
  GROUP,
  FOR_SOMEONE_ELSE,
  NOT_UNDERSTOOD,
  NO_TIME_FITS;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Tag> of(String word) {
    return Arrays.stream(values()).filter(tag -> tag.word().equals(word)).findFirst();
  }
}
