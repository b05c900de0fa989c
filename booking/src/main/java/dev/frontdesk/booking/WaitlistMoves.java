package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.Transitions;

/// How a waitlist entry moves.
public final class WaitlistMoves {
  public static final Transitions<WaitlistStatus, WaitlistAct> TABLE =
      Transitions.<WaitlistStatus, WaitlistAct>startingAt(WaitlistStatus.WAITING)
          .from(WaitlistStatus.WAITING)
          .on(WaitlistAct.OFFER).to(WaitlistStatus.OFFERED)
          .on(WaitlistAct.LEAVE).to(WaitlistStatus.LEFT)
          .from(WaitlistStatus.OFFERED)
          .on(WaitlistAct.ACCEPT).to(WaitlistStatus.BOOKED)
          .on(WaitlistAct.LAPSE).to(WaitlistStatus.PASSED)
          .on(WaitlistAct.LEAVE).to(WaitlistStatus.LEFT)
          .table();

  private WaitlistMoves() {}
}
