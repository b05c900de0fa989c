package dev.frontdesk.media;

/// Raw mono audio on a wire: no header, no tag.
///
/// @param sampleRateHz samples a second; a multiple of 50, so that 20 ms is a whole number of them
public record AudioFormat(Encoding encoding, int sampleRateHz) {
  public enum Encoding {
    /// G.711 μ-law, one byte a sample.
    ULAW(1),
    /// Linear, signed 16-bit, little-endian, two bytes a sample.
    L16(2);

    private final int bytesPerSample;

    Encoding(int bytesPerSample) {
      this.bytesPerSample = bytesPerSample;
    }

    public int bytesPerSample() {
      return bytesPerSample;
    }
  }

  /// What a phone leg carries.
  public static final AudioFormat PHONE = new AudioFormat(Encoding.ULAW, 8_000);

  /// What wideband recognisers and Vapi's WebSocket calls use unless told otherwise.
  public static final AudioFormat WIDEBAND = new AudioFormat(Encoding.L16, 16_000);

  public static final int FRAME_MILLIS = 20;

  public AudioFormat {
    if (sampleRateHz < 8_000 || sampleRateHz > 48_000 || sampleRateHz % 50 != 0) {
      throw new IllegalArgumentException("unusable sample rate: " + sampleRateHz + " Hz");
    }
  }

  /// Bytes in one frame of 20 ms: 160 on a phone leg.
  public int frameBytes() {
    return frameSamples() * encoding.bytesPerSample();
  }

  /// Samples in one frame of 20 ms.
  public int frameSamples() {
    return sampleRateHz / 50;
  }

  public int bytesOf(int millis) {
    return (int) ((long) sampleRateHz * millis / 1000) * encoding.bytesPerSample();
  }

  public double millisOf(int bytes) {
    return 1000.0 * bytes / encoding.bytesPerSample() / sampleRateHz;
  }
}
