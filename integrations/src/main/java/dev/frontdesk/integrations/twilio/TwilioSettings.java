package dev.frontdesk.integrations.twilio;

import dev.frontdesk.telephony.CarrierUrls;
import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.time.Duration;

/// @param authToken signs webhooks and media sockets, and is the password of the REST interface
/// @param urls      the configured public addresses, over which Twilio signs
/// @param api       where the REST interface is; a simulator's address in tests
/// @param patience  how long one REST request may take
public record TwilioSettings(
    String accountSid, Secret authToken, CarrierUrls urls, URI api, Duration patience) {
  public static final URI TWILIO = URI.create("https://api.twilio.com");

  public TwilioSettings {
    if (!accountSid.matches("[A-Za-z0-9]{2,64}")) {
      throw new IllegalArgumentException("a Twilio account's SID is letters and digits");
    }
  }

  public TwilioSettings(String accountSid, Secret authToken, CarrierUrls urls) {
    this(accountSid, authToken, urls, TWILIO, Duration.ofSeconds(10));
  }
}
