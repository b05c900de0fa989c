package dev.frontdesk.booking.spi;

import dev.frontdesk.vocabulary.Slot;
import java.util.List;
import java.util.Optional;

/// What became different in a calendar.
public sealed interface CalendarChanges {
  /// @param token for the next question; everything up to it is in `events`
  record Since(List<Change> events, String token) implements CalendarChanges {
    public Since {
      events = List.copyOf(events);
    }
  }

  /// The token is of no use any more: all must be read again, without one.
  record Forgotten() implements CalendarChanges {}

  /// One event as it stands now.
  ///
  /// @param busy the time it takes; empty when it is gone, or takes none
  /// @param ours whether it is a booking's entry, written by us
  record Change(String id, Optional<Slot> busy, boolean ours) {}
}
