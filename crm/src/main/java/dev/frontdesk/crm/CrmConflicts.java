package dev.frontdesk.crm;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.Set;

/// Where conflicts are kept. Blocks; each method is one transaction.
public interface CrmConflicts {
  /// Replaces the open one of the same field, if any.
  void raise(CrmConflict conflict);

  Optional<CrmConflict> find(OrgId org, String id);

  /// Oldest first.
  List<CrmConflict> open(OrgId org, int limit);

  /// Fields of a booking's row that are left alone until a person has said.
  default Set<CrmField> heldBack(OrgId org, BookingId booking) {
    return heldBack(org, Set.of(booking)).getOrDefault(booking, Set.of());
  }

  /// As above, of several; bookings without any are absent.
  Map<BookingId, Set<CrmField>> heldBack(OrgId org, Set<BookingId> bookings);

  /// Also writes the audit. Nothing happens when it was settled before.
  void settle(CrmConflict conflict, CrmConflict.Settled settled);
}
