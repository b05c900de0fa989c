package dev.frontdesk.integrations.twilio;

import dev.frontdesk.telephony.spi.MalformedFrame;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Base64 between byte arrays that the caller keeps, 50 times a second for each call and without
/// an allocation.
final class Base64Bytes {
  private static final byte[] TO_CHAR =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FROM_CHAR = new byte[256];

  static {
    Arrays.fill(FROM_CHAR, (byte) -1);
    for (int i = 0; i < TO_CHAR.length; i++) {
      FROM_CHAR[TO_CHAR[i]] = (byte) i;
    }
  }

  private Base64Bytes() {}

  static int encodedLength(int bytes) {
    return (bytes + 2) / 3 * 4;
  }

  /// Longest that `chars` can decode to.
  static int decodedLength(int chars) {
    return (chars + 3) / 4 * 3;
  }

  /// @return the position in `out` after the last character
  static int encode(byte[] in, int from, int length, byte[] out, int at) {
    int i = from;
    int o = at;
    for (int whole = from + length / 3 * 3; i < whole; i += 3) {
      int bits = (in[i] & 0xff) << 16 | (in[i + 1] & 0xff) << 8 | in[i + 2] & 0xff;
      out[o++] = TO_CHAR[bits >>> 18];
      out[o++] = TO_CHAR[bits >>> 12 & 63];
      out[o++] = TO_CHAR[bits >>> 6 & 63];
      out[o++] = TO_CHAR[bits & 63];
    }
    int left = from + length - i;
    if (left > 0) {
      int bits = (in[i] & 0xff) << 16 | (left == 2 ? (in[i + 1] & 0xff) << 8 : 0);
      out[o++] = TO_CHAR[bits >>> 18];
      out[o++] = TO_CHAR[bits >>> 12 & 63];
      out[o++] = left == 2 ? TO_CHAR[bits >>> 6 & 63] : (byte) '=';
      out[o++] = '=';
    }
    return o;
  }

  /// Decodes `in[from .. to)`, padded or not.
  ///
  /// @param out at least `decodedLength(to - from)` long
  /// @return how many bytes
  static int decode(byte[] in, int from, int to, byte[] out) throws MalformedFrame {
    int end = to;
    while (end > from && in[end - 1] == '=' && to - end < 2) {
      end--;
    }
    if (to != end && (to - from) % 4 != 0 || (end - from) % 4 == 1) {
      throw new MalformedFrame("base64 of an impossible length");
    }
    int i = from;
    int o = 0;
    for (int whole = from + (end - from) / 4 * 4; i < whole; i += 4) {
      int bits =
          FROM_CHAR[in[i] & 0xff] << 18
              | FROM_CHAR[in[i + 1] & 0xff] << 12
              | FROM_CHAR[in[i + 2] & 0xff] << 6
              | FROM_CHAR[in[i + 3] & 0xff];
      if (bits < 0) {
        throw new MalformedFrame("base64 with a foreign character");
      }
      out[o++] = (byte) (bits >>> 16);
      out[o++] = (byte) (bits >>> 8);
      out[o++] = (byte) bits;
    }
    int left = end - i;
    if (left > 0) {
      int third = left == 3 ? FROM_CHAR[in[i + 2] & 0xff] : 0;
      int bits =
          FROM_CHAR[in[i] & 0xff] << 18 | FROM_CHAR[in[i + 1] & 0xff] << 12 | third << 6;
      if (bits < 0) {
        throw new MalformedFrame("base64 with a foreign character");
      }
      out[o++] = (byte) (bits >>> 16);
      if (left == 3) {
        out[o++] = (byte) (bits >>> 8);
      }
    }
    return o;
  }
}
