package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.HoldId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Bookings to be written together: one, or a series.
///
/// @param key      the caller's idempotency key, unique within the organisation over all acts
/// @param consumes a hold besides the call's own that becomes the booking (a waitlist offer)
/// @param events   one for each booking, in their order
/// @param now      holds that have expired by then no longer count
/// @param another  meant beside what the call has booked at that time, so that one booking of the
///     same service and start is no repetition
public record NewBookings(
    OrgId org,
    CallId call,
    String key,
    List<Booking> bookings,
    Optional<HoldId> consumes,
    List<Quota> quotas,
    List<BookingEvent> events,
    Instant now,
    boolean another) {

  /// A wish that the same call may tell twice.
  public NewBookings(
      OrgId org,
      CallId call,
      String key,
      List<Booking> bookings,
      Optional<HoldId> consumes,
      List<Quota> quotas,
      List<BookingEvent> events,
      Instant now) {
    this(org, call, key, bookings, consumes, quotas, events, now, false);
  }

  public NewBookings {
    bookings = List.copyOf(bookings);
    quotas = List.copyOf(quotas);
    events = List.copyOf(events);
    if (bookings.isEmpty() || events.size() != bookings.size()) {
      throw new IllegalArgumentException("each booking needs its event, and there must be one");
    }
  }

  /// Meant beside what the call has booked at that time.
  NewBookings beside() {
    return new NewBookings(org, call, key, bookings, consumes, quotas, events, now, true);
  }

  /// Whether one like it in the same call means that the wish was told twice.
  public boolean maybeToldTwice() {
    return bookings.size() == 1 && !another;
  }
}
