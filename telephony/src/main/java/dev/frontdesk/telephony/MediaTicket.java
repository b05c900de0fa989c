package dev.frontdesk.telephony;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.LegId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.util.Optional;

/// What a media socket is for: handed out with a token, or for a call whose URL is the key.
///
/// @param carrierCall what the socket's start message must name, where the carrier names calls
/// @param resumed     the call has had a socket before
public record MediaTicket(
    OrgId org,
    CallId call,
    LegId leg,
    Optional<PhoneNumber> caller,
    Optional<PhoneNumber> called,
    Optional<String> carrierCall,
    AudioFormat format,
    boolean resumed) {

  AnsweredLeg answered(AudioFormat format) {
    return new AnsweredLeg(org, call, leg, caller, called, format, resumed);
  }
}
