package dev.frontdesk.media;

import java.util.Objects;

/// Linear 16-bit samples as bytes, least significant byte first.
public final class L16 {
  private L16() {}

  /// Reads samples from bytes, mono, without allocating; safe from any thread.
  ///
  /// - shape: `bytes[offset .. offset + 2n)` into `pcm[0 .. n)`
  ///
  /// @param n samples, not bytes; one 20 ms frame at 16000 Hz is 320
  /// @throws IndexOutOfBoundsException if either array is too short; `pcm` is then untouched
  public static void decode(byte[] bytes, int offset, short[] pcm, int n) {
    Objects.checkFromIndexSize(offset, Math.multiplyExact(2, n), bytes.length);
    Objects.checkFromIndexSize(0, n, pcm.length);
    for (int i = 0, at = offset; i < n; i++, at += 2) {
      pcm[i] = sample(bytes, at);
    }
  }

  /// Writes samples as bytes, mono, without allocating; safe from any thread.
  ///
  /// - shape: `pcm[0 .. n)` into `bytes[offset .. offset + 2n)`
  ///
  /// @param n samples, not bytes
  /// @throws IndexOutOfBoundsException if either array is too short; `bytes` is then untouched
  public static void encode(short[] pcm, byte[] bytes, int offset, int n) {
    Objects.checkFromIndexSize(0, n, pcm.length);
    Objects.checkFromIndexSize(offset, Math.multiplyExact(2, n), bytes.length);
    for (int i = 0, at = offset; i < n; i++, at += 2) {
      bytes[at] = (byte) pcm[i];
      bytes[at + 1] = (byte) (pcm[i] >> 8);
    }
  }

  static short sample(byte[] bytes, int at) {
    return (short) (bytes[at] & 0xff | bytes[at + 1] << 8);
  }
}
