package dev.frontdesk.reporting;

import dev.frontdesk.reporting.FollowUp.Act;
import dev.frontdesk.reporting.FollowUp.State;
import dev.frontdesk.vocabulary.Transitions;

/// How a follow-up moves. Those of high-value leads begin in review, all others open.
public final class FollowUpMoves {
  public static final Transitions<State, Act> TABLE =
      Transitions.<State, Act>startingAt(State.IN_REVIEW)
          .from(State.IN_REVIEW)
          .on(Act.APPROVE).to(State.OPEN)
          .on(Act.REJECT).to(State.REJECTED)
          .from(State.OPEN)
          .on(Act.FINISH).to(State.DONE)
          .on(Act.REJECT).to(State.REJECTED)
          .table();

  private FollowUpMoves() {}
}
