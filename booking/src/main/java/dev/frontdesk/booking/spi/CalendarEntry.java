package dev.frontdesk.booking.spi;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.SeriesId;
import dev.frontdesk.vocabulary.Slot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What is to stand in a calendar for one booking. Its texts are personal: it prints without them.
///
/// @param version     the booking's; the vendor keeps it, so that an older one never overwrites a
///     newer
/// @param calendar    the vendor's name for the calendar
/// @param zone        in which the time is told
/// @param tags        words to find it by, kept beside the booking's id where people do not see them
/// @param attendees   whom the vendor invites by mail; empty as a rule
/// @param series      the recurring event it is an occurrence of, if any
public record CalendarEntry(
    BookingId booking,
    int version,
    String calendar,
    Slot slot,
    ZoneId zone,
    String summary,
    String description,
    Optional<String> location,
    List<String> tags,
    List<EmailAddress> attendees,
    Optional<Occurrence> series) {
  public CalendarEntry {
    tags = List.copyOf(tags);
    attendees = List.copyOf(attendees);
  }

  /// One of a recurring event's.
  ///
  /// @param all      when each occurrence was to start when the series was first written, ascending
  /// @param original which of them this is, wherever it stands by now
  public record Occurrence(SeriesId series, List<Instant> all, Instant original) {
    public Occurrence {
      all = List.copyOf(all);
      if (!all.contains(original)) {
        throw new IllegalArgumentException("an occurrence must be one of its series");
      }
    }
  }

  @Override
  public String toString() {
    return "entry for booking " + booking.value() + ", version " + version;
  }
}
