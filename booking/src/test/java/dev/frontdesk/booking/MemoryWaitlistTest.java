package dev.frontdesk.booking;

class MemoryWaitlistTest extends WaitlistStoreContract {
  private final MemoryBookings bookings = new MemoryBookings();
  private final MemoryWaitlist waitlist = new MemoryWaitlist(bookings);

  @Override
  protected WaitlistStore waitlist() {
    return waitlist;
  }

  @Override
  protected BookingStore bookings() {
    return bookings;
  }

  @Override
  protected void organisation(Organisation organisation) {}
}
