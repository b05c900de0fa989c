package dev.frontdesk.reporting;

import static dev.frontdesk.reporting.LeadEvent.SCORED_HIGH;
import static dev.frontdesk.reporting.LeadEvent.SCORED_LOW;
import static dev.frontdesk.reporting.LeadEvent.SPOKE;
import static dev.frontdesk.reporting.LeadEvent.WENT_QUIET;
import static dev.frontdesk.reporting.LeadStage.CONTACTED;
import static dev.frontdesk.reporting.LeadStage.NEW;
import static dev.frontdesk.reporting.LeadStage.NURTURE;
import static dev.frontdesk.reporting.LeadStage.QUALIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.reporting.FollowUp.Act;
import dev.frontdesk.reporting.FollowUp.State;
import dev.frontdesk.testkit.TransitionCoverage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LeadStagesTest {
  private static final TransitionCoverage<LeadStage, LeadEvent> LEAD =
      TransitionCoverage.of("Lead", LeadMoves.TABLE);
  private static final TransitionCoverage<State, Act> FOLLOW_UP =
      TransitionCoverage.of("FollowUp", FollowUpMoves.TABLE);

  @AfterAll
  static void every_line_was_taken_and_is_drawn() {
    LEAD.everyTransitionWasVisited();
    LEAD.diagramIsCurrent();
    FOLLOW_UP.everyTransitionWasVisited();
    FOLLOW_UP.diagramIsCurrent();
  }

  @Test
  void a_caller_we_talked_with_and_who_scores_high_is_qualified() {
    assertThat(after(NEW, SPOKE, SCORED_HIGH)).isEqualTo(QUALIFIED);
    assertThat(after(QUALIFIED, SPOKE, SCORED_HIGH)).isEqualTo(QUALIFIED);
  }

  @Test
  void nobody_is_qualified_who_was_never_spoken_with() {
    assertThat(after(NEW, SCORED_HIGH)).isEqualTo(NEW);
    assertThat(after(NEW, SCORED_LOW)).isEqualTo(NEW);
    assertThat(after(NURTURE, SCORED_HIGH)).isEqualTo(NURTURE);
    assertThat(after(NURTURE, SCORED_LOW)).isEqualTo(NURTURE);
  }

  @Test
  void who_scores_low_is_no_longer_qualified() {
    assertThat(after(QUALIFIED, SCORED_LOW)).isEqualTo(CONTACTED);
    assertThat(after(CONTACTED, SPOKE, SCORED_LOW)).isEqualTo(CONTACTED);
  }

  @Test
  void who_went_quiet_is_nurtured_and_a_talk_brings_them_back() {
    for (var stage : LeadStage.values()) {
      assertThat(after(stage, WENT_QUIET)).isEqualTo(NURTURE);
    }
    assertThat(after(NURTURE, SPOKE, SCORED_HIGH)).isEqualTo(QUALIFIED);
  }

  @Test
  void a_follow_up_in_review_does_nothing_until_approved() {
    assertThat(FOLLOW_UP.step(State.IN_REVIEW, Act.APPROVE)).isEqualTo(State.OPEN);
    assertThat(FOLLOW_UP.step(State.IN_REVIEW, Act.REJECT)).isEqualTo(State.REJECTED);
    assertThat(FollowUpMoves.TABLE.next(State.IN_REVIEW, Act.FINISH)).isEmpty();
  }

  @Test
  void an_open_follow_up_is_finished_or_rejected_once() {
    assertThat(FOLLOW_UP.step(State.OPEN, Act.FINISH)).isEqualTo(State.DONE);
    assertThat(FOLLOW_UP.step(State.OPEN, Act.REJECT)).isEqualTo(State.REJECTED);
    for (var act : Act.values()) {
      assertThat(FollowUpMoves.TABLE.next(State.DONE, act)).isEmpty();
      assertThat(FollowUpMoves.TABLE.next(State.REJECTED, act)).isEmpty();
    }
  }

  private static LeadStage after(LeadStage from, LeadEvent... events) {
    var stage = from;
    for (var event : events) {
      stage = LEAD.step(stage, event);
    }
    return stage;
  }
}
