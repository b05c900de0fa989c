package dev.frontdesk.server;

import dev.frontdesk.telephony.CallDesk;
import dev.frontdesk.telephony.CallInstruction;
import dev.frontdesk.telephony.TelephonyCounters;
import dev.frontdesk.telephony.TelephonyCounters.Event;
import dev.frontdesk.telephony.spi.Carrier;
import dev.frontdesk.telephony.spi.MalformedRequest;
import dev.frontdesk.telephony.spi.WebhookRequest;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Twilio's webhooks. The signature is checked before anything in a request is believed; what is
/// not signed gets 403 and an empty body, and is counted.
@RestController
class TwilioController {
  private static final Logger LOG = LoggerFactory.getLogger(TwilioController.class);
  private final Carrier carrier;
  private final CallDesk desk;
  private final TelephonyCounters counters;

  TwilioController(Carrier carrier, CallDesk desk, TelephonyCounters counters) {
    this.carrier = carrier;
    this.desk = desk;
    this.counters = counters;
  }

  /// One of our numbers rings.
  @PostMapping("/twilio/voice")
  ResponseEntity<String> voice(HttpServletRequest servlet) throws IOException {
    return answer(servlet, request -> desk.ring(carrier.inbound(request)));
  }

  /// The media socket closed, or a party that we rang has answered: what now?
  @PostMapping("/twilio/calls/{org}/{call}")
  ResponseEntity<String> next(
      HttpServletRequest servlet, @PathVariable String org, @PathVariable String call)
      throws IOException {
    return answer(
        servlet, _ -> desk.next(carrier.name(), new OrgId(org), new CallId(call)));
  }

  /// The person who was rung for a caller has hung up, or was not reached: what now?
  @PostMapping("/twilio/dialled/{org}/{call}")
  ResponseEntity<String> dialled(
      HttpServletRequest servlet, @PathVariable String org, @PathVariable String call)
      throws IOException {
    return answer(
        servlet,
        request ->
            desk.dialled(
                carrier.name(), new OrgId(org), new CallId(call), carrier.dialled(request)));
  }

  /// That person picks up.
  @PostMapping("/twilio/dialling/{org}/{call}")
  ResponseEntity<String> dialling(
      HttpServletRequest servlet, @PathVariable String org, @PathVariable String call)
      throws IOException {
    return take(
        servlet,
        request ->
            desk.dialling(new OrgId(org), new CallId(call), carrier.report(request).state()));
  }

  @PostMapping("/twilio/status")
  ResponseEntity<String> status(HttpServletRequest servlet) throws IOException {
    return take(servlet, request -> desk.report(carrier.report(request)));
  }

  @PostMapping("/twilio/status/{org}/{call}")
  ResponseEntity<String> status(
      HttpServletRequest servlet, @PathVariable String org, @PathVariable String call)
      throws IOException {
    return take(
        servlet,
        request ->
            desk.report(new OrgId(org), new CallId(call), carrier.report(request).state()));
  }

  private interface Decision {
    CallInstruction on(WebhookRequest request) throws MalformedRequest;
  }

  private interface Effect {
    void of(WebhookRequest request) throws MalformedRequest;
  }

  private ResponseEntity<String> answer(HttpServletRequest servlet, Decision decision)
      throws IOException {
    return signed(
        servlet,
        request -> {
          var rendered = carrier.render(decision.on(request));
          return ResponseEntity.ok()
              .contentType(MediaType.parseMediaType(rendered.contentType()))
              .body(rendered.body());
        });
  }

  private ResponseEntity<String> take(HttpServletRequest servlet, Effect effect)
      throws IOException {
    return signed(
        servlet,
        request -> {
          effect.of(request);
          return ResponseEntity.noContent().build();
        });
  }

  private interface Answer {
    ResponseEntity<String> to(WebhookRequest request) throws MalformedRequest;
  }

  private ResponseEntity<String> signed(HttpServletRequest servlet, Answer answer)
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
