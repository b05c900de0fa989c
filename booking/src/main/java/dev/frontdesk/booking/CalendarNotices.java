package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;

/// How a business is told what it must look at in its calendar. Telling twice is telling once.
public interface CalendarNotices {
  void disconnected(OrgId org, String reason, Instant at);

  void connected(OrgId org, Instant at);

  /// Something else stands in the calendar at the time of this booking.
  void clash(OrgId org, BookingId booking, Instant at);

  void noClash(OrgId org, BookingId booking, Instant at);
}
