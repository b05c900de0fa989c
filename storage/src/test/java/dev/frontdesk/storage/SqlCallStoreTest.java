package dev.frontdesk.storage;

import static dev.frontdesk.storage.TestStorage.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.telephony.CallStatus;
import dev.frontdesk.telephony.CallStore;
import dev.frontdesk.telephony.CallStore.CallMove;
import dev.frontdesk.telephony.EndedReason;
import dev.frontdesk.telephony.LegStatus;
import dev.frontdesk.telephony.SpokenLine;
import dev.frontdesk.telephony.TurnTiming;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.Transcript;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SqlCallStoreTest {
  private final CallStore calls = TestStorage.shared().calls();
  private final OrgId org = TestStorage.newOrganisation();
  private final CallId id = new CallId("call-" + org.value());

  @Test
  void a_call_reads_back_as_it_was_opened() {
    var call = RowsEverywhere.call(org, id);
    var leg = RowsEverywhere.leg(org, id);
    calls.open(call, leg);

    assertThat(calls.find(org, id)).contains(call);
    assertThat(calls.legs(org, id)).containsExactly(leg);
    assertThat(calls.findByCarrierCall(org, "twilio", "CA-" + id.value()))
        .contains(new CallStore.CallAndLeg(call, leg));
    assertThat(calls.latest(org, 10)).containsExactly(call);
  }

  @Test
  void a_webhook_delivered_many_times_at_once_opens_one_call() throws Exception {
    var leg = RowsEverywhere.leg(org, id);
    try (var webhooks = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          webhooks.invokeAll(
              IntStream.range(0, 8)
                  .mapToObj(i -> (Callable<CallStore.CallAndLeg>) () -> {
                    var other = new CallId("again-" + i + "-" + org.value());
                    var copy = RowsEverywhere.leg(org, other);
                    return calls.open(
                        RowsEverywhere.call(org, other),
                        new dev.frontdesk.telephony.Leg(
                            org, other, copy.id(), copy.direction(), copy.status(),
                            copy.carrier(), leg.carrierCall(), copy.format(), NINE));
                  })
                  .toList());
      var distinct = new HashSet<CallStore.CallAndLeg>();
      for (var answer : answers) {
        distinct.add(answer.get());
      }
      assertThat(distinct).hasSize(1);
    }
    assertThat(calls.latest(org, 10)).hasSize(1);
  }

  @Test
  void a_move_happens_once_and_only_from_where_it_says() {
    calls.open(RowsEverywhere.call(org, id), RowsEverywhere.leg(org, id));
    var answer =
        new CallMove(
            CallStatus.RINGING, CallStatus.IN_PROGRESS, NINE.plusSeconds(3), Optional.empty());

    assertThat(calls.move(org, id, answer)).isTrue();
    assertThat(calls.move(org, id, answer)).isFalse();
    var call = calls.find(org, id).orElseThrow();
    assertThat(call.status()).isEqualTo(CallStatus.IN_PROGRESS);
    assertThat(call.startedAt()).contains(NINE.plusSeconds(3));
  }

  @Test
  void the_end_of_a_call_is_told_to_the_outbox_with_it() {
    calls.open(RowsEverywhere.call(org, id), RowsEverywhere.leg(org, id));
    assertThat(calls.unfinished(org, NINE.plusSeconds(1), 5)).hasSize(1);
    var reason = Optional.of(EndedReason.CUSTOMER_ENDED_CALL);

    calls.move(org, id, new CallMove(CallStatus.RINGING, CallStatus.ENDED, NINE, reason));

    assertThat(calls.find(org, id).orElseThrow().endedReason()).isEqualTo(reason);
    assertThat(calls.unfinished(org, NINE.plusSeconds(1), 5)).isEmpty();
    assertThat(TestStorage.shared().outbox().waiting(org, 10))
        .extracting(OutboxEntry::kind)
        .containsExactly("call.ended");
  }

  @Test
  void legs_move_from_where_they_are() {
    var leg = RowsEverywhere.leg(org, id);
    calls.open(RowsEverywhere.call(org, id), leg);

    assertThat(calls.moveLeg(org, leg.id(), LegStatus.RINGING, LegStatus.CONNECTED, NINE)).isTrue();
    assertThat(calls.moveLeg(org, leg.id(), LegStatus.RINGING, LegStatus.LOST, NINE)).isFalse();
    assertThat(calls.legs(org, id).getFirst().status()).isEqualTo(LegStatus.CONNECTED);
  }

  @Test
  void what_was_said_and_how_long_it_took_reads_back_in_order() {
    calls.open(RowsEverywhere.call(org, id), RowsEverywhere.leg(org, id));
    var hello = new SpokenLine(SpokenLine.Speaker.AGENT, new Transcript("Hello"), NINE);
    var hi = new SpokenLine(SpokenLine.Speaker.CALLER, new Transcript("Hi, it's Zoë"), NINE);
    calls.appendLine(org, id, hello);
    calls.appendLine(org, id, hi);
    calls.appendTurn(org, id, new TurnTiming(1, 300, 20, 30, 5));
    calls.appendTurn(org, id, new TurnTiming(1, 999, 999, 999, 999));

    assertThat(calls.transcript(org, id)).containsExactly(hello, hi);
    assertThat(calls.turns(org, id)).containsExactly(new TurnTiming(1, 300, 20, 30, 5));
  }

  @Test
  void a_caller_who_was_promised_a_call_back_is_noted_once_with_their_number() {
    var call = RowsEverywhere.call(org, id);
    calls.open(call, RowsEverywhere.leg(org, id));
    var callBacks = TestStorage.shared().callBacks();
    var given = new PhoneNumber("+14155550177");
    callBacks.request(org, id, call.customer().orElseThrow());
    callBacks.request(org, id, call.customer().orElseThrow());
    assertThat(callBacks.open(org))
        .containsExactly(new CallBacks.CallBack(id, call.customer(), NINE));

    callBacks.request(org, id, given);

    assertThat(callBacks.open(org))
        .containsExactly(new CallBacks.CallBack(id, Optional.of(given), NINE));
    assertThat(callBacks.numberOf(org, id)).contains(given);
    assertThat(TestStorage.shared().outbox().waiting(org, 10))
        .extracting(OutboxEntry::kind)
        .containsOnlyOnce("call-back.requested");
  }

  @Test
  void nothing_personal_stands_in_a_row_in_the_clear() throws Exception {
    RowsEverywhere.of(org);
    try (var superuser = TestStorage.asSuperuser();
        var statement = superuser.createStatement();
        var rows = statement.executeQuery("""
            select c::text || t::text || v::text || b::text
              from calls c join transcript_lines t using (org_id, call_id)
              join conversations v using (org_id, call_id)
              join call_backs b using (org_id, call_id)
             where c.org_id = '%s'""".formatted(org.value()))) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).doesNotContain("4155550123").doesNotContain("hello");
    }
  }
}
