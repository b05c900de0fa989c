package dev.frontdesk.booking;

import dev.frontdesk.booking.BookingEvent.Kind;
import java.util.List;

class MemoryBookingsTest extends BookingStoreContract {
  private final MemoryBookings bookings = new MemoryBookings();

  @Override
  protected BookingStore store() {
    return bookings;
  }

  @Override
  protected void organisation(Organisation organisation) {}

  @Override
  protected List<Kind> events(Organisation organisation) {
    return bookings.events().stream()
        .filter(event -> event.org().equals(organisation.id()))
        .map(BookingEvent::kind)
        .toList();
  }
}
