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
public record NewBookings(
    OrgId org,
    CallId call,
    String key,
    List<Booking> bookings,
    Optional<HoldId> consumes,
    List<Quota> quotas,
    List<BookingEvent> events,
    Instant now) {
  public NewBookings {
    bookings = List.copyOf(bookings);
    quotas = List.copyOf(quotas);
    events = List.copyOf(events);
    if (bookings.isEmpty() || events.size() != bookings.size()) {
      throw new IllegalArgumentException("each booking needs its event, and there must be one");
    }
  }
}
