package dev.frontdesk.voice;

/// How one caller pauses: a moving average of the silences within their turns, for the adaptive
/// policy.
///
/// @param pauseMs smoothed length of the pauses after which they went on
///
/// @param pauseMs smoothed length of the pauses after words that could have stood
/// @param openMs  smoothed length of the pauses after words that trailed off
record Pace(double pauseMs, double openMs) {
  static final Pace START = new Pace(250, 250);
  private static final double WEIGHT = 0.3;

  /// Who pauses long after half a sentence pauses a little longer elsewhere too.
  private static final double SPILL = 0.1;
  private static final double LONGEST_MS = 900;

  /// They paused within a turn and went on.
  ///
  /// @param couldStand what they had said could have been all
  Pace paused(long silenceMs, boolean couldStand) {
    if (silenceMs <= 0) {
      return this;
    }
    double pause = Math.min(silenceMs, LONGEST_MS);
    return couldStand
        ? new Pace(pauseMs + WEIGHT * (pause - pauseMs), openMs)
        : new Pace(pauseMs + SPILL * (pause - pauseMs), openMs + WEIGHT * (pause - openMs));
  }

  /// We took their turn as over, and they went on.
  Pace cutOff() {
    return new Pace(Math.min(LONGEST_MS, pauseMs + 200), openMs);
  }

  /// A turn went by without trouble: trust a little more.
  Pace smooth() {
    return new Pace(pauseMs + 0.1 * (200 - pauseMs), openMs + 0.1 * (200 - openMs));
  }

  /// Silence after words that can stand.
  long finishedMs() {
    return Math.round(Math.clamp(100 + pauseMs, 250, 700));
  }

  /// Silence after words that trail off.
  long unfinishedMs() {
    return Math.round(Math.clamp(650 + 3 * openMs, 900, 2_200));
  }
}
