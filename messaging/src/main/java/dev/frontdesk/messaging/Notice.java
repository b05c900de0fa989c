package dev.frontdesk.messaging;

import java.util.Locale;

/// What is told.
public enum Notice {
  CONFIRMATION(Purpose.APPOINTMENT),
  MOVED(Purpose.APPOINTMENT),
  CANCELLED(Purpose.APPOINTMENT),
  DAY_BEFORE(Purpose.REMINDER),
  HOURS_BEFORE(Purpose.REMINDER);

  private final Purpose purpose;

  Notice(Purpose purpose) {
    this.purpose = purpose;
  }

  public Purpose purpose() {
    return purpose;
  }

  public boolean reminds() {
    return purpose == Purpose.REMINDER;
  }

  /// As configuration and job payloads write it: `day-before`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// @throws IllegalArgumentException when there is no such notice
  public static Notice of(String word) {
    for (var notice : values()) {
      if (notice.word().equals(word)) {
        return notice;
      }
    }
    throw new IllegalArgumentException("no notice is called '" + word + "'");
  }
}
