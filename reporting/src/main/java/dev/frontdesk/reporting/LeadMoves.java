package dev.frontdesk.reporting;

import static dev.frontdesk.reporting.LeadEvent.SCORED_HIGH;
import static dev.frontdesk.reporting.LeadEvent.SCORED_LOW;
import static dev.frontdesk.reporting.LeadEvent.SPOKE;
import static dev.frontdesk.reporting.LeadEvent.WENT_QUIET;
import static dev.frontdesk.reporting.LeadStage.CONTACTED;
import static dev.frontdesk.reporting.LeadStage.NEW;
import static dev.frontdesk.reporting.LeadStage.NURTURE;
import static dev.frontdesk.reporting.LeadStage.QUALIFIED;

import dev.frontdesk.vocabulary.Transitions;

/// How a lead moves. Nobody is qualified who was never spoken with.
public final class LeadMoves {
  public static final Transitions<LeadStage, LeadEvent> TABLE =
      Transitions.<LeadStage, LeadEvent>startingAt(NEW)
          .from(NEW)
          .on(SPOKE).to(CONTACTED)
          .on(SCORED_HIGH).stays()
          .on(SCORED_LOW).stays()
          .on(WENT_QUIET).to(NURTURE)
          .from(CONTACTED)
          .on(SPOKE).stays()
          .on(SCORED_HIGH).to(QUALIFIED)
          .on(SCORED_LOW).stays()
          .on(WENT_QUIET).to(NURTURE)
          .from(QUALIFIED)
          .on(SPOKE).stays()
          .on(SCORED_HIGH).stays()
          .on(SCORED_LOW).to(CONTACTED)
          .on(WENT_QUIET).to(NURTURE)
          .from(NURTURE)
          .on(SPOKE).to(CONTACTED)
          .on(SCORED_HIGH).stays()
          .on(SCORED_LOW).stays()
          .on(WENT_QUIET).stays()
          .table();

  private LeadMoves() {}
}
