package dev.frontdesk.lab;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.concurrent.ThreadLocalRandom;

/// A WebSocket message as a client sends it, in one piece: header, mask, and the payload under the
/// mask. Reused for message after message.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.3">RFC 6455, 5.3</a>
final class MaskedFrame {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final int LONGEST_HEADER = 14;
  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;
  private static final int TEXT = 0x1;
  private static final int BINARY = 0x2;

  private byte[] bytes = new byte[1_024];
  private int length;

  /// The message, in `bytes()[0 .. length())`.
  void set(byte[] payload, int size, boolean text) {
    if (bytes.length < LONGEST_HEADER + size) {
      bytes = new byte[LONGEST_HEADER + size];
    }
    bytes[0] = (byte) (FINAL | (text ? TEXT : BINARY));
    int at;
    if (size < 126) {
      bytes[1] = (byte) (MASKED | size);
      at = 2;
    } else if (size < 1 << 16) {
      bytes[1] = (byte) (MASKED | 126);
      bytes[2] = (byte) (size >> 8);
      bytes[3] = (byte) size;
      at = 4;
    } else {
      bytes[1] = (byte) (MASKED | 127);
      LONGS.set(bytes, 2, (long) size);
      at = 10;
    }
    int mask = ThreadLocalRandom.current().nextInt();
    INTS.set(bytes, at, mask);
    at += Integer.BYTES;
    System.arraycopy(payload, 0, bytes, at, size);
    mask(mask, at, at + size);
    length = at + size;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  private void mask(int mask, int from, int to) {
    long twice = (long) mask << 32 | mask & 0xffffffffL;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      LONGS.set(bytes, at, (long) LONGS.get(bytes, at) ^ twice);
    }
    for (int shift = 24; at < to; at++, shift = shift - 8 & 31) {
      bytes[at] ^= (byte) (mask >> shift);
    }
  }
}
