package dev.frontdesk.telephony;

import dev.frontdesk.vocabulary.PhoneNumber;
import java.util.Optional;

/// What a carrier tells about a call outside of its audio. May come twice, late or out of order.
///
/// @param carrierCall the carrier's own id of the call
/// @param ours        the organisation's number, by which its call is found
public record CarrierReport(
    String carrier, String carrierCall, Optional<PhoneNumber> ours, State state) {

  public sealed interface State {
    record Ringing() implements State {}

    record Answered() implements State {}

    record Over(EndedReason reason) implements State {}

    /// Known to the carrier, nothing to do for us (initiated, queued).
    record Nothing() implements State {}
  }
}
