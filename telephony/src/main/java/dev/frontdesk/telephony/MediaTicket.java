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
public record MediaTicket(
    OrgId org,
    CallId call,
    LegId leg,
    Optional<PhoneNumber> caller,
    Optional<PhoneNumber> called,
    Optional<String> carrierCall,
    AudioFormat format,
    LegOpening opening) {

  static MediaTicket of(Call call, Leg leg, LegOpening opening) {
    return new MediaTicket(
        call.org(),
        call.id(),
        leg.id(),
        call.customer(),
        call.number(),
        leg.carrierCall(),
        leg.format(),
        opening);
  }

  /// For a transport whose addresses are the keys.
  public static MediaTicket of(Call call, Leg leg) {
    return of(call, leg, LegOpening.of(leg));
  }

  /// For the next socket of the same leg.
  public MediaTicket resumed() {
    return new MediaTicket(
        org, call, leg, caller, called, carrierCall, format, LegOpening.RESUMED);
  }

  AnsweredLeg answered(AudioFormat format) {
    return new AnsweredLeg(org, call, leg, caller, called, format, opening);
  }
}
