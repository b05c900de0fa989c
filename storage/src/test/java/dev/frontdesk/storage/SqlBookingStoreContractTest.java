package dev.frontdesk.storage;

import dev.frontdesk.booking.BookingEvent.Kind;
import dev.frontdesk.booking.BookingStore;
import dev.frontdesk.booking.BookingStoreContract;
import dev.frontdesk.booking.Organisation;
import java.util.List;
import java.util.Locale;

class SqlBookingStoreContractTest extends BookingStoreContract {
  @Override
  protected BookingStore store() {
    return TestStorage.shared().bookings();
  }

  @Override
  protected void organisation(Organisation organisation) {
    TestStorage.save(organisation);
  }

  @Override
  protected List<Kind> events(Organisation organisation) {
    return TestStorage.shared().audit().after(organisation.id(), 0, 1_000).stream()
        .map(record -> record.entry().action())
        .filter(action -> action.startsWith("booking."))
        .map(action -> action.substring("booking.".length()))
        .map(action -> Kind.valueOf(action.replace('-', '_').toUpperCase(Locale.ROOT)))
        .toList();
  }
}
