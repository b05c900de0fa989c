package dev.frontdesk.media;

import java.util.Arrays;
import java.util.Objects;

/// Changes the sample rate of one stream, mono, without allocating after construction. A polyphase
/// filter: a sinc of 32 zero crossings under a Kaiser window, cut off below the lower of both Nyquist
/// frequencies. Passes up to 0.8 of the lower Nyquist frequency within 0.5 dB; what would alias is
/// at least 60 dB down. State is carried from call to call, so frames of any size give the same
/// result as the whole. Not safe for use from several threads.
///
/// The output is late by `delayMillis` (2 ms between 8 and 16 kHz); `drain` gives the rest.
///
/// @see <a href="https://ccrma.stanford.edu/~jos/resample/">Julius O. Smith, Digital Audio
///     Resampling Home Page: windowed-sinc interpolation</a>
public final class Resampler {
  private static final int ZERO_CROSSINGS = 16; // on each side
  private static final double KAISER_BETA = 7;
  private static final double TRANSITION = 0.1; // half of it, relative to the lower Nyquist

  private final int up;
  private final int down;
  private final int taps;
  private final float[] phases;
  private final float[] window;
  private final double delayMillis;
  private int newest;
  private int phase;

  /// @throws IllegalArgumentException unless both rates are 8 to 48 kHz and their ratio has small
  ///     enough terms to tabulate (all usual rates do)
  public Resampler(int fromHz, int toHz) {
    if (Math.min(fromHz, toHz) < 8_000 || Math.max(fromHz, toHz) > 48_000) {
      throw new IllegalArgumentException("cannot resample %d to %d Hz".formatted(fromHz, toHz));
    }
    int gcd = gcd(fromHz, toHz);
    up = toHz / gcd;
    down = fromHz / gcd;
    if (up > 1_000) {
      throw new IllegalArgumentException(
          "cannot resample %d to %d Hz: the ratio is too fine".formatted(fromHz, toHz));
    }
    double stretch = Math.max(1, (double) fromHz / toHz);
    taps = 2 * (int) Math.ceil(ZERO_CROSSINGS * stretch);
    phases = design(stretch);
    window = new float[2 * taps];
    delayMillis = 500.0 * taps / fromHz;
  }

  /// How late the output is.
  public double delayMillis() {
    return delayMillis;
  }

  /// The most samples that `samples` of input can give.
  public int mostOutput(int samples) {
    return (int) (((long) samples * up + down - 1) / down);
  }

  /// Takes `in[offset .. offset + n)` and writes what is ready to `out[outOffset ..)`.
  ///
  /// - units: signed 16-bit linear; overshoot is clipped, not wrapped
  ///
  /// @param n samples of any number; 20 ms in give 20 ms out whenever both are whole numbers
  /// @return samples written, at most `mostOutput(n)`
  /// @throws IndexOutOfBoundsException if `in` is too short or `out` has no room for
  ///     `mostOutput(n)`; nothing is taken then
  public int resample(short[] in, int offset, int n, short[] out, int outOffset) {
    Objects.checkFromIndexSize(offset, n, in.length);
    Objects.checkFromIndexSize(outOffset, mostOutput(n), out.length);
    int at = outOffset;
    for (int i = 0; i < n; i++) {
      at = push(in[offset + i], out, at);
    }
    return at - outOffset;
  }

  /// Gives what the filter still holds, `delayMillis` of it, and forgets the stream: what comes next
  /// begins a new one.
  ///
  /// @return samples written
  /// @throws IndexOutOfBoundsException if `out` has no room for `mostOutput(drainInput())`
  public int drain(short[] out, int outOffset) {
    Objects.checkFromIndexSize(outOffset, mostOutput(drainInput()), out.length);
    int at = outOffset;
    for (int i = 0; i < drainInput(); i++) {
      at = push((short) 0, out, at);
    }
    Arrays.fill(window, 0);
    newest = 0;
    phase = 0;
    return at - outOffset;
  }

  /// How many samples of silence `drain` puts in to get the last sound out.
  public int drainInput() {
    return taps / 2;
  }

  private int push(short sample, short[] out, int outAt) {
    // Each sample is kept twice, so that the latest `taps` of them always lie in one row.
    window[newest] = sample;
    window[newest + taps] = sample;
    newest = newest + 1 == taps ? 0 : newest + 1;
    int at = outAt;
    while (phase < up) {
      float sum = 0;
      int h = phase * taps;
      for (int i = 0; i < taps; i++) {
        sum += phases[h + i] * window[newest + i];
      }
      out[at++] = (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
      phase += down;
    }
    phase -= up;
    return at;
  }

  /// For each of `up` phases the weights of the latest `taps` samples, oldest first, summing to one.
  private float[] design(double stretch) {
    float[] table = new float[up * taps];
    double half = taps / 2.0;
    double cutoff = (1 - TRANSITION) / stretch;
    for (int p = 0; p < up; p++) {
      double sum = 0;
      double[] weights = new double[taps];
      for (int i = 0; i < taps; i++) {
        // Distance in input samples between the tap and the output, which stands half a filter back.
        double t = i - (half - 1) - (double) p / up;
        weights[i] = sinc(cutoff * t) * kaiser(t / half);
        sum += weights[i];
      }
      for (int i = 0; i < taps; i++) {
        table[p * taps + i] = (float) (weights[i] / sum);
      }
    }
    return table;
  }

  private static double sinc(double x) {
    return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static double kaiser(double x) {
    return Math.abs(x) >= 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
  }

  /// The modified Bessel function of the first kind, order zero, by its series.
  private static double bessel(double x) {
    double term = 1;
    double sum = 1;
    for (int k = 1; term > sum * 1e-12; k++) {
      term *= x / (2 * k) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
