package dev.frontdesk.booking;

import dev.frontdesk.booking.spi.CalendarEntry.Occurrence;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.SeriesId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was written to calendars, one for each booking. Blocks.
public interface WrittenEntries {
  Optional<WrittenEntry> find(OrgId org, BookingId booking);

  /// An older version never replaces a newer one.
  void save(WrittenEntry entry);

  /// Bookings that were put off, oldest first.
  List<BookingId> putOff(OrgId org, int limit);

  /// The occurrence that a booking is of its series. Which there are is settled by the first who
  /// asks, and stays: later starts are remembered for nobody.
  ///
  /// @param starts of all bookings of the series, as they stand now
  Optional<Occurrence> occurrence(
      OrgId org, SeriesId series, BookingId booking, Map<BookingId, Instant> starts);
}
