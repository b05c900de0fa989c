package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.Transitions;

/// How a hold moves. Only HELD keeps others out.
public final class HoldMoves {
  public static final Transitions<HoldStatus, HoldEvent> TABLE =
      Transitions.<HoldStatus, HoldEvent>startingAt(HoldStatus.HELD)
          .from(HoldStatus.HELD)
          .on(HoldEvent.BOOK).to(HoldStatus.BOOKED)
          .on(HoldEvent.RELEASE).to(HoldStatus.RELEASED)
          .on(HoldEvent.EXPIRE).to(HoldStatus.EXPIRED)
          .table();

  private HoldMoves() {}
}
