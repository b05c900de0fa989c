package dev.frontdesk.lab;

import dev.frontdesk.booking.Catalogue;
import dev.frontdesk.server.StandingBooking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A business, what stands in its calendar, who phones, and how the calendar should look afterwards.
///
/// @param now     the whole system's clock when the phone rings
/// @param person  whom callers are put through to on request
/// @param callers one at least; the first is the scenario's `caller`
public record Scenario(
    String name,
    Instant now,
    Catalogue catalogue,
    List<StandingBooking> standing,
    Optional<PersonAtPhone> person,
    List<SyntheticCaller> callers,
    Expectation expect) {
  public Scenario {
    standing = List.copyOf(standing);
    callers = List.copyOf(callers);
    if (callers.isEmpty()) {
      throw new IllegalArgumentException("somebody must phone");
    }
  }
}
