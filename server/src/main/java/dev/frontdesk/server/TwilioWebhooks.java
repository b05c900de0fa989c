package dev.frontdesk.server;

import dev.frontdesk.telephony.TelephonyCounters;
import dev.frontdesk.telephony.TelephonyCounters.Event;
import dev.frontdesk.telephony.spi.Carrier;
import dev.frontdesk.telephony.spi.MalformedRequest;
import dev.frontdesk.telephony.spi.WebhookRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;

/// Where Twilio's webhooks come in. The signature is checked before anything in a request is
/// believed; what is not signed gets 403 and an empty body, and is counted.
final class TwilioWebhooks {
  private static final Logger LOG = LoggerFactory.getLogger(TwilioWebhooks.class);
  private final Carrier carrier;
  private final TelephonyCounters counters;

  TwilioWebhooks(Carrier carrier, TelephonyCounters counters) {
    this.carrier = carrier;
    this.counters = counters;
  }

  /// What a signed request is answered with.
  interface Answer {
    ResponseEntity<String> to(WebhookRequest request) throws MalformedRequest;
  }

  ResponseEntity<String> signed(HttpServletRequest servlet, Answer answer)
      throws IOException {
    byte[] body = servlet.getInputStream().readNBytes(WebhookRequest.LONGEST_BODY + 1);
    if (body.length > WebhookRequest.LONGEST_BODY) {
      counters.count(Event.WEBHOOK_MALFORMED);
      return ResponseEntity.status(413).build();
    }
    var request = request(servlet, body);
    if (!carrier.signed(request)) {
      counters.count(Event.WEBHOOK_UNSIGNED);
      warn(
          Event.WEBHOOK_UNSIGNED,
          "refused a webhook whose signature does not fit the configured public address");
      return ResponseEntity.status(403).build();
    }
    try {
      return answer.to(request);
    } catch (MalformedRequest | IllegalArgumentException malformed) {
      counters.count(Event.WEBHOOK_MALFORMED);
      warn(Event.WEBHOOK_MALFORMED, "refused a signed webhook that makes no sense");
      return ResponseEntity.badRequest().build();
    }
  }

  /// The first, the second, the fourth, the eighth…: a flood must not fill a disk.
  private void warn(Event counted, String staticText) {
    long times = counters.of(counted);
    if (Long.bitCount(times) == 1) {
      LOG.warn("{} ({} times by now)", staticText, times);
    }
  }

  private static WebhookRequest request(HttpServletRequest servlet, byte[] body) {
    Map<String, String> headers = new HashMap<>();
    servlet
        .getHeaderNames()
        .asIterator()
        .forEachRemaining(name -> headers.put(name, servlet.getHeader(name)));
    String query = servlet.getQueryString();
    String path = servlet.getRequestURI() + (query == null ? "" : "?" + query);
    return new WebhookRequest(servlet.getMethod(), path, headers, body);
  }
}
