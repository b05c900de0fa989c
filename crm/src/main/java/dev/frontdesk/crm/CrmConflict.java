package dev.frontdesk.crm;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// A field on which both sides differ and a person must say.
///
/// @param id      the same for the same field of the same row: one is open at a time
/// @param version of the booking when ours was read
/// @param settled empty while it is open
public record CrmConflict(
    String id,
    OrgId org,
    BookingId booking,
    CrmField field,
    CellValue ours,
    CellValue theirs,
    int version,
    String why,
    Instant raisedAt,
    Optional<Settled> settled) {

  public enum Choice {
    OURS,
    THEIRS,
    /// Both sides came to say the same before anybody settled it.
    AGREED
  }

  /// @param by as the audit names who acts: `key:…`
  public record Settled(Choice choice, String by, Instant at) {}

  static String id(BookingId booking, CrmField field) {
    return booking.value() + ":" + field.name().toLowerCase(Locale.ROOT);
  }
}
