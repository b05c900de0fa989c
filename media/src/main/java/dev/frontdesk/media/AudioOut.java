package dev.frontdesk.media;

/// The way to a party's ear: where voice hands audio to telephony. Called on the call's loop only.
///
/// What is handed over is buffered by the carrier and plays in order; a mark comes back once all
/// audio before it has really played. After `clear`, pending marks come back at once and mean
/// nothing about what was heard.
public interface AudioOut {

  /// What `play` takes: the leg's own encoding and rate.
  AudioFormat format();

  /// Plays `bytes[offset .. offset + length)`, whole samples in `format()`; the array may be
  /// reused as soon as this returns.
  void play(byte[] bytes, int offset, int length);

  /// Asks to be told by `AudioIn.markReached` when everything played so far was heard.
  void mark(String name);

  /// Throws away what was handed over and has not played yet.
  void clear();

  /// Whether the far side takes audio as fast as we send; false asks voice to hold back.
  boolean writable();

  /// Ends the leg from our side. What was handed over before may be lost.
  ///
  /// @param reason static text for the log, never what someone said
  void hangUp(String reason);

  /// Hands the party on to somebody else: the audio stops here. Where the far side cannot be told
  /// to ring anybody, this ends the leg.
  ///
  /// @param target an E.164 number
  default void transfer(String target) {
    hangUp("assistant-forwarded-call");
  }
}
