package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.Transitions;

/// How a booking moves. A reschedule is one act: the booking stays what it is, elsewhere in time.
public final class BookingMoves {
  public static final Transitions<BookingStatus, BookingAct> TABLE =
      Transitions.<BookingStatus, BookingAct>startingAt(BookingStatus.CONFIRMED)
          .from(BookingStatus.CONFIRMED)
          .on(BookingAct.RESCHEDULE).stays()
          .on(BookingAct.CANCEL).to(BookingStatus.CANCELLED)
          .on(BookingAct.MARK_NO_SHOW).to(BookingStatus.NO_SHOW)
          .table();

  private BookingMoves() {}
}
