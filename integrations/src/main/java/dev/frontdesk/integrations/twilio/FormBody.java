package dev.frontdesk.integrations.twilio;

import dev.frontdesk.telephony.spi.MalformedRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `application/x-www-form-urlencoded`, strictly: every escape whole, every byte UTF-8.
final class FormBody {
  private static final int MOST_FIELDS = 200;

  private FormBody() {}

  static Map<String, List<String>> parse(byte[] body) throws MalformedRequest {
    var fields = new LinkedHashMap<String, List<String>>();
    int start = 0;
    int count = 0;
    while (start < body.length) {
      int end = indexOf(body, '&', start, body.length);
      if (end > start) {
        if (++count > MOST_FIELDS) {
          throw new MalformedRequest("a form has too many fields");
        }
        int equals = indexOf(body, '=', start, end);
        var name = decode(body, start, equals);
        var value = equals == end ? "" : decode(body, equals + 1, end);
        fields.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(value);
      }
      start = end + 1;
    }
    return fields;
  }

  /// Position of `wanted` in `[from, to)`, or `to`.
  private static int indexOf(byte[] body, char wanted, int from, int to) {
    for (int i = from; i < to; i++) {
      if (body[i] == wanted) {
        return i;
      }
    }
    return to;
  }

  private static String decode(byte[] body, int from, int to) throws MalformedRequest {
    byte[] plain = new byte[to - from];
    int length = 0;
    for (int i = from; i < to; i++) {
      byte b = body[i];
      if (b == '%') {
        if (i + 2 >= to) {
          throw new MalformedRequest("a form has half an escape");
        }
        b = (byte) (hex(body[i + 1]) << 4 | hex(body[i + 2]));
        i += 2;
      } else if (b == '+') {
        b = ' ';
      }
      plain[length++] = b;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(plain, 0, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw new MalformedRequest("a form is not UTF-8");
    }
  }

  private static int hex(byte b) throws MalformedRequest {
    int digit = b < 0 ? -1 : Character.digit(b, 16);
    if (digit < 0) {
      throw new MalformedRequest("a form has a wrong escape");
    }
    return digit;
  }
}
