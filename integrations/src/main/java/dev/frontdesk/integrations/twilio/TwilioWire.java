package dev.frontdesk.integrations.twilio;

import dev.frontdesk.telephony.CarrierUrls;
import dev.frontdesk.telephony.MediaTokens;
import dev.frontdesk.telephony.TelephonyCounters.Event;
import dev.frontdesk.telephony.spi.MediaWire;
import java.util.Map;

/// Who may open a Twilio media socket: Twilio, by its signature over the address; for a call that
/// was promised one, by the token in the address.
public final class TwilioWire implements MediaWire {
  private static final String PATH = CarrierUrls.mediaPath(TwilioCarrier.NAME, "");

  private final TwilioSettings settings;
  private final MediaTokens tokens;

  public TwilioWire(TwilioSettings settings, MediaTokens tokens) {
    this.settings = settings;
    this.tokens = tokens;
  }

  @Override
  public boolean owns(String path) {
    return path.startsWith(PATH);
  }

  @Override
  public Entry enter(String pathAndQuery, Map<String, String> headers) {
    var signature = headers.getOrDefault(TwilioSignature.HEADER, "");
    var url = settings.urls().media() + pathAndQuery;
    if (!TwilioSignature.valid(settings.authToken(), url, Map.of(), signature)) {
      return new Entry.Refused(403, "wrong signature", Event.SOCKET_UNSIGNED);
    }
    var ticket = tokens.redeem(pathAndQuery.substring(PATH.length()));
    return ticket.isPresent()
        ? new Entry.Accepted(ticket.get(), new TwilioCodec())
        : new Entry.Refused(404, "no such call", Event.SOCKET_UNKNOWN_TOKEN);
  }
}
