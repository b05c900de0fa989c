package dev.frontdesk.lab;

import java.util.Random;

/// A noisy room: the same hiss each time, so that runs can be compared.
final class Noise {
  private static final long SEED = 20_260_612;

  private Noise() {}

  /// `speech` with noise under it, and noise alone where there is none.
  ///
  /// @param level the noise's root mean square
  static short[] under(short[] speech, double level) {
    var random = new Random(SEED);
    var mixed = new short[speech.length];
    for (int i = 0; i < speech.length; i++) {
      double sample = speech[i] + random.nextGaussian() * level;
      mixed[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample)));
    }
    return mixed;
  }

  /// How loud noise must be for `speech` to stand `snrDb` above it.
  static double level(short[] speech, double snrDb) {
    return rms(speech) / Math.pow(10, snrDb / 20);
  }

  private static double rms(short[] samples) {
    double sum = 0;
    for (short sample : samples) {
      sum += (double) sample * sample;
    }
    return samples.length == 0 ? 0 : Math.sqrt(sum / samples.length);
  }
}
