package dev.frontdesk.lab;

/// The vendor's end of one WebSocket. Called on the socket's event loop.
interface SimulatedPeer {
  void opened(SimulatedSocket socket);

  void text(String json);

  /// `bytes[0 .. length)`; the array is the socket's again as soon as this returns.
  void binary(byte[] bytes, int length);

  void closed();
}
