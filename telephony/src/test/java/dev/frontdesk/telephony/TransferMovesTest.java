package dev.frontdesk.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.testkit.TransitionCoverage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TransferMovesTest {
  private static final TransitionCoverage<TransferStatus, TransferEvent> COVERAGE =
      TransitionCoverage.of("Transfer", TransferMoves.TABLE);

  @AfterAll
  static void every_row_was_taken() {
    COVERAGE.everyTransitionWasVisited();
    COVERAGE.diagramIsCurrent();
  }

  @Test
  void a_person_is_rung_picks_up_and_talks() {
    assertThat(walk(TransferEvent.RING, TransferEvent.PICK_UP, TransferEvent.FINISH))
        .isEqualTo(TransferStatus.TALKED);
  }

  @Test
  void that_they_picked_up_may_never_be_told() {
    assertThat(walk(TransferEvent.RING, TransferEvent.RING, TransferEvent.FINISH))
        .isEqualTo(TransferStatus.TALKED);
  }

  @Test
  void nobody_answers_or_what_answered_was_no_person() {
    assertThat(walk(TransferEvent.RING, TransferEvent.FAIL))
        .isEqualTo(TransferStatus.NOT_REACHED);
    assertThat(walk(TransferEvent.RING, TransferEvent.PICK_UP, TransferEvent.FAIL))
        .isEqualTo(TransferStatus.NOT_REACHED);
  }

  @Test
  void the_caller_may_hang_up_first() {
    assertThat(walk(TransferEvent.GIVE_UP)).isEqualTo(TransferStatus.GIVEN_UP);
    assertThat(walk(TransferEvent.RING, TransferEvent.GIVE_UP))
        .isEqualTo(TransferStatus.GIVEN_UP);
  }

  @Test
  void nobody_is_rung_again_once_it_is_over() {
    for (var over :
        new TransferStatus[] {
          TransferStatus.TALKED, TransferStatus.NOT_REACHED, TransferStatus.GIVEN_UP
        }) {
      assertThat(TransferMoves.TABLE.isEnd(over)).isTrue();
    }
    assertThat(TransferMoves.TABLE.next(TransferStatus.TALKING, TransferEvent.RING)).isEmpty();
  }

  private static TransferStatus walk(TransferEvent... events) {
    var status = TransferStatus.ASKED;
    for (var event : events) {
      status = COVERAGE.step(status, event);
    }
    return status;
  }
}
