package dev.frontdesk.integrations.twilio;

import dev.frontdesk.telephony.spi.MalformedFrame;
import java.nio.charset.StandardCharsets;

/// The rare parts of JSON: escapes and bare values.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
final class JsonText {
  private JsonText() {}

  /// The string that stands in `bytes[from .. to)` between its quotes.
  static String unescape(byte[] bytes, int from, int to) throws MalformedFrame {
    var raw = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    var text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      if (++i == raw.length()) {
        throw new MalformedFrame("half an escape");
      }
      switch (raw.charAt(i)) {
        case '"', '\\', '/' -> text.append(raw.charAt(i));
        case 'b' -> text.append('\b');
        case 'f' -> text.append('\f');
        case 'n' -> text.append('\n');
        case 'r' -> text.append('\r');
        case 't' -> text.append('\t');
        case 'u' -> {
          text.append(hex(raw, i + 1));
          i += 4;
        }
        default -> throw new MalformedFrame("an unknown escape");
      }
    }
    return text.toString();
  }

  /// Escapes for use between quotes.
  static String escape(String text) {
    var escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        escaped.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        escaped.append("\\u%04x".formatted((int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /// Whether `bytes[from .. to)` is a JSON number, true, false or null.
  static boolean isScalar(byte[] bytes, int from, int to) {
    int i = from;
    if (i < to && bytes[i] >= 'a') {
      var word = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
      return word.equals("true") || word.equals("false") || word.equals("null");
    }
    if (i < to && bytes[i] == '-') {
      i++;
    }
    int whole = digits(bytes, i, to);
    if (whole == i || bytes[i] == '0' && whole > i + 1) {
      return false;
    }
    i = whole;
    if (i < to && bytes[i] == '.') {
      int fraction = digits(bytes, i + 1, to);
      if (fraction == i + 1) {
        return false;
      }
      i = fraction;
    }
    if (i < to && (bytes[i] == 'e' || bytes[i] == 'E')) {
      i++;
      if (i < to && (bytes[i] == '+' || bytes[i] == '-')) {
        i++;
      }
      int exponent = digits(bytes, i, to);
      if (exponent == i) {
        return false;
      }
      i = exponent;
    }
    return i == to;
  }

  private static int digits(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
      i++;
    }
    return i;
  }

  private static char hex(String raw, int at) throws MalformedFrame {
    if (at + 4 > raw.length()) {
      throw new MalformedFrame("half an escape");
    }
    int value = 0;
    for (int i = at; i < at + 4; i++) {
      char c = raw.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw new MalformedFrame("an unknown escape");
      }
      value = value << 4 | digit;
    }
    return (char) value;
  }
}
