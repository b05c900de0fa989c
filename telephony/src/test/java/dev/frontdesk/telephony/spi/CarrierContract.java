package dev.frontdesk.telephony.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.telephony.CallInstruction;
import dev.frontdesk.telephony.CarrierReport;
import dev.frontdesk.telephony.CarrierReport.State;
import dev.frontdesk.telephony.EndedReason;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every carrier's adapter must do with its webhooks.
public abstract class CarrierContract {
  protected static final PhoneNumber CALLER = new PhoneNumber("+14155550123");
  protected static final PhoneNumber OURS = new PhoneNumber("+14155550100");

  protected abstract Carrier carrier();

  /// Signed as the carrier signs: `CALLER` rings `OURS`, the carrier calling the call `id`.
  protected abstract WebhookRequest ringing(String id);

  /// Signed: the same, with the number withheld.
  protected abstract WebhookRequest ringingWithheld(String id);

  /// Signed: the call that rang in as `id` is over.
  protected abstract WebhookRequest over(String id);

  /// Signed, and without what names the call.
  protected abstract WebhookRequest nonsense();

  @Test
  void its_own_signature_is_accepted() {
    assertThat(carrier().signed(ringing("CA1"))).isTrue();
    assertThat(carrier().signed(over("CA1"))).isTrue();
    assertThat(carrier().signed(nonsense())).isTrue();
  }

  @Test
  void a_changed_body_address_or_header_is_refused() {
    var good = ringing("CA1");
    byte[] longer = Arrays.copyOf(good.body(), good.body().length + 1);
    longer[longer.length - 1] = '1';
    assertThat(carrier().signed(with(good, good.pathAndQuery(), longer))).isFalse();
    assertThat(carrier().signed(with(good, good.pathAndQuery() + "/x", good.body()))).isFalse();
    var bare = new WebhookRequest("POST", good.pathAndQuery(), Map.of(), good.body());
    assertThat(carrier().signed(bare)).isFalse();
    for (var header : good.headers().keySet()) {
      var headers = new HashMap<>(good.headers());
      headers.computeIfPresent(header, (_, value) -> value + "A");
      var changed = new WebhookRequest(good.method(), good.pathAndQuery(), headers, good.body());
      if (!header.equalsIgnoreCase("Content-Type")) {
        assertThat(carrier().signed(changed)).as("with another %s", header).isFalse();
      }
    }
  }

  @Test
  void header_names_have_no_case() {
    var good = ringing("CA1");
    var headers = new HashMap<String, String>();
    good.headers().forEach((k, v) -> headers.put(k.toLowerCase(Locale.ROOT), v));
    var lower = new WebhookRequest(good.method(), good.pathAndQuery(), headers, good.body());
    assertThat(carrier().signed(lower)).isTrue();
  }

  @Test
  void a_ringing_call_has_an_id_and_two_numbers() throws MalformedRequest {
    var call = carrier().inbound(ringing("CA1"));

    assertThat(call.carrier()).isEqualTo(carrier().name());
    assertThat(call.carrierCall()).isEqualTo("CA1");
    assertThat(call.caller()).contains(CALLER);
    assertThat(call.called()).contains(OURS);
  }

  @Test
  void a_withheld_number_is_none() throws MalformedRequest {
    assertThat(carrier().inbound(ringingWithheld("CA1")).caller()).isEmpty();
  }

  @Test
  void the_end_is_reported_with_our_number() throws MalformedRequest {
    assertThat(carrier().report(over("CA1")))
        .isEqualTo(
            new CarrierReport(
                carrier().name(),
                "CA1",
                Optional.of(OURS),
                new State.Over(EndedReason.CUSTOMER_ENDED_CALL)));
  }

  @Test
  void nonsense_is_refused_and_never_a_bug() {
    assertThatThrownBy(() -> carrier().inbound(nonsense())).isInstanceOf(MalformedRequest.class);
    assertThatThrownBy(() -> carrier().report(nonsense())).isInstanceOf(MalformedRequest.class);
  }

  @Test
  void what_is_said_cannot_break_out_of_the_instruction() {
    var rendered =
        carrier().render(new CallInstruction.SayAndHangUp("a \"b\" <c> & \u0000 d", "en-US"));

    assertThat(rendered.body()).doesNotContain("<c>").doesNotContain("\u0000");
  }

  @Test
  void the_media_address_and_where_to_ask_afterwards_are_in_the_instruction() {
    var rendered =
        carrier()
            .render(
                new CallInstruction.ConnectMedia(
                    URI.create("wss://desk.example.com/media/x/token"),
                    Map.of("call", "c1"),
                    URI.create("https://desk.example.com/x/calls/maple/c1")));

    assertThat(rendered.body()).contains("wss://desk.example.com/media/x/token");
    assertThat(rendered.body()).contains("https://desk.example.com/x/calls/maple/c1");
  }

  private static WebhookRequest with(WebhookRequest good, String path, byte[] body) {
    return new WebhookRequest(good.method(), path, good.headers(), body);
  }
}
