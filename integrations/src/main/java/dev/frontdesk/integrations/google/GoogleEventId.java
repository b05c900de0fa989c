package dev.frontdesk.integrations.google;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// Ids that we give to events, so that writing twice is writing once. Google takes 5 to 1024 of
/// `a`–`v` and digits, which a UUID in hex is; and gives no id out again once its event was
/// deleted, which is what the generation is for.
///
/// @see <a href="https://developers.google.com/workspace/calendar/api/v3/reference/events/insert">
///     events.insert</a>
final class GoogleEventId {
  /// After so many deletions by hand, somebody means it.
  static final int MOST_GENERATIONS = 20;

  /// Namespace of these names (RFC 9562, 5.5), our own.
  private static final byte[] NAMESPACE =
      HexFormat.of().parseHex("6d0c1f9a2b7e4e0c9a513f6b8c2d7e10");

  private GoogleEventId() {}

  /// @param subject what the event shows, unique within the organisation
  static String of(String org, String subject, int generation) {
    try {
      var sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(NAMESPACE);
      sha1.update((org + ":" + subject + ":" + generation).getBytes(StandardCharsets.UTF_8));
      byte[] uuid = Arrays.copyOf(sha1.digest(), 16);
      uuid[6] = (byte) (uuid[6] & 0x0f | 0x50);
      uuid[8] = (byte) (uuid[8] & 0x3f | 0x80);
      return HexFormat.of().formatHex(uuid);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
