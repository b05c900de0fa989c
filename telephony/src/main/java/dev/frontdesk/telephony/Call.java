package dev.frontdesk.telephony;

import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/// One conversation with a caller, over one leg or several.
///
/// @param customer    the party that is not the organisation; empty when the number is withheld
/// @param number      the organisation's own number; empty for a WebSocket call
/// @param agent       which wording and rules speak
/// @param startedAt   when audio first flowed
/// @param endedReason present exactly when `endedAt` is
public record Call(
    OrgId org,
    CallId id,
    CallType type,
    CallStatus status,
    Optional<PhoneNumber> customer,
    Optional<PhoneNumber> number,
    AgentVersion agent,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<EndedReason> endedReason) {

  public Call {
    if (endedAt.isPresent() != endedReason.isPresent()
        || endedAt.isPresent() != (status == CallStatus.ENDED)) {
      throw new IllegalArgumentException("a call that ended has a time and a reason, another none");
    }
  }

  static Call opened(
      OrgId org,
      CallId id,
      CallType type,
      Optional<PhoneNumber> customer,
      Optional<PhoneNumber> number,
      AgentVersion agent,
      Instant now) {
    var status =
        type == CallType.INBOUND_PHONE_CALL ? CallStatus.RINGING : CallStatus.QUEUED;
    return new Call(
        org,
        id,
        type,
        status,
        customer,
        number,
        agent,
        now,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
