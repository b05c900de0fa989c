package dev.frontdesk.media;

/// The sound of a key: a low and a high tone at once.
///
/// @see <a href="https://www.itu.int/rec/T-REC-Q.23">ITU-T Q.23</a>
public final class DtmfTone {
  static final int[] LOW_HZ = {697, 770, 852, 941};
  static final int[] HIGH_HZ = {1209, 1336, 1477, 1633};

  /// Row by row, as on the keypad.
  static final String KEYS = "123A456B789C*0#D";

  /// What phones send: long enough for every detector.
  public static final int USUAL_MILLIS = 100;

  private DtmfTone() {}

  /// The sound of `key`, each of its tones at -10 dB full scale.
  ///
  /// @param key 0-9, *, #, A-D
  /// @return linear samples
  /// @throws IllegalArgumentException for any other key
  public static short[] samples(char key, int millis, int sampleRateHz) {
    int place = KEYS.indexOf(key);
    if (place < 0) {
      throw new IllegalArgumentException("no such key");
    }
    double low = 2 * Math.PI * LOW_HZ[place / 4] / sampleRateHz;
    double high = 2 * Math.PI * HIGH_HZ[place % 4] / sampleRateHz;
    double peak = 32_767 * Math.sqrt(2) * Math.pow(10, -10.0 / 20);
    short[] samples = new short[(int) ((long) sampleRateHz * millis / 1000)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.round(peak * (Math.sin(low * i) + Math.sin(high * i)));
    }
    return samples;
  }

  /// As above, as bytes of `format`.
  public static byte[] bytes(char key, int millis, AudioFormat format) {
    short[] samples = samples(key, millis, format.sampleRateHz());
    byte[] bytes = new byte[samples.length * format.encoding().bytesPerSample()];
    switch (format.encoding()) {
      case ULAW -> Ulaw.encode(samples, bytes, 0, samples.length);
      case L16 -> L16.encode(samples, bytes, 0, samples.length);
    }
    return bytes;
  }
}
