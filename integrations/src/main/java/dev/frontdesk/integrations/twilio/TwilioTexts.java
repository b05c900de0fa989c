package dev.frontdesk.integrations.twilio;

import dev.frontdesk.messaging.InboundText.Signed;
import dev.frontdesk.messaging.MessageEvent;
import dev.frontdesk.messaging.MessageText;
import dev.frontdesk.messaging.Refusal;
import dev.frontdesk.messaging.spi.DeliveryReport;
import dev.frontdesk.telephony.spi.MalformedRequest;
import dev.frontdesk.telephony.spi.WebhookRequest;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Twilio's webhooks about texts, once their signature was found good.
///
/// @see <a href="https://www.twilio.com/docs/messaging/guides/track-outbound-message-status">Twilio:
///     status callbacks</a>
public final class TwilioTexts {
  private TwilioTexts() {}

  /// A text that came in.
  public record Inbound(
      String providerId, PhoneNumber from, PhoneNumber to, Transcript text, Signed signed) {}

  public static Inbound inbound(WebhookRequest request) throws MalformedRequest {
    var fields = FormBody.parse(request.body());
    return new Inbound(
        sid(fields),
        number(fields, "From"),
        number(fields, "To"),
        new Transcript(first(fields, "Body")),
        signed(first(fields, "OptOutType")));
  }

  public static DeliveryReport report(WebhookRequest request) throws MalformedRequest {
    var fields = FormBody.parse(request.body());
    var event =
        TwilioMessages.event(first(fields, "MessageStatus"))
            .orElseThrow(() -> new MalformedRequest("a text's report has an unknown status"));
    var code = first(fields, "ErrorCode");
    if (!code.matches("[0-9]{0,6}")) {
      throw new MalformedRequest("a text's report has an error code that is no number");
    }
    return new DeliveryReport(
        sid(fields),
        event,
        refusal(event, code.isEmpty() ? 0 : Integer.parseInt(code)),
        code.isEmpty() || code.equals("0") ? "" : "twilio " + code,
        0,
        Optional.empty(),
        Optional.empty());
  }

  /// @return the body of the answer to a text that came in
  public static String answer(Optional<MessageText> text) {
    return Twiml.answer(text);
  }

  /// Why a text was lost; empty while it is not.
  static Optional<Refusal> refusal(MessageEvent event, int code) {
    return event == MessageEvent.REPORT_UNDELIVERED || event == MessageEvent.REPORT_FAILED
        ? Optional.of(TwilioCodes.refusal(code).orElse(Refusal.UNKNOWN))
        : Optional.empty();
  }

  private static Signed signed(String optOutType) {
    return switch (optOutType) {
      case "STOP" -> Signed.OFF;
      case "START" -> Signed.ON;
      case "HELP" -> Signed.HELP;
      default -> Signed.NO;
    };
  }

  private static PhoneNumber number(Map<String, List<String>> fields, String name)
      throws MalformedRequest {
    return TwilioNumbers.parse(first(fields, name))
        .orElseThrow(() -> new MalformedRequest("a text names no number in " + name));
  }

  private static String sid(Map<String, List<String>> fields) throws MalformedRequest {
    var sid = first(fields, "MessageSid");
    if (!sid.matches("[A-Za-z0-9]{2,64}")) {
      throw new MalformedRequest("a webhook names no text");
    }
    return sid;
  }

  private static String first(Map<String, List<String>> fields, String name) {
    var values = fields.get(name);
    return values == null ? "" : values.getFirst();
  }
}
