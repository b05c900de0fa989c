package dev.frontdesk.voice;

import dev.frontdesk.media.AudioFormat;

/// Placeholder: voice by level alone.
final class LevelActivity implements Activity {
  private static final double VOICED = 0.01;
  private final AudioFormat format;

  LevelActivity(AudioFormat format) {
    this.format = format;
  }

  @Override
  public boolean voiced(byte[] bytes, int offset, int length) {
    double sum = 0;
    int n = length / format.encoding().bytesPerSample();
    for (int i = 0; i < n; i++) {
      double sample =
          switch (format.encoding()) {
            case ULAW -> ulaw(bytes[offset + i]) / 32768.0;
            case L16 ->
                (short) (bytes[offset + 2 * i] & 0xff | bytes[offset + 2 * i + 1] << 8) / 32768.0;
          };
      sum += sample * sample;
    }
    return Math.sqrt(sum / n) > VOICED;
  }

  private static int ulaw(byte code) {
    int c = ~code;
    int magnitude = ((((c & 0x0f) << 3) + 0x84) << ((c >> 4) & 7)) - 0x84;
    return (c & 0x80) != 0 ? -magnitude : magnitude;
  }
}
