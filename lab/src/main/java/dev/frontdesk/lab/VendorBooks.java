package dev.frontdesk.lab;

import java.time.Instant;
import java.util.List;

/// What stands at the simulated vendors, by the booking it is about.
interface VendorBooks {
  /// Events in any calendar that name the booking and are not cancelled: when each begins.
  List<Instant> liveEvents(String booking);

  /// Every text message that was accepted for this number, in order.
  List<String> texts(String phone);

  /// Rows of the customer records that name the booking.
  List<Row> rows(String booking);

  /// @param status as the desk would say it: `confirmed`, `cancelled`, `no-show`
  record Row(String status, Instant start) {}
}
