package dev.frontdesk.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.telephony.CallInstruction.ConnectMedia;
import dev.frontdesk.telephony.CarrierReport.State;
import dev.frontdesk.telephony.OutboundCalls.Dialled;
import dev.frontdesk.telephony.spi.Dialer;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutboundCallsTest {
  private final Desk maple = new Desk(1);

  @Test
  void a_placed_call_rings_is_answered_and_gets_its_media() {
    var call = ((Dialled.Placed) dial(new Ok<>("CA9"))).call();

    maple.desk.report(Desk.MAPLE, call.id(), new State.Ringing());
    assertThat(maple.call().status()).isEqualTo(CallStatus.RINGING);
    assertThat(maple.desk.next("twilio", Desk.MAPLE, call.id()))
        .isInstanceOfSatisfying(
            ConnectMedia.class,
            connect -> {
              var token = connect.media().getPath().substring("/media/twilio/".length());
              var ticket = maple.tokens.redeem(token).orElseThrow();
              assertThat(ticket.carrierCall()).contains("CA9");
              assertThat(ticket.caller()).contains(Desk.DANA);
              assertThat(ticket.opening()).isEqualTo(LegOpening.NEW);
            });
  }

  @Test
  void nobody_there_ends_the_call_with_that_reason() {
    var call = ((Dialled.Placed) dial(new Ok<>("CA9"))).call();
    var over = new State.Over(EndedReason.CUSTOMER_BUSY);
    maple.desk.report(Desk.MAPLE, call.id(), over);
    maple.desk.report(Desk.MAPLE, call.id(), over);

    assertThat(maple.call().endedReason()).contains(EndedReason.CUSTOMER_BUSY);
  }

  @Test
  void a_refusal_ends_the_call_and_gives_its_place_back() {
    assertThat(dial(new Failed<>(new Failure.Permanent("twilio 400 (21211)"))))
        .isInstanceOf(Dialled.Refused.class);

    assertThat(maple.call().status()).isEqualTo(CallStatus.ENDED);
    assertThat(dial(new Ok<>("CA9"))).isInstanceOf(Dialled.Placed.class);
    assertThat(dial(new Ok<>("CA10"))).isEqualTo(new Dialled.Full(1));
  }

  @Test
  void no_answer_from_the_carrier_leaves_the_call_open_until_it_must_have_rung_out() {
    assertThat(dial(new Failed<>(new Failure.Unconfirmed("no answer"))))
        .isInstanceOfSatisfying(
            Dialled.Placed.class, placed -> assertThat(placed.confirmed()).isFalse());
    assertThat(maple.call().status()).isEqualTo(CallStatus.QUEUED);

    maple.clock.advance(OutboundCalls.RINGS_AT_MOST);
    maple.desk.sweep();
    assertThat(maple.call().endedReason()).contains(EndedReason.CUSTOMER_DID_NOT_ANSWER);
  }

  private Dialled dial(ProviderResult<String> answer) {
    var dialer =
        new Dialer() {
          @Override
          public ProviderResult<String> dial(
              PhoneNumber from, PhoneNumber to, URI instructions, URI reports) {
            var call = maple.call();
            assertThat(instructions).isEqualTo(Desk.URLS.call("twilio", Desk.MAPLE, call.id()));
            assertThat(reports).isEqualTo(Desk.URLS.status("twilio", Desk.MAPLE, call.id()));
            return answer;
          }

          @Override
          public ProviderResult<String> hangUp(String carrierCall) {
            throw new AssertionError("nobody hangs up here");
          }
        };
    var calls = new OutboundCalls(maple.desk, maple.store, Desk.URLS, "twilio", dialer);
    var dialled = calls.dial(Desk.MAPLE, Desk.OURS, Desk.DANA);
    maple.clock.advance(Duration.ofMillis(1));
    return dialled;
  }
}
