package dev.frontdesk.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.telephony.CallStore.CallMove;
import dev.frontdesk.telephony.SpokenLine.Speaker;
import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.LegId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.Transcript;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every call store must do. Subclasses hand in a store in which both organisations exist.
public abstract class CallStoreContract {
  protected static final OrgId MAPLE = new OrgId("maple");
  protected static final OrgId OTHER = new OrgId("other");
  protected static final Instant NINE = Instant.parse("2026-06-12T09:00:00Z");

  protected abstract CallStore store();

  @Test
  void the_same_call_of_a_carrier_is_opened_once() {
    var first = store().open(call("c1"), leg("c1", "l1", "CA1"));
    var second = store().open(call("c2"), leg("c2", "l2", "CA1"));

    assertThat(second).isEqualTo(first);
    assertThat(store().find(MAPLE, new CallId("c2"))).isEmpty();
    assertThat(store().findByCarrierCall(MAPLE, "twilio", "CA1")).contains(first);
    assertThat(store().legs(MAPLE, new CallId("c1"))).containsExactly(first.leg());
  }

  @Test
  void a_call_is_read_back_as_it_was_stored() {
    var stored = store().open(call("c1"), leg("c1", "l1", "CA1"));

    assertThat(store().find(MAPLE, new CallId("c1"))).contains(stored.call());
    assertThat(stored.call()).isEqualTo(call("c1"));
    assertThat(stored.leg()).isEqualTo(leg("c1", "l1", "CA1"));
  }

  @Test
  void another_organisation_sees_nothing_of_it() {
    store().open(call("c1"), leg("c1", "l1", "CA1"));

    assertThat(store().find(OTHER, new CallId("c1"))).isEmpty();
    assertThat(store().legs(OTHER, new CallId("c1"))).isEmpty();
    assertThat(store().findByCarrierCall(OTHER, "twilio", "CA1")).isEmpty();
    assertThat(store().latest(OTHER, 10)).isEmpty();
    assertThat(store().unfinished(OTHER, NINE.plusSeconds(60), 10)).isEmpty();
  }

  @Test
  void a_move_happens_only_from_the_status_it_was_decided_on() {
    store().open(call("c1"), leg("c1", "l1", "CA1"));
    var answer =
        new CallMove(
            CallStatus.RINGING, CallStatus.IN_PROGRESS, NINE.plusSeconds(2), Optional.empty());

    assertThat(store().move(MAPLE, new CallId("c1"), answer)).isTrue();
    assertThat(store().move(MAPLE, new CallId("c1"), answer)).isFalse();

    var call = store().find(MAPLE, new CallId("c1")).orElseThrow();
    assertThat(call.status()).isEqualTo(CallStatus.IN_PROGRESS);
    assertThat(call.startedAt()).contains(NINE.plusSeconds(2));
  }

  @Test
  void the_end_has_a_time_and_a_reason() {
    store().open(call("c1"), leg("c1", "l1", "CA1"));

    store()
        .move(
            MAPLE,
            new CallId("c1"),
            new CallMove(
                CallStatus.RINGING,
                CallStatus.ENDED,
                NINE.plusSeconds(9),
                Optional.of(EndedReason.SILENCE_TIMED_OUT)));

    var call = store().find(MAPLE, new CallId("c1")).orElseThrow();
    assertThat(call.endedAt()).contains(NINE.plusSeconds(9));
    assertThat(call.endedReason()).contains(EndedReason.SILENCE_TIMED_OUT);
    assertThat(store().unfinished(MAPLE, NINE.plusSeconds(60), 10)).isEmpty();
  }

  @Test
  void a_leg_moves_only_from_the_status_it_was_decided_on() {
    store().open(call("c1"), leg("c1", "l1", "CA1"));
    var leg = new LegId("l1");

    assertThat(store().moveLeg(MAPLE, leg, LegStatus.RINGING, LegStatus.CONNECTED, NINE)).isTrue();
    assertThat(store().moveLeg(MAPLE, leg, LegStatus.RINGING, LegStatus.LOST, NINE)).isFalse();
    assertThat(store().legs(MAPLE, new CallId("c1")).getFirst().status())
        .isEqualTo(LegStatus.CONNECTED);
  }

  @Test
  void a_leg_we_placed_is_found_once_the_carrier_has_named_it() {
    var leg = leg("c1", "l1", "CA1");
    var unnamed =
        new Leg(
            leg.org(),
            leg.call(),
            leg.id(),
            Direction.OUTBOUND,
            leg.status(),
            leg.carrier(),
            Optional.empty(),
            leg.format(),
            leg.createdAt());
    store().open(call("c1"), unnamed);

    store().carrierCallKnown(MAPLE, leg.id(), "CA77");
    store().carrierCallKnown(MAPLE, leg.id(), "CA77");

    assertThat(store().findByCarrierCall(MAPLE, "twilio", "CA77")).isPresent();
  }

  @Test
  void what_was_said_and_timed_is_kept_in_order() {
    store().open(call("c1"), leg("c1", "l1", "CA1"));
    var call = new CallId("c1");
    var hello = new SpokenLine(Speaker.AGENT, new Transcript("Hello."), NINE);
    var hi = new SpokenLine(Speaker.CALLER, new Transcript("Hi"), NINE);

    store().appendLine(MAPLE, call, hello);
    store().appendLine(MAPLE, call, hi);
    store().appendTurn(MAPLE, call, new TurnTiming(1, 300, 5, 60, 4));
    store().appendTurn(MAPLE, call, new TurnTiming(1, 999, 9, 99, 9));

    assertThat(store().transcript(MAPLE, call)).containsExactly(hello, hi);
    assertThat(store().turns(MAPLE, call)).containsExactly(new TurnTiming(1, 300, 5, 60, 4));
    assertThat(store().transcript(OTHER, call)).isEmpty();
  }

  @Test
  void unfinished_calls_are_those_that_have_not_ended_oldest_first() {
    store().open(call("c1"), leg("c1", "l1", "CA1"));

    assertThat(store().unfinished(MAPLE, NINE, 10)).isEmpty();
    assertThat(store().unfinished(MAPLE, NINE.plusSeconds(1), 10))
        .extracting(open -> open.call().id())
        .containsExactly(new CallId("c1"));
  }

  protected static Call call(String id) {
    return Call.opened(
        MAPLE,
        new CallId(id),
        CallType.INBOUND_PHONE_CALL,
        Optional.of(new PhoneNumber("+14155550123")),
        Optional.of(new PhoneNumber("+14155550100")),
        new AgentVersion("scripted-1"),
        NINE);
  }

  protected static Leg leg(String call, String leg, String carrierCall) {
    return new Leg(
        MAPLE,
        new CallId(call),
        new LegId(leg),
        Direction.INBOUND,
        LegStatus.RINGING,
        "twilio",
        Optional.of(carrierCall),
        AudioFormat.PHONE,
        NINE);
  }
}
