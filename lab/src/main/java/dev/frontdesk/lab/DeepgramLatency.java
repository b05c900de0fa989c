package dev.frontdesk.lab;

import java.time.Duration;

/// How long the simulated Deepgram takes, beyond the audio itself.
///
/// @param interim      from a word's last sample to the interim that has it
/// @param finality     from the end of its own endpointing to the final
/// @param forced       from `Finalize` or `ForceEndTurn` to the answer
/// @param interimEvery audio between two interims
/// @param silenceLimit without audio or `KeepAlive` for this long it hangs up
public record DeepgramLatency(
    Duration interim,
    Duration finality,
    Duration forced,
    Duration interimEvery,
    Duration silenceLimit) {
  /// As measured of Nova 3 in public benchmarks, finals within 250 ms at the median.
  public static final DeepgramLatency USUAL =
      new DeepgramLatency(
          Duration.ofMillis(120),
          Duration.ofMillis(80),
          Duration.ofMillis(120),
          Duration.ofMillis(300),
          Duration.ofSeconds(10));

  public static final DeepgramLatency NONE =
      new DeepgramLatency(
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ofMillis(100),
          Duration.ofSeconds(10));
}
