package dev.frontdesk.media;

/// When level counts as voice, and how long voice must last to count as speech.
///
/// @param startMillis  voiced time that begins speech, gaps of up to 80 ms not counted; clicks
///     further apart never add up. Multiple of 20
/// @param stopMillis   unvoiced time in a row that ends speech; bridges the pauses inside words.
///     Multiple of 20
/// @param marginDb     how far above the noise floor a frame is voiced; while speech lasts, 3 dB
///     less will do, so that weak word endings still count
/// @param quietestDbfs frames below this are never voiced, whatever the floor
public record VadSettings(int startMillis, int stopMillis, double marginDb, double quietestDbfs) {
  /// For turns: speech after 200 ms of voice, silence after 200 ms without.
  public static final VadSettings TURNS = new VadSettings(200, 200, 8, -48);

  /// While the agent speaks: an onset is decided within 120 ms of the first voiced frame.
  public static final VadSettings BARGE_IN = new VadSettings(100, 200, 8, -48);

  public VadSettings {
    if (startMillis < 20 || startMillis % 20 != 0 || stopMillis < 20 || stopMillis % 20 != 0) {
      throw new IllegalArgumentException(
          "start %d ms, stop %d ms; allowed: multiples of 20".formatted(startMillis, stopMillis));
    }
    if (marginDb < 4) {
      throw new IllegalArgumentException(
          "margin %.1f dB; allowed: 4 or more".formatted(marginDb));
    }
  }
}
