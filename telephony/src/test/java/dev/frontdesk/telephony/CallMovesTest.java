package dev.frontdesk.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.testkit.TransitionCoverage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CallMovesTest {
  private static final TransitionCoverage<CallStatus, CallEvent> COVERAGE =
      TransitionCoverage.of("Call", CallMoves.TABLE);

  @AfterAll
  static void every_row_was_taken() {
    COVERAGE.everyTransitionWasVisited();
    COVERAGE.diagramIsCurrent();
  }

  @Test
  void a_call_we_place_rings_is_answered_and_ends() {
    assertThat(walk(CallStatus.QUEUED, CallEvent.RING, CallEvent.ANSWER, CallEvent.END))
        .isEqualTo(CallStatus.ENDED);
  }

  @Test
  void a_websocket_call_is_answered_without_ringing() {
    assertThat(walk(CallStatus.QUEUED, CallEvent.ANSWER)).isEqualTo(CallStatus.IN_PROGRESS);
  }

  @Test
  void a_call_may_end_before_it_was_answered() {
    assertThat(walk(CallStatus.QUEUED, CallEvent.END)).isEqualTo(CallStatus.ENDED);
    assertThat(walk(CallStatus.RINGING, CallEvent.END)).isEqualTo(CallStatus.ENDED);
  }

  @Test
  void a_call_that_is_put_through_ends_or_comes_back() {
    assertThat(walk(CallStatus.IN_PROGRESS, CallEvent.FORWARD, CallEvent.END))
        .isEqualTo(CallStatus.ENDED);
    assertThat(walk(CallStatus.IN_PROGRESS, CallEvent.FORWARD, CallEvent.RETURN, CallEvent.END))
        .isEqualTo(CallStatus.ENDED);
  }

  @Test
  void what_ended_stays_so_and_what_was_answered_does_not_ring() {
    for (var event : CallEvent.values()) {
      assertThat(CallMoves.TABLE.next(CallStatus.ENDED, event)).isEmpty();
    }
    assertThat(CallMoves.TABLE.next(CallStatus.IN_PROGRESS, CallEvent.RING)).isEmpty();
  }

  private static CallStatus walk(CallStatus from, CallEvent... events) {
    var status = from;
    for (var event : events) {
      status = COVERAGE.step(status, event);
    }
    return status;
  }
}
