package dev.frontdesk.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.telephony.CallInstruction.ConnectMedia;
import dev.frontdesk.telephony.CallInstruction.DialPerson;
import dev.frontdesk.telephony.CallInstruction.HangUp;
import dev.frontdesk.telephony.CarrierReport.State;
import dev.frontdesk.telephony.TelephonyCounters.Event;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A caller who asked for a person, as the carrier sees it.
class CallTransferTest {
  private static final PhoneNumber PERSON = new PhoneNumber("+14155550199");

  private final Desk maple = new Desk(1);
  private final CallDesk desk = maple.desk;

  @Test
  void the_carrier_is_told_to_ring_the_person_when_it_asks() {
    var ticket = forwarded();
    assertThat(maple.call().status()).isEqualTo(CallStatus.FORWARDING);

    var dial = (DialPerson) desk.next("twilio", Desk.MAPLE, ticket.call());

    assertThat(dial.to()).isEqualTo(PERSON);
    assertThat(dial.shown()).contains(Desk.DANA);
    assertThat(dial.result().getPath())
        .isEqualTo("/twilio/dialled/maple/" + ticket.call().value());
    assertThat(dial.reports().getPath())
        .isEqualTo("/twilio/dialling/maple/" + ticket.call().value());
    assertThat(desk.next("twilio", Desk.MAPLE, ticket.call())).isEqualTo(dial);
    assertThat(transfer()).isEqualTo(TransferStatus.RINGING);
  }

  @Test
  void a_call_whose_parties_have_talked_is_over() {
    var ticket = ringing();
    desk.dialling(Desk.MAPLE, ticket.call(), new State.Answered());
    assertThat(transfer()).isEqualTo(TransferStatus.TALKING);

    assertThat(desk.dialled("twilio", Desk.MAPLE, ticket.call(), DialResult.TALKED))
        .isEqualTo(new HangUp());
    assertThat(transfer()).isEqualTo(TransferStatus.TALKED);
    assertThat(maple.call().endedReason()).contains(EndedReason.ASSISTANT_FORWARDED_CALL);
    assertThat(desk.dialled("twilio", Desk.MAPLE, ticket.call(), DialResult.TALKED))
        .isEqualTo(new HangUp());
  }

  @Test
  void a_caller_whom_nobody_answered_comes_back_to_the_agent() {
    var ticket = ringing();

    var back =
        (ConnectMedia) desk.dialled("twilio", Desk.MAPLE, ticket.call(), DialResult.NOT_REACHED);
    assertThat(desk.dialled("twilio", Desk.MAPLE, ticket.call(), DialResult.NOT_REACHED))
        .isEqualTo(back);

    assertThat(maple.call().status()).isEqualTo(CallStatus.IN_PROGRESS);
    assertThat(transfer()).isEqualTo(TransferStatus.NOT_REACHED);
    var again = maple.tokens.redeem(tokenIn(back)).orElseThrow();
    assertThat(again.opening()).isEqualTo(LegOpening.NOT_PUT_THROUGH);
    assertThat(maple.counters.of(Event.CALL_NOT_PUT_THROUGH)).isPositive();
    desk.connected(again);
    desk.lost(again);
    var resumed = (ConnectMedia) desk.next("twilio", Desk.MAPLE, ticket.call());
    assertThat(maple.tokens.redeem(tokenIn(resumed)).orElseThrow().opening())
        .isEqualTo(LegOpening.RESUMED);
  }

  @Test
  void they_may_be_put_through_once_more() {
    var ticket = ringing();
    desk.dialled("twilio", Desk.MAPLE, ticket.call(), DialResult.NOT_REACHED);
    desk.forwarded(ticket, PERSON);

    assertThat(desk.next("twilio", Desk.MAPLE, ticket.call())).isInstanceOf(DialPerson.class);
    assertThat(maple.transfers.latest(Desk.MAPLE, ticket.call()).orElseThrow().attempt())
        .isEqualTo(2);
  }

  @Test
  void a_caller_who_hangs_up_while_it_rings_ended_the_call_during_the_transfer() {
    ringing();
    desk.report(over());

    assertThat(maple.call().endedReason())
        .contains(EndedReason.CUSTOMER_ENDED_CALL_DURING_TRANSFER);
    assertThat(transfer()).isEqualTo(TransferStatus.GIVEN_UP);
  }

  @Test
  void a_caller_who_hangs_up_on_the_person_was_put_through() {
    var ticket = ringing();
    desk.dialling(Desk.MAPLE, ticket.call(), new State.Answered());
    desk.report(over());

    assertThat(maple.call().endedReason()).contains(EndedReason.ASSISTANT_FORWARDED_CALL);
    assertThat(transfer()).isEqualTo(TransferStatus.TALKED);
  }

  @Test
  void the_carrier_says_so_when_it_gives_up_for_the_caller() {
    var ticket = ringing();

    assertThat(desk.dialled("twilio", Desk.MAPLE, ticket.call(), DialResult.CALLER_LEFT))
        .isEqualTo(new HangUp());
    assertThat(maple.call().endedReason())
        .contains(EndedReason.CUSTOMER_ENDED_CALL_DURING_TRANSFER);
  }

  @Test
  void a_long_talk_is_no_lost_call_and_counts_against_the_limit() {
    var ticket = ringing();
    maple.clock.advance(Duration.ofHours(2));
    assertThat(desk.sweep()).isZero();
    assertThat(desk.ring(ringing("CA2"))).isInstanceOf(CallInstruction.SayAndHangUp.class);

    maple.clock.advance(CallDesk.LONGEST_TALK);
    assertThat(desk.sweep()).isEqualTo(1);
    assertThat(maple.call().endedReason()).isPresent();
    assertThat(desk.next("twilio", Desk.MAPLE, ticket.call())).isEqualTo(new HangUp());
  }

  @Test
  void after_a_restart_the_talk_goes_on() {
    var ticket = ringing();
    maple.clock.advance(Duration.ofSeconds(1));
    var desk2 = maple.restarted(1);
    desk2.recover(Desk.MAPLE);
    maple.clock.advance(Duration.ofMinutes(5));

    assertThat(desk2.sweep()).isZero();
    assertThat(desk2.dialled("twilio", Desk.MAPLE, ticket.call(), DialResult.NOT_REACHED))
        .isInstanceOf(ConnectMedia.class);
  }

  @Test
  void a_result_for_a_call_that_was_never_forwarded_rings_nobody_and_ends_nothing() {
    var ticket = answered();

    assertThat(desk.dialled("twilio", Desk.MAPLE, ticket.call(), DialResult.NOT_REACHED))
        .isEqualTo(new HangUp());
    assertThat(maple.call().status()).isEqualTo(CallStatus.IN_PROGRESS);
    desk.dialling(Desk.MAPLE, ticket.call(), new State.Answered());
    assertThat(maple.counters.of(Event.LATE_REPORT)).isEqualTo(1);
  }

  private TransferStatus transfer() {
    return maple.transfers.latest(Desk.MAPLE, maple.call().id()).orElseThrow().status();
  }

  private MediaTicket ringing() {
    var ticket = forwarded();
    desk.next("twilio", Desk.MAPLE, ticket.call());
    return ticket;
  }

  private MediaTicket forwarded() {
    var ticket = answered();
    desk.forwarded(ticket, PERSON);
    return ticket;
  }

  private MediaTicket answered() {
    var connect = (ConnectMedia) desk.ring(ringing("CA1"));
    var ticket = maple.tokens.redeem(tokenIn(connect)).orElseThrow();
    desk.connected(ticket);
    return ticket;
  }

  private static InboundCall ringing(String carrierCall) {
    return new InboundCall("twilio", carrierCall, Optional.of(Desk.DANA), Optional.of(Desk.OURS));
  }

  private static CarrierReport over() {
    return new CarrierReport(
        "twilio", "CA1", Optional.of(Desk.OURS), new State.Over(EndedReason.CUSTOMER_ENDED_CALL));
  }

  private static String tokenIn(ConnectMedia connect) {
    return connect.media().getPath().substring("/media/twilio/".length());
  }
}
