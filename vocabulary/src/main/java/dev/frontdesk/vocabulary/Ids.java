package dev.frontdesk.vocabulary;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/// What every id obeys, and how new ones are made.
public final class Ids {
  /// Longest id that a row, a URL and a log line all take without folding.
  public static final int LONGEST = 100;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  static void check(String kind, String value) {
    if (value.isBlank() || value.length() > LONGEST) {
      throw new IllegalArgumentException(
          "%s must have 1 to %d characters, has %d".formatted(kind, LONGEST, value.length()));
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ' || c == '/' || c == '\\' || c == '"' || c >= 0x7f) {
        throw new IllegalArgumentException(
            "%s has a character at %d that no id may have".formatted(kind, i));
      }
    }
  }

  /// A UUIDv7: sorts by `now` to the millisecond, random beyond it.
  ///
  /// @see <a href="https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7">RFC 9562, 5.7</a>
  public static String newUuid(Instant now) {
    byte[] random = new byte[10];
    RANDOM.nextBytes(random);
    long high = now.toEpochMilli() << 16 | 0x7000 | (random[0] & 0x0f) << 8 | random[1] & 0xff;
    long low = 0;
    for (int i = 2; i < 10; i++) {
      low = low << 8 | random[i] & 0xff;
    }
    return new UUID(high, low & 0x3fffffffffffffffL | 0x8000000000000000L).toString();
  }
}
