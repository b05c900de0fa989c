package dev.frontdesk.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.testkit.TransitionCoverage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class JobMovesTest {
  private static final TransitionCoverage<JobState, JobMoves.Happening> JOB =
      TransitionCoverage.of("Job", JobMoves.TABLE);

  @AfterAll
  static void every_line_was_taken_and_is_drawn() {
    JOB.everyTransitionWasVisited();
    JOB.diagramIsCurrent();
  }

  @Test
  void every_line_is_one_that_happens() {
    for (var row : JobMoves.TABLE.rows()) {
      assertThat(JOB.step(row.from(), row.on())).isEqualTo(row.to());
    }
  }

  @Test
  void what_is_done_or_cancelled_stays_so() {
    assertThat(JobMoves.TABLE.isEnd(JobState.DONE)).isTrue();
    assertThat(JobMoves.TABLE.isEnd(JobState.CANCELLED)).isTrue();
  }
}
