package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.OrgId;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/// A business that takes bookings.
///
/// @param zone  in which callers say times and the agent repeats them
/// @param facts what else a caller may ask for (`parking`), each a sentence to say
public record Organisation(
    OrgId id, String name, ZoneId zone, Optional<String> address, Map<String, String> facts) {
  public Organisation {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an organisation needs a name");
    }
    facts = Map.copyOf(facts);
  }
}
