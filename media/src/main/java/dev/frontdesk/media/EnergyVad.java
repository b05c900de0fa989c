package dev.frontdesk.media;

import java.util.Arrays;
import java.util.Objects;

/// Voice activity from energy above an adaptive noise floor, in frames of 20 ms. One instance
/// follows one direction of one leg; not safe for use from several threads; allocates nothing after
/// construction.
///
/// The samples pass a high-pass at 200 Hz (mains hum, rumble and offset go), each frame's mean power
/// is compared with the floor, and the floor is the quietest stretch of 60 ms within the last two
/// seconds: it falls at once when the line gets quiet and rises within two seconds when a steady
/// noise begins, but not under speech, which always has pauses.
public final class EnergyVad {
  private static final double LOWEST_DBFS = -90;
  private static final double HUM_ENDS_HZ = 200;

  /// A line this quiet is digital silence; the floor is not believed below it, nor, before anything
  /// was heard, above `HIGHEST_FIRST_FLOOR`.
  private static final double LOWEST_FLOOR_DBFS = -62;

  private static final double HIGHEST_FIRST_FLOOR_DBFS = -35;
  private static final double HIGHEST_FLOOR_DBFS = -20;
  private static final double HOLD_DISCOUNT_DB = 3;
  private static final int FLOOR_BLOCKS = 10;
  private static final int FRAMES_PER_BLOCK = 10;
  private static final int SMOOTHED_FRAMES = 3;

  /// A weak stretch up to this long inside an onset does not count against it; a click has more.
  private static final int ONSET_GAP_MILLIS = 80;

  private static final double FULL_SCALE_SQUARED = 32_768.0 * 32_768.0;

  private final AudioFormat.Encoding encoding;
  private final int frameSamples;
  private final VadSettings settings;

  private final HighPass highPass;
  private double energy;
  private int samples;

  private final double[] recent = new double[SMOOTHED_FRAMES];
  private final double[] blockMinima = new double[FLOOR_BLOCKS];
  private double blockMinimum = Double.POSITIVE_INFINITY;
  private int block;
  private long frames;
  private double floorDbfs = HIGHEST_FIRST_FLOOR_DBFS;
  private double levelDbfs = LOWEST_DBFS;

  private Activity activity = Activity.SILENCE;
  private boolean voiced;
  private int voicedMillis;
  private int unvoicedMillis;

  public EnergyVad(AudioFormat format, VadSettings settings) {
    this.encoding = format.encoding();
    this.frameSamples = format.frameSamples();
    this.settings = settings;
    Arrays.fill(blockMinima, Double.POSITIVE_INFINITY);
    highPass = new HighPass(HUM_ENDS_HZ, format.sampleRateHz());
  }

  /// Hears `bytes[offset .. offset + length)`: usually one frame of 20 ms, but any whole number of
  /// samples will do; a decision falls each time 20 ms are complete.
  ///
  /// @return the state after the last complete frame
  /// @throws IndexOutOfBoundsException if the array is too short
  /// @throws IllegalArgumentException if `length` is not a whole number of samples
  public Activity frame(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    int step = encoding.bytesPerSample();
    if (length % step != 0) {
      throw new IllegalArgumentException("half a sample in " + length + " bytes");
    }
    for (int at = offset; at < offset + length; at += step) {
      hear(
          switch (encoding) {
            case ULAW -> Ulaw.linear(bytes[at]);
            case L16 -> L16.sample(bytes, at);
          });
    }
    return activity;
  }

  /// The state after the last complete frame, with hysteresis.
  public Activity activity() {
    return activity;
  }

  /// Whether the last complete frame alone stood above the floor, without hysteresis.
  public boolean voiced() {
    return voiced;
  }

  /// The last complete frame's mean power, dB relative to full scale; -90 for digital silence.
  public double levelDbfs() {
    return levelDbfs;
  }

  /// What is taken for the line's own noise, dB relative to full scale.
  public double floorDbfs() {
    return floorDbfs;
  }

  private void hear(double x) {
    double y = highPass.pass(x);
    energy += y * y;
    if (++samples == frameSamples) {
      double power = energy / frameSamples / FULL_SCALE_SQUARED;
      energy = 0;
      samples = 0;
      highPass.dropTraces();
      decide(Math.max(LOWEST_DBFS, 10 * Math.log10(power + 1e-12)));
    }
  }

  private void decide(double level) {
    levelDbfs = level;
    boolean speaking = activity == Activity.SPEECH;
    double margin = settings.marginDb() - (speaking ? HOLD_DISCOUNT_DB : 0);
    voiced = level > Math.max(floorDbfs + margin, settings.quietestDbfs());
    followFloor(level);
    unvoicedMillis = voiced ? 0 : unvoicedMillis + AudioFormat.FRAME_MILLIS;
    if (speaking) {
      if (unvoicedMillis >= settings.stopMillis()) {
        activity = Activity.SILENCE;
        voicedMillis = 0;
      }
      return;
    }
    if (voiced) {
      voicedMillis += AudioFormat.FRAME_MILLIS;
    } else if (unvoicedMillis > ONSET_GAP_MILLIS) {
      voicedMillis = 0;
    }
    if (voicedMillis >= settings.startMillis()) {
      activity = Activity.SPEECH;
    }
  }

  private void followFloor(double level) {
    recent[(int) (frames % SMOOTHED_FRAMES)] = level;
    frames++;
    if (frames < SMOOTHED_FRAMES) {
      return;
    }
    double loudest = recent[0];
    for (int i = 1; i < SMOOTHED_FRAMES; i++) {
      loudest = Math.max(loudest, recent[i]);
    }
    blockMinimum = Math.min(blockMinimum, loudest);
    double lowest = blockMinimum;
    for (double minimum : blockMinima) {
      lowest = Math.min(lowest, minimum);
    }
    boolean wholeWindow = frames > (long) FLOOR_BLOCKS * FRAMES_PER_BLOCK;
    double highest = wholeWindow ? HIGHEST_FLOOR_DBFS : HIGHEST_FIRST_FLOOR_DBFS;
    floorDbfs = Math.clamp(lowest, LOWEST_FLOOR_DBFS, highest);
    if (frames % FRAMES_PER_BLOCK == 0) {
      blockMinima[block] = blockMinimum;
      block = (block + 1) % FLOOR_BLOCKS;
      blockMinimum = Double.POSITIVE_INFINITY;
    }
  }
}
