package dev.frontdesk.voice;

/// Turns voice activity, frame by frame, into the beginning and end of sound. No allocation.
final class SoundGate {
  /// A frame or two without voice do not end a sound that is just beginning.
  private static final double FORGIVEN_MS = 40;
  private static final double END_MS = 200;

  private final double onsetMs;
  private double voicedMs;
  private double quietMs;
  private long firstNs;
  private long lastNs = Long.MIN_VALUE;
  private boolean sounding;

  enum Change {
    NONE,
    BEGAN,
    ENDED
  }

  SoundGate(double onsetMs) {
    this.onsetMs = onsetMs;
  }

  Change frame(boolean voiced, double lengthMs, long nowNs) {
    if (voiced) {
      if (voicedMs == 0) {
        firstNs = nowNs - (long) (lengthMs * 1e6);
      }
      voicedMs += lengthMs;
      quietMs = 0;
      lastNs = nowNs;
      if (!sounding && voicedMs >= onsetMs) {
        sounding = true;
        return Change.BEGAN;
      }
      return Change.NONE;
    }
    quietMs += lengthMs;
    if (!sounding && quietMs > FORGIVEN_MS) {
      voicedMs = 0;
    }
    if (sounding && quietMs >= END_MS) {
      sounding = false;
      voicedMs = 0;
      return Change.ENDED;
    }
    return Change.NONE;
  }

  /// Whether there is voice that may yet turn out to be a sound, or a click.
  boolean undecided(long nowNs) {
    return !sounding && voicedMs > 0 && nowNs - lastNs <= (long) (FORGIVEN_MS * 1e6);
  }

  /// When the sound that began had first been there.
  long firstNs() {
    return firstNs;
  }

  /// When the last voiced frame had arrived.
  long lastNs() {
    return lastNs;
  }
}
