package dev.frontdesk.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.telephony.CallInstruction.ConnectMedia;
import dev.frontdesk.telephony.CallInstruction.HangUp;
import dev.frontdesk.telephony.CallInstruction.SayAndHangUp;
import dev.frontdesk.telephony.CarrierReport.State;
import dev.frontdesk.telephony.TelephonyCounters.Event;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallDeskTest {
  private final Desk maple = new Desk(2);
  private final CallDesk desk = maple.desk;

  @Test
  void a_call_to_our_number_is_connected_with_a_token_of_its_own() {
    var connect = (ConnectMedia) desk.ring(ringing("CA1"));

    var ticket = maple.tokens.redeem(tokenIn(connect)).orElseThrow();
    assertThat(ticket.call()).isEqualTo(maple.call().id());
    assertThat(ticket.caller()).contains(Desk.DANA);
    assertThat(ticket.carrierCall()).contains("CA1");
    assertThat(ticket.opening()).isEqualTo(LegOpening.NEW);
    assertThat(connect.afterwards().getPath())
        .isEqualTo("/twilio/calls/maple/" + maple.call().id().value());
    assertThat(maple.call().status()).isEqualTo(CallStatus.RINGING);
  }

  @Test
  void the_same_webhook_again_is_answered_the_same() {
    assertThat(desk.ring(ringing("CA1"))).isEqualTo(desk.ring(ringing("CA1")));
    assertThat(maple.store.latest(Desk.MAPLE, 10)).hasSize(1);
    assertThat(maple.counters.of(Event.CALL_RANG_AGAIN)).isEqualTo(1);
  }

  @Test
  void the_call_past_the_limit_is_told_so_and_told_again() {
    desk.ring(ringing("CA1"));
    desk.ring(ringing("CA2"));

    var full = new SayAndHangUp("All lines are taken.", "en-US");
    assertThat(desk.ring(ringing("CA3"))).isEqualTo(full);
    desk.report(over("CA1"));
    assertThat(desk.ring(ringing("CA3"))).isEqualTo(full);
    assertThat(desk.ring(ringing("CA4"))).isInstanceOf(ConnectMedia.class);
  }

  @Test
  void a_number_of_nobody_gets_a_polite_answer() {
    var elsewhere =
        new InboundCall(
            "twilio", "CA1", Optional.empty(), Optional.of(new PhoneNumber("+14155559999")));

    assertThat(desk.ring(elsewhere))
        .isEqualTo(new SayAndHangUp("This number is not in service.", "en-US"));
    assertThat(maple.store.latest(Desk.MAPLE, 10)).isEmpty();
  }

  @Test
  void a_dropped_socket_brings_the_call_back_as_a_resumed_one() {
    var ticket = answered("CA1");
    desk.lost(ticket);

    var again = (ConnectMedia) desk.next("twilio", Desk.MAPLE, ticket.call());

    assertThat(maple.tokens.redeem(tokenIn(again)).orElseThrow().opening()).isEqualTo(LegOpening.RESUMED);
    assertThat(maple.call().status()).isEqualTo(CallStatus.IN_PROGRESS);
    assertThat(maple.leg().status()).isEqualTo(LegStatus.LOST);
  }

  @Test
  void a_call_that_ended_is_hung_up_when_the_carrier_asks() {
    var ticket = answered("CA1");
    desk.ended(ticket, EndedReason.ASSISTANT_ENDED_CALL);

    assertThat(desk.next("twilio", Desk.MAPLE, ticket.call())).isEqualTo(new HangUp());
    assertThat(desk.next("twilio", Desk.MAPLE, new CallId("never"))).isEqualTo(new HangUp());
    assertThat(maple.leg().status()).isEqualTo(LegStatus.ENDED);
  }

  @Test
  void a_socket_that_keeps_dropping_ends_the_call() {
    var ticket = answered("CA1");
    for (int i = 0; i < CallDesk.MOST_RESUMES; i++) {
      assertThat(desk.next("twilio", Desk.MAPLE, ticket.call())).isInstanceOf(ConnectMedia.class);
    }

    assertThat(desk.next("twilio", Desk.MAPLE, ticket.call()))
        .isEqualTo(new SayAndHangUp("Something is broken.", "en-US"));
    assertThat(maple.call().endedReason()).contains(EndedReason.SOCKET_CLOSED_BY_CARRIER);
  }

  @Test
  void the_first_reason_stands_and_late_reports_change_nothing() {
    var ticket = answered("CA1");
    desk.ended(ticket, EndedReason.ASSISTANT_ENDED_CALL);
    desk.report(over("CA1"));
    desk.report(report("CA1", new State.Ringing()));
    desk.connected(ticket);

    assertThat(maple.call().endedReason()).contains(EndedReason.ASSISTANT_ENDED_CALL);
    assertThat(maple.call().status()).isEqualTo(CallStatus.ENDED);
    assertThat(maple.leg().status()).isEqualTo(LegStatus.ENDED);
    assertThat(maple.counters.of(Event.LATE_REPORT)).isEqualTo(2);
  }

  @Test
  void a_token_dies_with_its_call() {
    var connect = (ConnectMedia) desk.ring(ringing("CA1"));
    desk.report(over("CA1"));

    assertThat(maple.tokens.redeem(tokenIn(connect))).isEmpty();
  }

  @Test
  void a_call_that_never_gets_its_socket_is_ended_and_gives_its_place_back() {
    desk.ring(ringing("CA1"));
    desk.ring(ringing("CA2"));
    maple.clock.advance(CallDesk.SOCKET_PATIENCE.minusMillis(1));
    assertThat(desk.sweep()).isZero();

    maple.clock.advance(Duration.ofMillis(1));

    assertThat(desk.sweep()).isEqualTo(2);
    assertThat(desk.ring(ringing("CA3"))).isInstanceOf(ConnectMedia.class);
  }

  @Test
  void a_connected_call_is_not_swept() {
    answered("CA1");
    maple.clock.advance(Duration.ofHours(1));

    assertThat(desk.sweep()).isZero();
  }

  @Test
  void after_a_restart_open_calls_count_and_may_come_back() {
    var ticket = answered("CA1");
    maple.clock.advance(Duration.ofSeconds(1));
    var desk2 = maple.restarted(1);
    desk2.recover(Desk.MAPLE);

    assertThat(desk2.ring(ringing("CA2"))).isInstanceOf(SayAndHangUp.class);
    assertThat(desk2.next("twilio", Desk.MAPLE, ticket.call())).isInstanceOf(ConnectMedia.class);
  }

  @Test
  void listeners_hear_of_every_move_once() {
    var heard = new ArrayList<CallStatus>();
    desk.listen(call -> heard.add(call.status()));
    var ticket = answered("CA1");
    desk.connected(ticket);
    desk.ended(ticket, EndedReason.CUSTOMER_ENDED_CALL);
    desk.report(over("CA1"));

    assertThat(heard).isEqualTo(List.of(CallStatus.IN_PROGRESS, CallStatus.ENDED));
  }

  @Test
  void a_call_of_our_own_is_opened_queued_and_abandoned_unused() {
    var opened =
        (CallDesk.Opened.Admitted)
            desk.open(
                Desk.MAPLE,
                CallType.WEBSOCKET_CALL,
                "vapi.websocket",
                AudioFormat.WIDEBAND,
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(20),
                EndedReason.NO_CUSTOMER_AUDIO);
    assertThat(opened.call().status()).isEqualTo(CallStatus.QUEUED);
    assertThat(opened.remaining()).isEqualTo(1);

    maple.clock.advance(Duration.ofSeconds(20));
    desk.sweep();

    assertThat(maple.call().endedReason()).contains(EndedReason.NO_CUSTOMER_AUDIO);
  }

  private MediaTicket answered(String carrierCall) {
    var connect = (ConnectMedia) desk.ring(ringing(carrierCall));
    var ticket = maple.tokens.redeem(tokenIn(connect)).orElseThrow();
    desk.connected(ticket);
    return ticket;
  }

  private static InboundCall ringing(String carrierCall) {
    return new InboundCall("twilio", carrierCall, Optional.of(Desk.DANA), Optional.of(Desk.OURS));
  }

  private static CarrierReport over(String carrierCall) {
    return report(carrierCall, new State.Over(EndedReason.CUSTOMER_ENDED_CALL));
  }

  private static CarrierReport report(String carrierCall, State state) {
    return new CarrierReport("twilio", carrierCall, Optional.of(Desk.OURS), state);
  }

  private static String tokenIn(ConnectMedia connect) {
    return connect.media().getPath().substring("/media/twilio/".length());
  }
}
