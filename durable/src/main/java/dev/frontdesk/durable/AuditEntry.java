package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Who did what to which thing. Holds pseudonyms and ids only: the log is kept when a person's
/// data is erased.
///
/// @param actor       `call:01997c…`, `key:01997c…`, `system`
/// @param action      as `booking.confirmed`
/// @param object      as `booking:01997c…`
/// @param changesHash SHA-256 of the change in canonical form, 64 hex digits: proves what it was
///     without telling
/// @param at          to the microsecond, as the database keeps it
public record AuditEntry(
    OrgId org, String actor, String action, String object, String changesHash, Instant at) {

  public AuditEntry {
    if (actor.isBlank() || action.isBlank() || object.isBlank()) {
      throw new IllegalArgumentException("an audit entry says who did what to which thing");
    }
    if (!changesHash.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("changesHash must be 64 lower-case hex digits");
    }
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /// @param change in canonical form: the same change always reads the same
  public static AuditEntry of(
      OrgId org, String actor, String action, String object, String change, Instant at) {
    return new AuditEntry(org, actor, action, object, AuditChain.sha256(change), at);
  }
}
