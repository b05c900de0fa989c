package dev.frontdesk.telephony;

/// Told what becomes of a leg's media sockets, in order for each socket. Blocks; the gateway never
/// calls it on an event loop.
public interface LegLifecycle {
  void connected(MediaTicket leg);

  /// The socket dropped and nobody said that the call is over.
  void lost(MediaTicket leg);

  /// The call is over, from either side.
  void ended(MediaTicket leg, EndedReason reason);
}
