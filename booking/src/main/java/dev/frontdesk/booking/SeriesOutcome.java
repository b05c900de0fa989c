package dev.frontdesk.booking;

import java.time.LocalDateTime;
import java.util.List;

/// What became of the wish for a recurring booking: all of it stands, or nothing.
public sealed interface SeriesOutcome {
  /// Committed together, in order of time.
  record Booked(List<Booking> bookings) implements SeriesOutcome {
    public Booked {
      bookings = List.copyOf(bookings);
    }
  }

  /// Some dates cannot be had; ask again without them.
  record Conflicts(List<Conflict> conflicts) implements SeriesOutcome {
    public Conflicts {
      conflicts = List.copyOf(conflicts);
    }
  }

  record Invalid(TokenProblem problem) implements SeriesOutcome {}

  /// @param start on the organisation's wall clock
  record Conflict(LocalDateTime start, WhyNot whyNot) {}
}
