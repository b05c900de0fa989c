package dev.frontdesk.integrations.twilio;

import dev.frontdesk.telephony.spi.MalformedFrame;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One message of Twilio's Media Streams, scanned in one pass over its bytes: no tree, no strings
/// but those asked for. Keys in any order, white space and escapes as JSON allows; keys it does not
/// know are checked to be JSON and skipped. Reused for message after message.
///
/// @see <a href="https://www.twilio.com/docs/voice/media-streams/websocket-messages">Twilio:
///     WebSocket messages</a>
final class TwilioFrame {
  private static final int DEEPEST = 16;

  /// What is kept of a message; where it stands in it.
  enum Field {
    EVENT(Place.ROOT, "event"),
    STREAM_SID(Place.ROOT, "streamSid"),
    PAYLOAD(Place.MEDIA, "payload"),
    TIMESTAMP(Place.MEDIA, "timestamp"),
    TRACK(Place.MEDIA, "track"),
    MARK_NAME(Place.MARK, "name"),
    DIGIT(Place.DTMF, "digit"),
    CALL_SID(Place.START, "callSid"),
    ENCODING(Place.FORMAT, "encoding"),
    SAMPLE_RATE(Place.FORMAT, "sampleRate"),
    CHANNELS(Place.FORMAT, "channels");

    private final Place place;
    private final byte[] key;

    Field(Place place, String key) {
      this.place = place;
      this.key = ascii(key);
    }
  }

  private enum Place {
    ROOT(null, ""),
    MEDIA(ROOT, "media"),
    MARK(ROOT, "mark"),
    DTMF(ROOT, "dtmf"),
    START(ROOT, "start"),
    FORMAT(START, "mediaFormat"),
    ELSEWHERE(null, "");

    private final @Nullable Place parent;
    private final byte[] key;

    Place(@Nullable Place parent, String key) {
      this.parent = parent;
      this.key = ascii(key);
    }
  }

  private static final Field[] FIELDS = Field.values();
  private static final Place[] PLACES = Place.values();

  private byte[] bytes = new byte[0];
  private int at;
  private int end;
  private int stringFrom;
  private int stringTo;
  private boolean stringEscaped;
  private final int[] from = new int[FIELDS.length];
  private final int[] to = new int[FIELDS.length];
  private final boolean[] escaped = new boolean[FIELDS.length];

  /// @throws MalformedFrame unless `message[0 .. length)` is one JSON object with an event
  void scan(byte[] message, int length) throws MalformedFrame {
    bytes = message;
    at = 0;
    end = length;
    Arrays.fill(from, -1);
    skipSpace();
    object(Place.ROOT, 0);
    skipSpace();
    if (at != end) {
      throw new MalformedFrame("something follows the message");
    }
    if (!has(Field.EVENT)) {
      throw new MalformedFrame("a message without an event");
    }
  }

  boolean has(Field field) {
    return from[field.ordinal()] >= 0;
  }

  /// Whether the field stands there and is exactly `value`.
  boolean is(Field field, byte[] value) throws MalformedFrame {
    if (!has(field)) {
      return false;
    }
    int i = field.ordinal();
    return escaped[i]
        ? text(field).equals(new String(value, StandardCharsets.US_ASCII))
        : equal(from[i], to[i], value);
  }

  String text(Field field) throws MalformedFrame {
    require(field);
    int i = field.ordinal();
    return escaped[i]
        ? JsonText.unescape(bytes, from[i], to[i])
        : new String(bytes, from[i], to[i] - from[i], StandardCharsets.UTF_8);
  }

  /// A whole number, quoted or not.
  long number(Field field) throws MalformedFrame {
    require(field);
    int i = field.ordinal();
    if (to[i] == from[i] || to[i] - from[i] > 18) {
      throw new MalformedFrame("a number of an impossible length");
    }
    long number = 0;
    for (int p = from[i]; p < to[i]; p++) {
      int digit = bytes[p] - '0';
      if (digit < 0 || digit > 9) {
        throw new MalformedFrame("a number with a foreign character");
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /// Decodes a base64 field.
  ///
  /// @param out long enough for the whole message decoded
  int decode(Field field, byte[] out) throws MalformedFrame {
    require(field);
    int i = field.ordinal();
    if (!escaped[i]) {
      return Base64Bytes.decode(bytes, from[i], to[i], out);
    }
    byte[] plain = ascii(text(field));
    return Base64Bytes.decode(plain, 0, plain.length, out);
  }

  private void require(Field field) throws MalformedFrame {
    if (!has(field)) {
      throw new MalformedFrame("a message lacks a field");
    }
  }

  private void object(Place place, int depth) throws MalformedFrame {
    if (depth > DEEPEST) {
      throw new MalformedFrame("a message nested too deeply");
    }
    expect('{');
    skipSpace();
    if (peek() == '}') {
      at++;
      return;
    }
    while (true) {
      skipSpace();
      string();
      int keyFrom = stringFrom;
      int keyTo = stringTo;
      boolean keyEscaped = stringEscaped;
      skipSpace();
      expect(':');
      skipSpace();
      value(place, keyFrom, keyTo, keyEscaped, depth);
      skipSpace();
      byte next = peek();
      at++;
      if (next == '}') {
        return;
      }
      if (next != ',') {
        throw new MalformedFrame("an object without its end");
      }
    }
  }

  private void value(Place place, int keyFrom, int keyTo, boolean keyEscaped, int depth)
      throws MalformedFrame {
    switch (peek()) {
      case '{' -> object(placeOf(place, keyFrom, keyTo), depth + 1);
      case '[' -> array(depth + 1);
      case '"' -> {
        string();
        keep(place, keyFrom, keyTo, keyEscaped);
      }
      default -> {
        scalar();
        keep(place, keyFrom, keyTo, keyEscaped);
      }
    }
  }

  private void array(int depth) throws MalformedFrame {
    if (depth > DEEPEST) {
      throw new MalformedFrame("a message nested too deeply");
    }
    expect('[');
    skipSpace();
    if (peek() == ']') {
      at++;
      return;
    }
    while (true) {
      skipSpace();
      value(Place.ELSEWHERE, 0, 0, false, depth);
      skipSpace();
      byte next = peek();
      at++;
      if (next == ']') {
        return;
      }
      if (next != ',') {
        throw new MalformedFrame("an array without its end");
      }
    }
  }

  /// Leaves what stands between the quotes in `stringFrom`, `stringTo`.
  private void string() throws MalformedFrame {
    expect('"');
    stringFrom = at;
    stringEscaped = false;
    while (true) {
      byte b = peek();
      if (b == '"') {
        stringTo = at++;
        return;
      }
      if (b >= 0 && b < ' ') {
        throw new MalformedFrame("a control character in a string");
      }
      if (b == '\\') {
        stringEscaped = true;
        at++;
        peek();
      }
      at++;
    }
  }

  /// A number, true, false or null.
  private void scalar() throws MalformedFrame {
    stringFrom = at;
    stringEscaped = false;
    while (at < end && isScalar(bytes[at])) {
      at++;
    }
    stringTo = at;
    if (!JsonText.isScalar(bytes, stringFrom, stringTo)) {
      throw new MalformedFrame("a value that is not JSON");
    }
  }

  private static boolean isScalar(byte b) {
    return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b == '-' || b == '+' || b == '.'
        || b == 'E';
  }

  private void keep(Place place, int keyFrom, int keyTo, boolean keyEscaped) {
    if (place == Place.ELSEWHERE || keyEscaped) {
      return;
    }
    for (int i = 0; i < FIELDS.length; i++) {
      if (FIELDS[i].place == place && equal(keyFrom, keyTo, FIELDS[i].key)) {
        from[i] = stringFrom;
        to[i] = stringTo;
        escaped[i] = stringEscaped;
        return;
      }
    }
  }

  private Place placeOf(Place parent, int keyFrom, int keyTo) {
    for (var place : PLACES) {
      if (place.parent == parent && equal(keyFrom, keyTo, place.key)) {
        return place;
      }
    }
    return Place.ELSEWHERE;
  }

  private boolean equal(int start, int stop, byte[] value) {
    return stop - start == value.length
        && Arrays.equals(bytes, start, stop, value, 0, value.length);
  }

  private void skipSpace() {
    while (at < end
        && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
      at++;
    }
  }

  private void expect(char wanted) throws MalformedFrame {
    if (peek() != wanted) {
      throw new MalformedFrame("not JSON");
    }
    at++;
  }

  private byte peek() throws MalformedFrame {
    if (at >= end) {
      throw new MalformedFrame("a message without its end");
    }
    return bytes[at];
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
