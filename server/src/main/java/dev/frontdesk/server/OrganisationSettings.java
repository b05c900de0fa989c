package dev.frontdesk.server;

import dev.frontdesk.booking.Catalogue;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.util.List;
import java.util.Optional;

/// One business as the configuration describes it.
///
/// @param numbers         the telephone numbers at which it is called
/// @param concurrentCalls how many calls it may have at once
/// @param person          whom callers who ask for a person are put through to
/// @param links           calendars, messages, reports, customer records
public record OrganisationSettings(
    Catalogue catalogue,
    List<PhoneNumber> numbers,
    int concurrentCalls,
    Optional<PhoneNumber> person,
    OrganisationLinks links) {
  public static final int CONCURRENT_CALLS = 10;

  public OrganisationSettings {
    numbers = List.copyOf(numbers);
    if (concurrentCalls < 1) {
      throw new IllegalArgumentException("concurrentCalls must be at least 1");
    }
  }

  public OrgId org() {
    return catalogue.organisation().id();
  }
}
