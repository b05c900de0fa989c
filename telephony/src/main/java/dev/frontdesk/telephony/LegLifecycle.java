package dev.frontdesk.telephony;

import dev.frontdesk.vocabulary.PhoneNumber;

/// Told what becomes of a leg's media sockets, in order for each socket. Blocks; the gateway never
/// calls it on an event loop.
public interface LegLifecycle {
  void connected(MediaTicket leg);

  /// The socket dropped and nobody said that the call is over.
  void lost(MediaTicket leg);

  /// The agent has let go of the caller, who is to be put through. Told before the socket closes,
  /// so that the carrier finds the row when it asks.
  void forwarded(MediaTicket leg, PhoneNumber to);

  /// The call is over, from either side.
  void ended(MediaTicket leg, EndedReason reason);
}
