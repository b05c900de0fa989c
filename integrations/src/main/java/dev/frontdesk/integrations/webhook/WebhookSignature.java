package dev.frontdesk.integrations.webhook;

import dev.frontdesk.vocabulary.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// `sha256=` and the HMAC-SHA-256 in hex over the timestamp, a full stop and the raw body: who
/// checks it knows who sent what and when.
public final class WebhookSignature {
  private WebhookSignature() {}

  /// @param timestamp seconds of the epoch, as in `X-Timestamp`
  public static String of(Secret secret, long timestamp, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      var key = secret.reveal().getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
