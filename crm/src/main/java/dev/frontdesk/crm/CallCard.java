package dev.frontdesk.crm;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// A call that has ended, as far as customer records care.
///
/// @param summary what it was about, in a few sentences; empty until a report is there
/// @param lead    what the caller may become, if the report says so
public record CallCard(
    OrgId org,
    CallId call,
    Instant at,
    Optional<PersonName> name,
    Optional<PhoneNumber> phone,
    Optional<EmailAddress> email,
    String summary,
    Optional<Lead> lead) {

  /// @param stage   as `LEAD_STAGE` has it
  /// @param reasons why the score is what it is
  public record Lead(String stage, OptionalInt score, String reasons) {
    @Override
    public String toString() {
      return "a lead, " + stage;
    }
  }

  @Override
  public String toString() {
    return "the card of call " + call.value();
  }
}
