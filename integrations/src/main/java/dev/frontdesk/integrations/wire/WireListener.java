package dev.frontdesk.integrations.wire;

import dev.frontdesk.vocabulary.ProviderResult.Failure;

/// What a socket tells its owner, always on the socket's event loop.
public interface WireListener {
  /// The upgrade was accepted; comes once, before anything else.
  void opened();

  /// A text message: `utf8[0 .. length)`. The array is the socket's again as soon as this returns.
  void text(byte[] utf8, int length);

  /// The peer has caught up: messages are taken again after having been refused for a while.
  default void caughtUp() {}

  /// The socket never opened, or is gone without our having closed it; comes once, last.
  void closed(Failure failure);
}
