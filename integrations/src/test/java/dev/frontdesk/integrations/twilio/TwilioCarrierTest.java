package dev.frontdesk.integrations.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.telephony.CallInstruction.ConnectMedia;
import dev.frontdesk.telephony.CallInstruction.DialPerson;
import dev.frontdesk.telephony.CallInstruction.HangUp;
import dev.frontdesk.telephony.CallInstruction.SayAndHangUp;
import dev.frontdesk.telephony.CarrierReport.State;
import dev.frontdesk.telephony.DialResult;
import dev.frontdesk.telephony.EndedReason;
import dev.frontdesk.telephony.spi.Carrier;
import dev.frontdesk.telephony.spi.CarrierContract;
import dev.frontdesk.telephony.spi.MalformedRequest;
import dev.frontdesk.telephony.spi.WebhookRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioCarrierTest extends CarrierContract {
  private final TwilioCarrier twilio = new TwilioCarrier(Twilio.SETTINGS);

  @Override
  protected Carrier carrier() {
    return twilio;
  }

  @Override
  protected WebhookRequest ringing(String id) {
    return from(id, CALLER.e164());
  }

  @Override
  protected WebhookRequest ringingWithheld(String id) {
    return from(id, "+266696687");
  }

  @Override
  protected WebhookRequest over(String id) {
    return status(id, "completed", "inbound");
  }

  @Override
  protected WebhookRequest nonsense() {
    return Twilio.post("/twilio/voice", "From", CALLER.e164(), "To", OURS.e164());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "anonymous", "+266696687", "+7378742833", "sip:dana@example.com"})
  void a_withheld_or_foreign_number_is_none(String from) throws MalformedRequest {
    assertThat(twilio.inbound(from("CA1", from)).caller()).isEmpty();
  }

  @Test
  void the_instruction_to_connect_asks_us_again_afterwards() {
    var instruction =
        new ConnectMedia(
            URI.create("wss://desk.example.com/media/twilio/t"),
            Map.of("call", "c1"),
            URI.create("https://desk.example.com/twilio/calls/maple/c1"));

    assertThat(twilio.render(instruction).body())
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Connect>"
                + "<Stream url=\"wss://desk.example.com/media/twilio/t\">"
                + "<Parameter name=\"call\" value=\"c1\"/></Stream></Connect>"
                + "<Redirect method=\"POST\">https://desk.example.com/twilio/calls/maple/c1"
                + "</Redirect></Response>");
    assertThat(twilio.render(instruction).contentType()).startsWith("text/xml");
  }

  @Test
  void a_call_is_refused_with_words_and_ended_without() {
    assertThat(twilio.render(new SayAndHangUp("All \"lines\" & <rooms> are taken", "en-US")).body())
        .endsWith(
            "<Response><Say language=\"en-US\">All &quot;lines&quot; &amp; &lt;rooms&gt; are taken"
                + "</Say><Hangup/></Response>");
    assertThat(twilio.render(new HangUp()).body()).endsWith("<Response><Hangup/></Response>");
  }

  @Test
  void a_person_is_rung_with_a_way_back() {
    var dial =
        new DialPerson(
            OURS,
            Optional.of(CALLER),
            Duration.ofSeconds(25),
            Duration.ofHours(4),
            URI.create("https://desk.example.com/twilio/dialled/maple/c1"),
            URI.create("https://desk.example.com/twilio/dialling/maple/c1"));

    assertThat(twilio.render(dial).body())
        .endsWith(
            "<Response><Dial timeout=\"25\" timeLimit=\"14400\" callerId=\"+14155550123\""
                + " action=\"https://desk.example.com/twilio/dialled/maple/c1\" method=\"POST\">"
                + "<Number statusCallback=\"https://desk.example.com/twilio/dialling/maple/c1\""
                + " statusCallbackMethod=\"POST\" statusCallbackEvent=\"answered\">"
                + "+14155550100</Number></Dial></Response>");
  }

  @ParameterizedTest
  @CsvSource({
    "completed, TALKED",
    "answered, TALKED",
    "busy, NOT_REACHED",
    "no-answer, NOT_REACHED",
    "failed, NOT_REACHED",
    "canceled, CALLER_LEFT"
  })
  void what_became_of_the_person_is_read(String status, DialResult result)
      throws MalformedRequest {
    assertThat(twilio.dialled(dialled(status))).isEqualTo(result);
  }

  @Test
  void a_dial_that_melted_is_malformed() {
    assertThatThrownBy(() -> twilio.dialled(dialled("melted")))
        .isInstanceOf(MalformedRequest.class);
    assertThatThrownBy(() -> twilio.dialled(nonsense())).isInstanceOf(MalformedRequest.class);
  }

  @ParameterizedTest
  @CsvSource({
    "completed, inbound, customer-ended-call",
    "canceled, inbound, customer-ended-call",
    "busy, outbound-api, customer-busy",
    "no-answer, outbound-api, customer-did-not-answer",
    "failed, outbound-api, twilio-failed-to-connect-call",
    "canceled, outbound-api, manually-canceled"
  })
  void an_end_has_its_reason(String status, String direction, String reason)
      throws MalformedRequest {
    assertThat(twilio.report(status("CA1", status, direction)).state())
        .isEqualTo(new State.Over(new EndedReason(reason)));
  }

  @Test
  void other_statuses_are_no_end() throws MalformedRequest {
    assertThat(twilio.report(status("CA1", "initiated", "outbound-api")).state())
        .isEqualTo(new State.Nothing());
    assertThat(twilio.report(status("CA1", "ringing", "outbound-api")).state())
        .isEqualTo(new State.Ringing());
    assertThat(twilio.report(status("CA1", "in-progress", "outbound-api")).state())
        .isEqualTo(new State.Answered());
    assertThatThrownBy(() -> twilio.report(status("CA1", "melted", "inbound")))
        .isInstanceOf(MalformedRequest.class);
  }

  @Test
  void of_an_outbound_call_our_number_is_the_one_it_comes_from() throws MalformedRequest {
    assertThat(twilio.report(status("CA1", "busy", "outbound-api")).ours()).contains(CALLER);
  }

  @Test
  void a_signed_body_that_is_no_form_needs_its_hash() {
    var body = "{}".getBytes(StandardCharsets.US_ASCII);
    var signature =
        TwilioSignature.of(Twilio.TOKEN, Twilio.URLS.webhooks() + "/twilio/voice", Map.of());
    var headers =
        Map.of("Content-Type", "application/json", TwilioSignature.HEADER, signature);

    assertThat(twilio.signed(new WebhookRequest("POST", "/twilio/voice", headers, body))).isFalse();
  }

  private static WebhookRequest from(String id, String caller) {
    return Twilio.post(
        "/twilio/voice",
        "CallSid", id,
        "AccountSid", "AC1",
        "From", caller,
        "To", OURS.e164(),
        "CallStatus", "ringing",
        "Direction", "inbound");
  }

  private static WebhookRequest dialled(String status) {
    return Twilio.post(
        "/twilio/dialled/maple/c1",
        "CallSid", "CA1",
        "CallStatus", "in-progress",
        "DialCallSid", "CA2",
        "DialCallStatus", status);
  }

  private static WebhookRequest status(String id, String status, String direction) {
    return Twilio.post(
        "/twilio/status",
        "CallSid", id,
        "From", CALLER.e164(),
        "To", OURS.e164(),
        "CallStatus", status,
        "Direction", direction);
  }
}
