package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.HoldId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.WaitlistId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/// Somebody who would come if a slot came free.
///
/// @param from  earliest start, on the organisation's wall clock
/// @param to    first start that is too late
/// @param offer the hold made for them; present from OFFERED on
/// @param version 1 when made, one more with each change
public record WaitlistEntry(
    WaitlistId id,
    OrgId org,
    CallId call,
    ServiceId service,
    Optional<ResourceId> resource,
    LocalDateTime from,
    LocalDateTime to,
    DayPart part,
    CustomerDetails customer,
    Instant joinedAt,
    WaitlistStatus status,
    Optional<HoldId> offer,
    int version) {

  public WaitlistEntry {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a wish must end after it begins");
    }
  }

  /// @throws IllegalStateException when the act is not in the table
  WaitlistEntry after(WaitlistAct act, Optional<HoldId> offer) {
    return new WaitlistEntry(
        id,
        org,
        call,
        service,
        resource,
        from,
        to,
        part,
        customer,
        joinedAt,
        WaitlistMoves.TABLE.after(status, act),
        offer,
        version + 1);
  }
}
