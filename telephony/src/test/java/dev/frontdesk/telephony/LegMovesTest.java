package dev.frontdesk.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.testkit.TransitionCoverage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LegMovesTest {
  private static final TransitionCoverage<LegStatus, LegEvent> COVERAGE =
      TransitionCoverage.of("Leg", LegMoves.TABLE);

  @AfterAll
  static void every_row_was_taken() {
    COVERAGE.everyTransitionWasVisited();
    COVERAGE.diagramIsCurrent();
  }

  @Test
  void a_lost_leg_comes_back_on_another_socket() {
    assertThat(walk(LegStatus.RINGING, LegEvent.CONNECT, LegEvent.LOSE, LegEvent.CONNECT))
        .isEqualTo(LegStatus.CONNECTED);
  }

  @Test
  void a_new_socket_may_come_before_the_old_one_is_seen_dead() {
    assertThat(walk(LegStatus.CONNECTED, LegEvent.CONNECT)).isEqualTo(LegStatus.CONNECTED);
  }

  @Test
  void a_leg_may_end_from_anywhere_and_only_once() {
    assertThat(walk(LegStatus.RINGING, LegEvent.END)).isEqualTo(LegStatus.ENDED);
    assertThat(walk(LegStatus.CONNECTED, LegEvent.END)).isEqualTo(LegStatus.ENDED);
    assertThat(walk(LegStatus.LOST, LegEvent.END)).isEqualTo(LegStatus.ENDED);
    assertThat(LegMoves.TABLE.isEnd(LegStatus.ENDED)).isTrue();
  }

  @Test
  void a_leg_that_never_was_connected_cannot_be_lost() {
    assertThat(LegMoves.TABLE.next(LegStatus.RINGING, LegEvent.LOSE)).isEmpty();
  }

  private static LegStatus walk(LegStatus from, LegEvent... events) {
    var status = from;
    for (var event : events) {
      status = COVERAGE.step(status, event);
    }
    return status;
  }
}
