package dev.frontdesk.lab;

import java.time.Duration;

/// What one of Deepgram's recognisers says to the audio of one stream. Knows no socket, and no time
/// but that of the audio.
interface DeepgramSpeech {
  /// Where messages go: each `delay` after the audio that gave rise to it.
  @FunctionalInterface
  interface Out {
    void say(String json, Duration delay);
  }

  void hear(byte[] bytes, int length);

  int heardMs();

  /// `Finalize` or `ForceEndTurn`.
  void flush();

  /// Everything still unsaid, because the stream ends.
  void finish();
}
