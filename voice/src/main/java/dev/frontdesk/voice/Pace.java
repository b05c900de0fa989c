package dev.frontdesk.voice;

/// How one caller pauses: a moving average of the silences within their turns, for the adaptive
/// policy.
///
/// @param pauseMs smoothed length of the pauses after which they went on
record Pace(double pauseMs) {
  static final Pace START = new Pace(250);
  private static final double WEIGHT = 0.3;
  private static final double LONGEST_MS = 900;

  /// They paused within a turn and went on.
  Pace paused(long silenceMs) {
    return silenceMs <= 0
        ? this
        : new Pace(pauseMs + WEIGHT * (Math.min(silenceMs, LONGEST_MS) - pauseMs));
  }

  /// We took their turn as over, and they went on.
  Pace cutOff() {
    return new Pace(Math.min(LONGEST_MS, pauseMs + 200));
  }

  /// A turn went by without trouble: trust a little more.
  Pace smooth() {
    return new Pace(pauseMs + 0.1 * (200 - pauseMs));
  }

  /// Silence after words that can stand.
  long finishedMs() {
    return Math.round(Math.clamp(100 + pauseMs, 250, 700));
  }

  /// Silence after words that trail off.
  long unfinishedMs() {
    return Math.round(Math.clamp(650 + 3 * pauseMs, 900, 2_200));
  }
}
