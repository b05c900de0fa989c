package dev.frontdesk.server;

import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Texts that go out to a vendor and come back, and are believed only if we signed them.
final class CalendarSeal {
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
  private final Secret key;

  CalendarSeal(Secret key) {
    this.key = key;
  }

  /// @param purpose what is signed for one is worth nothing for another
  String sealed(String purpose, OrgId org, String subject) {
    var body = encoded(org.value()) + "." + encoded(subject);
    return body + "." + mac(purpose, body);
  }

  record Opened(OrgId org, String subject) {}

  /// Empty when we did not sign it.
  Optional<Opened> opened(String purpose, String text) {
    var parts = List.of(text.split("\\.", -1));
    if (parts.size() != 3) {
      return Optional.empty();
    }
    var body = parts.get(0) + "." + parts.get(1);
    if (!MessageDigest.isEqual(bytes(mac(purpose, body)), bytes(parts.get(2)))) {
      return Optional.empty();
    }
    return Optional.of(new Opened(new OrgId(decoded(parts.get(0))), decoded(parts.get(1))));
  }

  static Secret random() {
    byte[] random = new byte[48];
    new SecureRandom().nextBytes(random);
    return new Secret(TEXT.encodeToString(random));
  }

  private String mac(String purpose, String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes(key.reveal()), "HmacSHA256"));
      return TEXT.encodeToString(mac.doFinal(bytes(purpose + ":" + body)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private static String encoded(String text) {
    return TEXT.encodeToString(bytes(text));
  }

  private static String decoded(String text) {
    return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
