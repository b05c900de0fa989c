package dev.frontdesk.voice;

import java.time.Clock;

/// Whether a conversation is recorded.
public sealed interface Recording {
  record Off() implements Recording {}

  /// The notice is spoken before the greeting; once it was heard, the consent is logged, and only
  /// then does recording begin.
  record Announced(
      String notice, ConsentLog consents, Recorder recorder, Clock clock)
      implements Recording {}
}
