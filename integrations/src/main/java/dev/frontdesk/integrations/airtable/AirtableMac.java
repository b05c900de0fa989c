package dev.frontdesk.integrations.airtable;

import dev.frontdesk.vocabulary.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The signature on a notification: HMAC-SHA-256 over the raw body, with the secret that was shown
/// when the webhook was made.
///
/// @see <a href="https://airtable.com/developers/web/api/webhooks-overview">Airtable: webhooks</a>
final class AirtableMac {
  static final String HEADER = "X-Airtable-Content-MAC";
  private static final String SCHEME = "hmac-sha256=";

  private AirtableMac() {}

  /// @param secret in base64, as Airtable gives it
  static String of(Secret secret, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.reveal()), "HmacSHA256"));
      return SCHEME + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  static boolean fits(Secret secret, byte[] body, String signature) {
    return MessageDigest.isEqual(
        of(secret, body).getBytes(StandardCharsets.UTF_8),
        signature.getBytes(StandardCharsets.UTF_8));
  }
}
