package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.SeriesId;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// An appointment the business has committed to.
///
/// @param zone     the organisation's when it was made, in which its time is spoken
/// @param call     the call in which it was made
/// @param bookedAt when it was made; a reschedule does not change it
/// @param version  1 when made, one more with each change: guards against lost updates
public record Booking(
    BookingId id,
    OrgId org,
    Claim claim,
    ZoneId zone,
    CustomerDetails customer,
    BookingStatus status,
    CallId call,
    Instant bookedAt,
    Optional<SeriesId> series,
    int version) {

  public ServiceId service() {
    return claim.service();
  }

  public Slot slot() {
    return claim.slot();
  }

  public List<ResourceId> resources() {
    return claim.resources();
  }

  public boolean blocks() {
    return status == BookingStatus.CONFIRMED;
  }

  /// The same booking elsewhere in time.
  Booking movedTo(Claim elsewhere) {
    return after(BookingAct.RESCHEDULE, elsewhere);
  }

  /// @throws IllegalStateException when the act is not in the table
  Booking after(BookingAct act) {
    return after(act, claim);
  }

  private Booking after(BookingAct act, Claim claim) {
    var next = BookingMoves.TABLE.after(status, act);
    return new Booking(
        id, org, claim, zone, customer, next, call, bookedAt, series, version + 1);
  }
}
