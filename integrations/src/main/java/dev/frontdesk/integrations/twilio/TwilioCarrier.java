package dev.frontdesk.integrations.twilio;

import dev.frontdesk.telephony.CallInstruction;
import dev.frontdesk.telephony.CarrierReport;
import dev.frontdesk.telephony.CarrierReport.State;
import dev.frontdesk.telephony.DialResult;
import dev.frontdesk.telephony.EndedReason;
import dev.frontdesk.telephony.InboundCall;
import dev.frontdesk.telephony.spi.Carrier;
import dev.frontdesk.telephony.spi.MalformedRequest;
import dev.frontdesk.telephony.spi.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Twilio's voice webhooks.
///
/// @see <a href="https://www.twilio.com/docs/voice/twiml#request-parameters">Twilio: request
///     parameters</a>
public final class TwilioCarrier implements Carrier {
  public static final String NAME = "twilio";

  private final TwilioSettings settings;

  public TwilioCarrier(TwilioSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean signed(WebhookRequest request) {
    var signature = request.header(TwilioSignature.HEADER).orElse("");
    var url = settings.urls().webhooks() + request.pathAndQuery();
    if (TwilioSignature.carriesBodyHash(url) && !isForm(request)) {
      return TwilioSignature.validBody(settings.authToken(), url, request.body(), signature);
    }
    try {
      var form = isForm(request) ? FormBody.parse(request.body()) : Map.<String, List<String>>of();
      return (isForm(request) || request.body().length == 0)
          && TwilioSignature.valid(settings.authToken(), url, form, signature);
    } catch (MalformedRequest e) {
      return false; // Twilio signs no such thing
    }
  }

  @Override
  public InboundCall inbound(WebhookRequest request) throws MalformedRequest {
    var fields = fields(request);
    return new InboundCall(
        NAME,
        callSid(fields),
        TwilioNumbers.parse(first(fields, "From")),
        TwilioNumbers.parse(first(fields, "To")));
  }

  @Override
  public CarrierReport report(WebhookRequest request) throws MalformedRequest {
    var fields = fields(request);
    boolean inbound = first(fields, "Direction").equals("inbound");
    return new CarrierReport(
        NAME,
        callSid(fields),
        TwilioNumbers.parse(first(fields, inbound ? "To" : "From")),
        state(first(fields, "CallStatus"), inbound));
  }

  /// @see <a href="https://www.twilio.com/docs/voice/twiml/dial#attributes-action">Twilio: Dial</a>
  @Override
  public DialResult dialled(WebhookRequest request) throws MalformedRequest {
    var fields = fields(request);
    callSid(fields);
    return switch (first(fields, "DialCallStatus")) {
      case "completed", "answered" -> DialResult.TALKED;
      case "busy", "no-answer", "failed" -> DialResult.NOT_REACHED;
      case "canceled" -> DialResult.CALLER_LEFT;
      default -> throw new MalformedRequest("a dial's result has an unknown status");
    };
  }

  @Override
  public Rendered render(CallInstruction instruction) {
    return new Rendered("text/xml; charset=utf-8", Twiml.of(instruction));
  }

  private static State state(String status, boolean inbound) throws MalformedRequest {
    return switch (status) {
      case "queued", "initiated" -> new State.Nothing();
      case "ringing" -> new State.Ringing();
      case "in-progress", "answered" -> new State.Answered();
      case "completed" -> new State.Over(EndedReason.CUSTOMER_ENDED_CALL);
      case "busy" -> new State.Over(EndedReason.CUSTOMER_BUSY);
      case "no-answer" -> new State.Over(EndedReason.CUSTOMER_DID_NOT_ANSWER);
      case "failed" -> new State.Over(EndedReason.TWILIO_FAILED_TO_CONNECT);
      case "canceled" ->
          new State.Over(
              inbound ? EndedReason.CUSTOMER_ENDED_CALL : EndedReason.MANUALLY_CANCELED);
      default -> throw new MalformedRequest("a status callback has an unknown status");
    };
  }

  private static Map<String, List<String>> fields(WebhookRequest request)
      throws MalformedRequest {
    if (isForm(request)) {
      return FormBody.parse(request.body());
    }
    int query = request.pathAndQuery().indexOf('?');
    var text = query < 0 ? "" : request.pathAndQuery().substring(query + 1);
    return FormBody.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isForm(WebhookRequest request) {
    return request
        .header("Content-Type")
        .filter(
            type ->
                type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded"))
        .isPresent();
  }

  private static String callSid(Map<String, List<String>> fields) throws MalformedRequest {
    var sid = first(fields, "CallSid");
    if (!sid.matches("[A-Za-z0-9]{2,64}")) {
      throw new MalformedRequest("a webhook names no call");
    }
    return sid;
  }

  private static String first(Map<String, List<String>> fields, String name) {
    var values = fields.get(name);
    return values == null ? "" : values.getFirst();
  }
}
