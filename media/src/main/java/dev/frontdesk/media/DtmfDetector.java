package dev.frontdesk.media;

import java.util.Objects;

/// Finds keys in the sound of a line that carries them as tones. One instance follows one direction
/// of one leg; not safe for use from several threads; allocates nothing after construction.
///
/// Sound is looked at in blocks of 12.8 ms, every 6.4 ms, with the Goertzel algorithm. A block
/// holds a key when one low and one high tone carry nearly all of its power, are of similar
/// strength (the high one up to 4 dB above or 8 dB below the low one), and have no overtones, as
/// speech would. A key counts after 32 ms, so tones of 40 ms and more are always found; it counts
/// again after a pause of 35 ms.
///
/// @see <a href="https://www.itu.int/rec/T-REC-Q.24">ITU-T Q.24: Multifrequency push-button signal
///     reception</a>
public final class DtmfDetector {
  private static final double HOP_SECONDS = 0.0064;
  private static final int BLOCKS_TO_BEGIN = 4;
  private static final int BLOCKS_TO_END = 4;
  private static final double LOWEST_TONE_DBFS = -42;
  private static final double HIGH_ABOVE_LOW_DB = 4;
  private static final double HIGH_BELOW_LOW_DB = 8;
  private static final double ABOVE_OTHER_TONES_DB = 7;

  /// How much of a block's power the two tones must carry.
  private static final double SHARE = 0.82;

  /// The most of a tone's power that its overtone may have.
  private static final double OVERTONE_SHARE = 0.1;

  private static final double FULL_SCALE_SQUARED = 32_768.0 * 32_768.0;
  private static final char NONE = 0;

  private final int hop;
  private final double[] block;
  private final Goertzel[] low = new Goertzel[4];
  private final Goertzel[] high = new Goertzel[4];
  private final Goertzel[] lowOvertones = new Goertzel[4];
  private final Goertzel[] highOvertones = new Goertzel[4];
  private final double[] lowPower = new double[4];
  private final double[] highPower = new double[4];
  private int filled;
  private char candidate = NONE;
  private int blocksOfCandidate;
  private char down = NONE;
  private int blocksWithout;

  /// Told of each key once, as soon as it is certain.
  @FunctionalInterface
  public interface Listener {
    /// @param key 0-9, *, #, A-D
    void keyHeard(char key);
  }

  /// @param sampleRateHz 8000 or more
  public DtmfDetector(int sampleRateHz) {
    if (sampleRateHz < 8_000) {
      throw new IllegalArgumentException("tones need 8000 Hz, not " + sampleRateHz);
    }
    hop = (int) Math.round(sampleRateHz * HOP_SECONDS);
    block = new double[2 * hop];
    for (int i = 0; i < 4; i++) {
      low[i] = new Goertzel(DtmfTone.LOW_HZ[i], sampleRateHz);
      high[i] = new Goertzel(DtmfTone.HIGH_HZ[i], sampleRateHz);
      lowOvertones[i] = new Goertzel(2 * DtmfTone.LOW_HZ[i], sampleRateHz);
      highOvertones[i] = new Goertzel(2 * DtmfTone.HIGH_HZ[i], sampleRateHz);
    }
  }

  /// Listens to `pcm[0 .. n)`, any number of samples, linear.
  ///
  /// @throws IndexOutOfBoundsException if the array is too short
  public void hear(short[] pcm, int n, Listener listener) {
    Objects.checkFromIndexSize(0, n, pcm.length);
    for (int i = 0; i < n; i++) {
      block[filled++] = pcm[i];
      if (filled == block.length) {
        follow(keyIn(), listener);
        System.arraycopy(block, hop, block, 0, hop);
        filled = hop;
      }
    }
  }

  /// Whether the last whole block held a key's tones: such sound is no speech.
  public boolean inTone() {
    return candidate != NONE;
  }

  private void follow(char key, Listener listener) {
    if (down != NONE) {
      blocksWithout = key == down ? 0 : blocksWithout + 1;
      if (blocksWithout >= BLOCKS_TO_END) {
        down = NONE;
      }
    }
    blocksOfCandidate = key == candidate ? blocksOfCandidate + 1 : 1;
    candidate = key;
    if (key != NONE && key != down && blocksOfCandidate == BLOCKS_TO_BEGIN) {
      down = key;
      blocksWithout = 0;
      listener.keyHeard(key);
    }
  }

  private char keyIn() {
    double energy = 0;
    for (double sample : block) {
      energy += sample * sample;
    }
    // A pure tone has a Goertzel power of its energy times half the block's length.
    double whole = energy * block.length / 2;
    double faintest = FULL_SCALE_SQUARED * Math.pow(10, LOWEST_TONE_DBFS / 10) * block.length;
    if (energy < faintest) {
      return NONE;
    }
    int row = strongest(low, lowPower);
    int column = strongest(high, highPower);
    double lowest = lowPower[row];
    double highest = highPower[column];
    double twistDb = 10 * Math.log10(highest / lowest);
    boolean keyLike =
        lowest + highest > SHARE * whole
            && twistDb < HIGH_ABOVE_LOW_DB
            && twistDb > -HIGH_BELOW_LOW_DB
            && alone(lowPower, row)
            && alone(highPower, column)
            && lowOvertones[row].power(block) < OVERTONE_SHARE * lowest
            && highOvertones[column].power(block) < OVERTONE_SHARE * highest;
    return keyLike ? DtmfTone.KEYS.charAt(4 * row + column) : NONE;
  }

  private int strongest(Goertzel[] tones, double[] powers) {
    int best = 0;
    for (int i = 0; i < tones.length; i++) {
      powers[i] = tones[i].power(block);
      best = powers[i] > powers[best] ? i : best;
    }
    return best;
  }

  private static boolean alone(double[] powers, int best) {
    double limit = powers[best] * Math.pow(10, -ABOVE_OTHER_TONES_DB / 10);
    for (int i = 0; i < powers.length; i++) {
      if (i != best && powers[i] > limit) {
        return false;
      }
    }
    return true;
  }

  /// The power of one frequency in a block.
  private record Goertzel(double coefficient) {
    Goertzel(int hz, int sampleRateHz) {
      this(2 * Math.cos(2 * Math.PI * hz / sampleRateHz));
    }

    double power(double[] block) {
      double one = 0;
      double two = 0;
      for (double sample : block) {
        double next = sample + coefficient * one - two;
        two = one;
        one = next;
      }
      return one * one + two * two - coefficient * one * two;
    }
  }
}
