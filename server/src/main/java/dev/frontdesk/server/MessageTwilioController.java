package dev.frontdesk.server;

import dev.frontdesk.integrations.twilio.TwilioTexts;
import dev.frontdesk.messaging.DeliveryDesk;
import dev.frontdesk.messaging.InboundText;
import dev.frontdesk.messaging.MessageId;
import dev.frontdesk.messaging.MessageText;
import dev.frontdesk.messaging.ReplyDesk;
import dev.frontdesk.messaging.Sender;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Twilio's webhooks about texts: what customers write, and how what we wrote fares.
@RestController
class MessageTwilioController {
  private static final MediaType XML = MediaType.parseMediaType("text/xml; charset=utf-8");

  private final TwilioWebhooks webhooks;
  private final ReplyDesk replies;
  private final DeliveryDesk delivery;
  private final Storage storage;
  private final ServerSettings settings;
  private final Map<PhoneNumber, OrgId> senders;

  MessageTwilioController(
      TwilioWebhooks webhooks,
      ReplyDesk replies,
      DeliveryDesk delivery,
      Storage storage,
      ServerSettings settings) {
    this.webhooks = webhooks;
    this.replies = replies;
    this.delivery = delivery;
    this.storage = storage;
    this.settings = settings;
    this.senders = senders(settings);
  }

  /// A customer writes. The same text brought again acts no second time and gets the same answer.
  @PostMapping("/twilio/messages")
  ResponseEntity<String> received(HttpServletRequest servlet) throws IOException {
    return webhooks.signed(
        servlet,
        request -> {
          var text = TwilioTexts.inbound(request);
          Optional<MessageText> answer =
              owner(text.to())
                  .flatMap(
                      org ->
                          replies.receive(
                              new InboundText(
                                  org, text.providerId(), text.from(), text.text(), text.signed()),
                              settings.clock().instant()));
          return ResponseEntity.ok().contentType(XML).body(TwilioTexts.answer(answer));
        });
  }

  /// How one of our texts fares; about one that is none of ours, nothing is done.
  @PostMapping("/twilio/messages/{org}/{message}")
  ResponseEntity<String> report(
      HttpServletRequest servlet, @PathVariable String org, @PathVariable String message)
      throws IOException {
    return webhooks.signed(
        servlet,
        request -> {
          delivery.report(
              new OrgId(org), new MessageId(message), TwilioTexts.report(request),
              settings.clock().instant());
          return ResponseEntity.noContent().build();
        });
  }

  /// By the number that texts are sent from, else by the numbers that are called.
  private Optional<OrgId> owner(PhoneNumber called) {
    return Optional.ofNullable(senders.get(called)).or(() -> storage.numbers().owner(called));
  }

  private static Map<PhoneNumber, OrgId> senders(ServerSettings settings) {
    var senders = new HashMap<PhoneNumber, OrgId>();
    for (var organisation : settings.organisations()) {
      organisation
          .links()
          .messages()
          .profile()
          .flatMap(it -> it.sms())
          .map(line -> line.sender())
          .filter(Sender.Number.class::isInstance)
          .map(number -> ((Sender.Number) number).number())
          .ifPresent(number -> senders.putIfAbsent(number, organisation.org()));
    }
    return Map.copyOf(senders);
  }
}
