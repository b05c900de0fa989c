package dev.frontdesk.media;

/// The way from a party's mouth: where telephony hands audio to voice. Called on the call's loop.
public interface AudioIn {

  /// `bytes[offset .. offset + length)` arrived, whole samples in the leg's format; usually 20 ms.
  /// The array is the caller's again as soon as this returns.
  ///
  /// @param mediaTimeMs the carrier's own time stamp, milliseconds since the stream began;
  ///     negative where the carrier gives none
  void audio(byte[] bytes, int offset, int length, long mediaTimeMs);

  /// A mark set through `AudioOut.mark` came back.
  void markReached(String name);

  /// A key was pressed: 0-9, *, #, A-D.
  void keyPressed(char key);

  /// The socket is gone; nothing more comes or goes.
  ///
  /// @param carrierEnded true when the carrier said that the call is over, false when the socket
  ///     dropped and the call may come back on another
  void closed(boolean carrierEnded);
}
