package dev.frontdesk.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// From when to when a service may be booked, asked at one moment.
///
/// @param earliest first start with enough notice
/// @param end      first start that is too far ahead
record BookingWindow(Instant now, Instant earliest, Instant end) {

  static BookingWindow of(Service service, ZoneId zone, Instant now) {
    var rules = service.rules();
    var end =
        LocalDate.ofInstant(now, zone)
            .plusDays(rules.windowDays() + 1L)
            .atStartOfDay(zone)
            .toInstant();
    return new BookingWindow(now, now.plus(rules.minimumNotice()), end);
  }

  Optional<WhyNot> whyNot(Instant start) {
    if (start.isBefore(now)) {
      return Optional.of(WhyNot.PAST);
    }
    if (!start.isBefore(end)) {
      return Optional.of(WhyNot.BEYOND_WINDOW);
    }
    return start.isBefore(earliest) ? Optional.of(WhyNot.TOO_SOON) : Optional.empty();
  }

  boolean admits(long start) {
    return whyNot(Instant.ofEpochSecond(start)).isEmpty();
  }
}
