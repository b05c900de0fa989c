package dev.frontdesk.vocabulary;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// A booking as the world outside the desk sees it: what calendars, messages, reports and customer
/// records are made from. Prints its personal parts redacted.
///
/// @param version       1 when made, one more with each change
/// @param resourceNames in the order of `resources`
/// @param zone          the organisation's, in which the time is told
/// @param call          the call in which it was made
/// @param bookedAt      when it was made; a change of time leaves it
/// @param series        the recurring series it belongs to, if any
public record Appointment(
    OrgId org,
    String organisationName,
    Optional<String> address,
    BookingId id,
    int version,
    State state,
    ServiceId service,
    String serviceName,
    List<ResourceId> resources,
    List<String> resourceNames,
    Slot slot,
    ZoneId zone,
    PersonName customer,
    Optional<PhoneNumber> phone,
    Optional<EmailAddress> email,
    CallId call,
    Instant bookedAt,
    Optional<SeriesId> series) {

  public Appointment {
    resources = List.copyOf(resources);
    resourceNames = List.copyOf(resourceNames);
  }

  /// Where the booking stands.
  public enum State {
    CONFIRMED,
    CANCELLED,
    NO_SHOW
  }
}
