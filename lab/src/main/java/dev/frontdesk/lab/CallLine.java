package dev.frontdesk.lab;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.MediaLoop;

/// A caller's telephone line: the far side of one of the server's transports. Everything happens on
/// `loop()`, the caller's one thread.
interface CallLine {

  AudioFormat format();

  MediaLoop loop();

  /// Rings. What comes of it is told to `ear`.
  void dial(Ear ear);

  /// Twenty milliseconds of the caller's side of the line, in `format()`.
  ///
  /// @param slice where this frame stands in the call, counted from 0
  void frame(byte[] audio, long slice);

  /// Twenty milliseconds of the agent's side have passed; tells the server which marks were
  /// reached.
  void tick();

  /// Whether keys travel beside the audio; where they do not, they are tones in it.
  boolean signalsKeys();

  void press(char key);

  void hangUp();

  Playout playout();

  /// Called on the line's loop.
  interface Ear {
    /// Audio flows from now on.
    ///
    /// @param call the server's id of the call
    void answered(String call);

    /// The agent's audio arrived.
    ///
    /// @param first it is the first after a pause
    void agentAudio(boolean first);

    /// The line is dead. Told once.
    ///
    /// @param problem what the far side did that a carrier refuses; empty when it behaved
    void ended(String problem);
  }
}
