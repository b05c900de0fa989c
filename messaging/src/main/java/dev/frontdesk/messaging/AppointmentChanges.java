package dev.frontdesk.messaging;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;

/// How an appointment is called off by text. Blocks.
public interface AppointmentChanges {
  /// @param key the same key acts once
  Outcome callOff(OrgId org, BookingId booking, String key);

  /// What became of it.
  enum Outcome {
    DONE,
    TOO_LATE,
    NOT_STANDING
  }
}
