package dev.frontdesk.storage;

import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.OrgId;
import java.time.ZoneId;

/// A business and how its calls are taken; what can be booked with it is its catalogue.
///
/// @param name        unique among all without regard to case, since operators name it by that
/// @param agent       which agent answers calls that start from now on
/// @param callsAtOnce the most that `Admission` lets in
public record Organisation(
    OrgId id, String name, ZoneId timeZone, AgentVersion agent, int callsAtOnce) {
  public Organisation {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an organisation must have a name");
    }
    if (callsAtOnce < 0) {
      throw new IllegalArgumentException("callsAtOnce must not be negative, is " + callsAtOnce);
    }
  }
}
