package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.Transitions;

/// How a calendar's connection moves. Bookings go on in every state; what could not be written is
/// caught up when it becomes CONNECTED.
public final class ConnectionMoves {
  public static final Transitions<ConnectionStatus, ConnectionAct> TABLE =
      Transitions.<ConnectionStatus, ConnectionAct>startingAt(ConnectionStatus.NONE)
          .from(ConnectionStatus.NONE)
          .on(ConnectionAct.CONNECT).to(ConnectionStatus.CONNECTED)
          .from(ConnectionStatus.CONNECTED)
          .on(ConnectionAct.CONNECT).stays()
          .on(ConnectionAct.BREAK).to(ConnectionStatus.BROKEN)
          .on(ConnectionAct.DISCONNECT).to(ConnectionStatus.NONE)
          .from(ConnectionStatus.BROKEN)
          .on(ConnectionAct.CONNECT).to(ConnectionStatus.CONNECTED)
          .on(ConnectionAct.BREAK).stays()
          .on(ConnectionAct.MEND).to(ConnectionStatus.CONNECTED)
          .on(ConnectionAct.DISCONNECT).to(ConnectionStatus.NONE)
          .table();

  private ConnectionMoves() {}
}
