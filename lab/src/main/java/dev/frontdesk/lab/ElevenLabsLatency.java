package dev.frontdesk.lab;

import java.time.Duration;

/// How long the simulated ElevenLabs takes.
///
/// @param firstAudio from a flush to the first chunk
/// @param everyChunk between two chunks of an utterance
/// @param chunk      audio in one
public record ElevenLabsLatency(Duration firstAudio, Duration everyChunk, Duration chunk) {
  /// Flash v2.5 as measured from a near region: first audio 100 ms after the text, then several
  /// times faster than real time.
  public static final ElevenLabsLatency USUAL =
      new ElevenLabsLatency(
          Duration.ofMillis(100), Duration.ofMillis(60), Duration.ofMillis(400));

  public static final ElevenLabsLatency NONE =
      new ElevenLabsLatency(Duration.ZERO, Duration.ZERO, Duration.ofMillis(200));
}
