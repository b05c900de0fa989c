package dev.frontdesk.telephony;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.LegId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.util.Optional;

/// A leg whose audio flows.
///
/// @param caller  empty when the number is withheld or there is none (a WebSocket call)
public record AnsweredLeg(
    OrgId org,
    CallId call,
    LegId leg,
    Optional<PhoneNumber> caller,
    Optional<PhoneNumber> called,
    AudioFormat format,
    LegOpening opening) {}
