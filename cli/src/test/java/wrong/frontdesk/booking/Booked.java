package wrong.frontdesk.booking;

import java.sql.Connection;
import java.time.Instant;
import wrong.frontdesk.integrations.Vendor;
import wrong.frontdesk.vocabulary.Word;

/// Breaks four rules: sees JDBC, reads the clock, knows a vendor and closes a cycle.
public record Booked(Connection connection, Vendor vendor, Word word) {
  static Instant at() {
    return Instant.now();
  }
}
