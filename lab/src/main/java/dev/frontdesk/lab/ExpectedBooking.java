package dev.frontdesk.lab;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// A row that a call should leave behind. What is empty is not compared.
///
/// @param resources all that are booked together; empty for any
/// @param status    in lower case, as a scenario file writes it
public record ExpectedBooking(
    Optional<BookingId> id,
    Optional<ServiceId> service,
    Set<ResourceId> resources,
    Optional<Instant> start,
    Optional<Instant> end,
    Optional<String> status,
    Optional<PersonName> name,
    Optional<PhoneNumber> phone,
    Optional<EmailAddress> email) {
  public ExpectedBooking {
    resources = Set.copyOf(resources);
  }
}
