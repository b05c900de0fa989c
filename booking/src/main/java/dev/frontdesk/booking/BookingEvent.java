package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What happened, for the outbox and the audit: committed with the rows it tells of. Names no
/// person; who needs more looks the subject up by its id.
///
/// @param subject id of the hold, booking or waitlist entry
/// @param call    in which it happened; empty when nobody called
/// @param slot    as it is now; for a waitlist entry without an offer, empty
/// @param before  where a moved booking stood
public record BookingEvent(
    OrgId org,
    Kind kind,
    String subject,
    Optional<CallId> call,
    ServiceId service,
    List<ResourceId> resources,
    Optional<Slot> slot,
    Optional<Slot> before,
    Instant at) {

  /// Never renamed: rows in the outbox and audit bear the names.
  public enum Kind {
    SLOT_HELD,
    HOLD_RELEASED,
    HOLD_EXPIRED,
    BOOKING_MADE,
    BOOKING_MOVED,
    BOOKING_CANCELLED,
    NO_SHOW_NOTED,
    WAITLIST_JOINED,
    WAITLIST_OFFERED,
    WAITLIST_ENDED
  }

  public BookingEvent {
    resources = List.copyOf(resources);
  }

  static BookingEvent of(Kind kind, Hold hold, Instant at) {
    return new BookingEvent(
        hold.org(),
        kind,
        hold.id().value(),
        Optional.of(hold.call()),
        hold.claim().service(),
        hold.claim().resources(),
        Optional.of(hold.claim().slot()),
        Optional.empty(),
        at);
  }

  static BookingEvent of(Kind kind, Booking booking, Optional<CallId> call, Instant at) {
    return new BookingEvent(
        booking.org(),
        kind,
        booking.id().value(),
        call,
        booking.service(),
        booking.resources(),
        Optional.of(booking.slot()),
        Optional.empty(),
        at);
  }

  BookingEvent movedFrom(Slot where) {
    return new BookingEvent(
        org, kind, subject, call, service, resources, slot, Optional.of(where), at);
  }
}
