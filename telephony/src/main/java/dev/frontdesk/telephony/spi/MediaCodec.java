package dev.frontdesk.telephony.spi;

import io.netty.buffer.ByteBuf;

/// A carrier's protocol on one media socket; one instance per socket, called on its loop only.
/// Messages in become calls on the `MediaSocket`, calls here become messages out.
public interface MediaCodec {

  /// The upgrade is done.
  void opened(MediaSocket socket);

  /// One whole text message; the buffer is the caller's again on return.
  ///
  /// @throws MalformedFrame the socket is then closed with 1008 and counted
  void text(ByteBuf utf8) throws MalformedFrame;

  void binary(ByteBuf bytes) throws MalformedFrame;

  /// Whole samples in the format given to `started`.
  void play(byte[] bytes, int offset, int length);

  void mark(String name);

  void clear();

  /// Whether the far side asks for instructions by itself once a socket has closed. Where it does
  /// not, an orderly close and lasting silence are the end of the call.
  boolean asksAgain();

  /// The socket is gone or about to be: cancel timers, send nothing more.
  void closed();
}
