package dev.frontdesk.media;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/// Sounds for tests, as samples between -1 and 1. The same seed gives the same sound.
public final class Signals {
  private Signals() {}

  public static double[] silence(int rateHz, int millis) {
    return new double[samples(rateHz, millis)];
  }

  public static double[] tone(int rateHz, int millis, double hz, double dbfs) {
    double peak = Math.sqrt(2) * Math.pow(10, dbfs / 20);
    return made(rateHz, millis, i -> peak * Math.sin(2 * Math.PI * hz * i / rateHz));
  }

  public static double[] noise(int rateHz, int millis, double dbfs, long seed) {
    var random = new Random(seed);
    double rms = Math.pow(10, dbfs / 20);
    return made(rateHz, millis, _ -> rms * random.nextGaussian());
  }

  /// Something with the rhythm of speech: syllables of 180 ms and gaps of 70 ms, a buzz of 120 Hz
  /// with overtones up to 3 kHz, `dbfs` on average.
  public static double[] babble(int rateHz, int millis, double dbfs) {
    double[] sound =
        made(
            rateHz,
            millis,
            i -> {
              double ms = 1000.0 * i / rateHz % 250;
              double envelope = ms < 180 ? Math.sin(Math.PI * ms / 180) : 0;
              double buzz = 0;
              for (int overtone = 1; overtone <= 25; overtone++) {
                buzz += Math.sin(2 * Math.PI * 120 * overtone * i / rateHz + overtone) / overtone;
              }
              return envelope * buzz;
            });
    double scale = Math.pow(10, dbfs / 20) / Math.sqrt(power(sound));
    return Arrays.stream(sound).map(x -> x * scale).toArray();
  }

  public static double[] mix(double[] one, double[] other) {
    double[] sum = new double[Math.min(one.length, other.length)];
    Arrays.setAll(sum, i -> one[i] + other[i]);
    return sum;
  }

  public static double[] then(double[]... parts) {
    return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
  }

  public static double power(double[] sound) {
    return Arrays.stream(sound).map(x -> x * x).average().orElse(0);
  }

  public static short[] pcm(double[] sound) {
    short[] pcm = new short[sound.length];
    for (int i = 0; i < pcm.length; i++) {
      pcm[i] = (short) Math.clamp(Math.round(sound[i] * 32_767), -32_768, 32_767);
    }
    return pcm;
  }

  public static byte[] bytes(double[] sound, AudioFormat.Encoding encoding) {
    short[] pcm = pcm(sound);
    byte[] bytes = new byte[pcm.length * encoding.bytesPerSample()];
    switch (encoding) {
      case ULAW -> Ulaw.encode(pcm, bytes, 0, pcm.length);
      case L16 -> L16.encode(pcm, bytes, 0, pcm.length);
    }
    return bytes;
  }

  private static double[] made(int rateHz, int millis, IntToDoubleFunction sample) {
    double[] sound = new double[samples(rateHz, millis)];
    Arrays.setAll(sound, sample);
    return sound;
  }

  private static int samples(int rateHz, int millis) {
    return rateHz / 50 * millis / 20;
  }
}
