package dev.frontdesk.media;

import java.util.Objects;

/// Hears keys in audio: two tones at once, one of four low and one of four high. Keeps state from
/// call to call; one instance per stream, one thread. Allocates nothing after construction.
///
/// A key counts once when two whole blocks of 12.8 ms in a row hold the same pair, which any tone
/// of 40 ms does, and again only after a pause of two blocks. A pair must hold most of the block's
/// energy and stand clear of its neighbours, which speech and music hardly ever do.
///
/// @see <a href="https://www.itu.int/rec/T-REC-Q.24">ITU-T Q.24: reception of push-button
///     signals</a>
public final class DtmfDetector {
  private static final double[] LOW_HZ = {697, 770, 852, 941};
  private static final double[] HIGH_HZ = {1209, 1336, 1477, 1633};
  private static final String KEYS = "123A456B789C*0#D";
  private static final int BLOCKS_A_SECOND_TIMES_TEN = 781; // 12.8 ms
  private static final int BLOCKS_FOR_KEY = 2;
  private static final int BLOCKS_FOR_PAUSE = 2;

  /// Quieter than any telephone sends its keys: root mean square of 100, -50 dB of full scale.
  private static final double LEAST_MEAN_SQUARE = 10_000;

  private static final double LEAST_SHARE = 0.85;

  /// The two tones may differ by 9 dB.
  private static final double MOST_TWIST = 8;

  /// The strongest tone of a group is 6 dB above the others of it.
  private static final double LEAST_LEAD = 4;

  private static final char NONE = 0;

  private final int blockSamples;
  private final double[] coefficients = new double[8];
  private final double[] before = new double[8];
  private final double[] beforeThat = new double[8];
  private final double[] power = new double[8];

  private int filled;
  private double squares;
  private char candidate = NONE;
  private int candidateBlocks;
  private char held = NONE;
  private int pauseBlocks;

  /// Told of each key once, as soon as it is certain.
  @FunctionalInterface
  public interface Listener {
    void keyHeard(char key);
  }

  /// @param sampleRateHz 8000 or more
  public DtmfDetector(int sampleRateHz) {
    if (sampleRateHz < 8_000) {
      throw new IllegalArgumentException("tones need 8000 Hz, not " + sampleRateHz);
    }
    this.blockSamples = sampleRateHz * 10 / BLOCKS_A_SECOND_TIMES_TEN;
    for (int i = 0; i < 4; i++) {
      coefficients[i] = 2 * Math.cos(2 * Math.PI * LOW_HZ[i] / sampleRateHz);
      coefficients[i + 4] = 2 * Math.cos(2 * Math.PI * HIGH_HZ[i] / sampleRateHz);
    }
  }

  /// Listens to `pcm[0 .. n)`.
  public void hear(short[] pcm, int n, Listener listener) {
    Objects.checkFromIndexSize(0, n, pcm.length);
    int at = 0;
    while (at < n) {
      int take = Math.min(n - at, blockSamples - filled);
      filter(pcm, at, take);
      at += take;
      filled += take;
      if (filled == blockSamples) {
        decide(inBlock(), listener);
        clear();
      }
    }
  }

  /// Whether the last whole block held a key's tones: such audio is no speech.
  public boolean inTone() {
    return candidate != NONE;
  }

  private void filter(short[] pcm, int from, int n) {
    for (int i = from; i < from + n; i++) {
      double sample = pcm[i];
      squares += sample * sample;
    }
    for (int tone = 0; tone < 8; tone++) {
      double coefficient = coefficients[tone];
      double s1 = before[tone];
      double s2 = beforeThat[tone];
      for (int i = from; i < from + n; i++) {
        double s0 = pcm[i] + coefficient * s1 - s2;
        s2 = s1;
        s1 = s0;
      }
      before[tone] = s1;
      beforeThat[tone] = s2;
    }
  }

  /// The key whose tones fill the block, or none.
  private char inBlock() {
    if (squares < LEAST_MEAN_SQUARE * blockSamples) {
      return NONE;
    }
    for (int tone = 0; tone < 8; tone++) {
      double s1 = before[tone];
      double s2 = beforeThat[tone];
      power[tone] = s1 * s1 + s2 * s2 - coefficients[tone] * s1 * s2;
    }
    int low = strongest(0);
    int high = strongest(4);
    // a pure tone's power here is its squares times half the block
    double share = 2 * (power[low] + power[high]) / (squares * blockSamples);
    boolean twisted =
        power[low] > MOST_TWIST * power[high] || power[high] > MOST_TWIST * power[low];
    return share < LEAST_SHARE || twisted || !leads(low, 0) || !leads(high, 4)
        ? NONE
        : KEYS.charAt(low * 4 + high - 4);
  }

  private int strongest(int from) {
    int strongest = from;
    for (int tone = from + 1; tone < from + 4; tone++) {
      if (power[tone] > power[strongest]) {
        strongest = tone;
      }
    }
    return strongest;
  }

  private boolean leads(int strongest, int from) {
    for (int tone = from; tone < from + 4; tone++) {
      if (tone != strongest && power[tone] * LEAST_LEAD > power[strongest]) {
        return false;
      }
    }
    return true;
  }

  private void decide(char key, Listener listener) {
    candidateBlocks = key == candidate ? candidateBlocks + 1 : 1;
    candidate = key;
    if (key == NONE) {
      if (++pauseBlocks >= BLOCKS_FOR_PAUSE) {
        held = NONE;
      }
      return;
    }
    pauseBlocks = 0;
    if (candidateBlocks == BLOCKS_FOR_KEY && key != held) {
      held = key;
      listener.keyHeard(key);
    }
  }

  private void clear() {
    filled = 0;
    squares = 0;
    for (int tone = 0; tone < 8; tone++) {
      before[tone] = 0;
      beforeThat[tone] = 0;
    }
  }
}
