package dev.frontdesk.crm;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;

/// Carries out here what people have changed there, under the desk's rules. Blocks.
public interface AppointmentEdits {

  /// What became of an edit.
  sealed interface Outcome {
    /// Committed; also the answer to the same key again.
    record Done() implements Outcome {}

    /// The booking is not as the edit was compared with any more: compare again.
    record Changed() implements Outcome {}

    /// @param why in words for who made the edit
    record Refused(String why) implements Outcome {}
  }

  /// @param field   STATUS or START
  /// @param version of the booking that the edit was compared with
  /// @param key     the same key never acts twice
  Outcome apply(
      OrgId org, BookingId booking, int version, CrmField field, CellValue value, String key);
}
