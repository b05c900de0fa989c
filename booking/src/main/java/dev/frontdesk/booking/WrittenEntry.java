package dev.frontdesk.booking;

import dev.frontdesk.booking.spi.CalendarEvent;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.Optional;

/// What the calendar is known to show of a booking.
///
/// @param version the booking's, as it was written, taken off or put off
/// @param event   where it was written last; empty when it never was
/// @param at      when that happened
public record WrittenEntry(
    OrgId org,
    BookingId booking,
    int version,
    State state,
    Optional<CalendarEvent> event,
    Instant at) {

  /// How a booking stands in the calendar.
  public enum State {
    WRITTEN,
    REMOVED,
    /// To be written once the calendar is connected again.
    PUT_OFF
  }
}
