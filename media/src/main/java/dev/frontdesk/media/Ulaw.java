package dev.frontdesk.media;

import java.util.Objects;

/// G.711 μ-law, the codec of most phone legs.
public final class Ulaw {
  /// Silence on the wire: the code of linear zero.
  public static final byte SILENCE = (byte) 0xff;

  private static final int BIAS = 0x84;

  /// The largest magnitude that the last segment can tell apart.
  private static final int CLIP = 32_635;

  private static final short[] LINEAR = new short[256];

  static {
    for (int code = 0; code < 256; code++) {
      int c = ~code;
      int magnitude = ((((c & 0x0f) << 3) + BIAS) << ((c >> 4) & 7)) - BIAS;
      LINEAR[code] = (short) ((c & 0x80) != 0 ? -magnitude : magnitude);
    }
  }

  private Ulaw() {}

  /// The linear value of one code, -32124 to 32124.
  public static short linear(byte code) {
    return LINEAR[code & 0xff];
  }

  /// The code whose linear value is nearest below in magnitude; magnitudes above 32635 are clipped.
  public static byte code(int linear) {
    int sign = linear < 0 ? 0x80 : 0;
    int magnitude = Math.min(Math.abs(linear), CLIP) + BIAS;
    int segment = 24 - Integer.numberOfLeadingZeros(magnitude);
    return (byte) ~(sign | segment << 4 | (magnitude >> (segment + 3)) & 0x0f);
  }

  /// Expands μ-law bytes to linear samples, mono, without allocating; safe from any thread.
  ///
  /// - shape: `ulaw[offset .. offset + n)` into `pcm[0 .. n)`, one byte per sample
  /// - units: signed 16-bit linear, -32124 to 32124; the rate is the caller's, 8 kHz on a phone
  ///
  /// @param n samples to expand; one 20 ms frame at 8000 Hz is 160
  /// @throws IndexOutOfBoundsException if either array is too short; `pcm` is then untouched
  /// @see <a href="https://www.itu.int/rec/T-REC-G.711">ITU-T G.711 (11/88), tables 2a and 2b</a>
  public static void decode(byte[] ulaw, int offset, short[] pcm, int n) {
    Objects.checkFromIndexSize(offset, n, ulaw.length);
    Objects.checkFromIndexSize(0, n, pcm.length);
    for (int i = 0; i < n; i++) {
      pcm[i] = LINEAR[ulaw[offset + i] & 0xff];
    }
  }

  /// Compresses linear samples to μ-law bytes, mono, without allocating; safe from any thread.
  ///
  /// - shape: `pcm[0 .. n)` into `ulaw[offset .. offset + n)`, one byte per sample
  /// - units: signed 16-bit linear, all values
  ///
  /// @param n samples to compress; one 20 ms frame at 8000 Hz is 160
  /// @throws IndexOutOfBoundsException if either array is too short; `ulaw` is then untouched
  /// @see <a href="https://www.itu.int/rec/T-REC-G.711">ITU-T G.711 (11/88), tables 2a and 2b</a>
  public static void encode(short[] pcm, byte[] ulaw, int offset, int n) {
    Objects.checkFromIndexSize(0, n, pcm.length);
    Objects.checkFromIndexSize(offset, n, ulaw.length);
    for (int i = 0; i < n; i++) {
      ulaw[offset + i] = code(pcm[i]);
    }
  }
}
