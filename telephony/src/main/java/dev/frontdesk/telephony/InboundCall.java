package dev.frontdesk.telephony;

import dev.frontdesk.vocabulary.PhoneNumber;
import java.util.Optional;

/// A carrier says that one of our numbers rings.
///
/// @param carrierCall the carrier's own id of the call; the same id again is the same call
/// @param caller      empty when the number is withheld or is no telephone number
/// @param called      empty when the carrier gave nothing that could be a number of ours
public record InboundCall(
    String carrier,
    String carrierCall,
    Optional<PhoneNumber> caller,
    Optional<PhoneNumber> called) {}
