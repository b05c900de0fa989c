package dev.frontdesk.crm;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/// A call that has ended, as far as customer records care.
///
/// @param summary what it was about, in a few sentences; empty until a report is there
public record CallCard(
    OrgId org,
    CallId call,
    Instant at,
    Optional<PersonName> name,
    Optional<PhoneNumber> phone,
    Optional<EmailAddress> email,
    String summary) {

  @Override
  public String toString() {
    return "the card of call " + call.value();
  }
}
