package dev.frontdesk.storage;

import dev.frontdesk.booking.BookingStore;
import dev.frontdesk.booking.Organisation;
import dev.frontdesk.booking.WaitlistStore;
import dev.frontdesk.booking.WaitlistStoreContract;

class SqlWaitlistStoreContractTest extends WaitlistStoreContract {
  @Override
  protected WaitlistStore waitlist() {
    return TestStorage.shared().waitlist();
  }

  @Override
  protected BookingStore bookings() {
    return TestStorage.shared().bookings();
  }

  @Override
  protected void organisation(Organisation organisation) {
    TestStorage.save(organisation);
  }
}
