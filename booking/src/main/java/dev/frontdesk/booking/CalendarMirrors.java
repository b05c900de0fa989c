package dev.frontdesk.booking;

import dev.frontdesk.booking.spi.CalendarChanges.Change;
import dev.frontdesk.booking.spi.PushChannel;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Slot;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The local copy of what calendars hold besides our bookings. Blocks.
public interface CalendarMirrors {
  Optional<CalendarMirror> find(OrgId org, String calendar);

  /// All or none: the events, and how well we know them now.
  ///
  /// @param before what the reading began from; when another reading has been applied since,
  ///     nothing is
  /// @param whole  everything else that was copied is forgotten
  /// @return whether it was applied
  boolean apply(
      Optional<CalendarMirror> before, CalendarMirror after, List<Change> events, boolean whole);

  void failed(CalendarMirror mirror);

  void channel(OrgId org, String calendar, Optional<PushChannel> channel);

  /// What of these calendars overlaps the range, with how well each of them is known.
  Known known(OrgId org, Set<String> calendars, Slot range);

  /// @param mirrors those of the calendars that were ever read
  record Known(List<CalendarMirror> mirrors, List<Outside> events) {
    public Known {
      mirrors = List.copyOf(mirrors);
      events = List.copyOf(events);
    }
  }

  /// A foreign event's time.
  record Outside(String calendar, String event, Slot busy) {}
}
