package dev.frontdesk.server;

import dev.frontdesk.telephony.CallDesk;
import dev.frontdesk.telephony.CallInstruction;
import dev.frontdesk.telephony.spi.Carrier;
import dev.frontdesk.telephony.spi.MalformedRequest;
import dev.frontdesk.telephony.spi.WebhookRequest;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Twilio's webhooks about calls.
@RestController
class TwilioController {
  private final Carrier carrier;
  private final CallDesk desk;
  private final TwilioWebhooks webhooks;

  TwilioController(Carrier carrier, CallDesk desk, TwilioWebhooks webhooks) {
    this.carrier = carrier;
    this.desk = desk;
    this.webhooks = webhooks;
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
    return webhooks.signed(
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
    return webhooks.signed(
        servlet,
        request -> {
          effect.of(request);
          return ResponseEntity.noContent().build();
        });
  }
}
