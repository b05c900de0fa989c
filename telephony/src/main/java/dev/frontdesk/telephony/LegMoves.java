package dev.frontdesk.telephony;

import dev.frontdesk.vocabulary.Transitions;

/// How a leg moves. CONNECTED on CONNECT: the carrier came back on a new socket before the old
/// one was seen to be dead.
final class LegMoves {
  static final Transitions<LegStatus, LegEvent> TABLE =
      Transitions.<LegStatus, LegEvent>startingAt(LegStatus.RINGING)
          .from(LegStatus.RINGING)
          .on(LegEvent.CONNECT).to(LegStatus.CONNECTED)
          .on(LegEvent.END).to(LegStatus.ENDED)
          .from(LegStatus.CONNECTED)
          .on(LegEvent.CONNECT).stays()
          .on(LegEvent.LOSE).to(LegStatus.LOST)
          .on(LegEvent.END).to(LegStatus.ENDED)
          .from(LegStatus.LOST)
          .on(LegEvent.CONNECT).to(LegStatus.CONNECTED)
          .on(LegEvent.END).to(LegStatus.ENDED)
          .table();

  private LegMoves() {}
}
