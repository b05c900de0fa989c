package dev.frontdesk.crm;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.util.Optional;

/// Somebody who may become a customer, as far as customer records care.
///
/// @param stage   as `LEAD_STAGE` has it
/// @param reasons why the score is what it is
public record LeadCard(
    OrgId org,
    String id,
    Optional<PersonName> name,
    Optional<PhoneNumber> phone,
    Optional<EmailAddress> email,
    String stage,
    int score,
    String reasons,
    Optional<CallId> lastCall) {

  @Override
  public String toString() {
    return "the card of lead " + id;
  }
}
