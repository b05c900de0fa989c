package dev.frontdesk.telephony;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.LegId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.Optional;

/// One party's signalling and audio within a call.
///
/// @param carrier     who carries it: `twilio`, `vapi.websocket`
/// @param carrierCall the carrier's own id of it (Twilio's CallSid), unique within the carrier;
///     empty until the carrier has told, or for ever where it has none
public record Leg(
    OrgId org,
    CallId call,
    LegId id,
    Direction direction,
    LegStatus status,
    String carrier,
    Optional<String> carrierCall,
    AudioFormat format,
    Instant createdAt) {

  static Leg opened(
      Call call,
      Direction direction,
      String carrier,
      Optional<String> carrierCall,
      AudioFormat format,
      Instant now) {
    return new Leg(
        call.org(),
        call.id(),
        new LegId(Ids.newUuid(now)),
        direction,
        LegStatus.RINGING,
        carrier,
        carrierCall,
        format,
        now);
  }
}
