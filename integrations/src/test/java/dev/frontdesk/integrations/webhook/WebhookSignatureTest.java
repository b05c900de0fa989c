package dev.frontdesk.integrations.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.Secret;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
  /// `printf '1750000000.{"id":"e-1"}' | openssl dgst -sha256 -hmac key`
  @Test
  void it_is_what_openssl_says() {
    assertThat(of("key", 1_750_000_000, "{\"id\":\"e-1\"}"))
        .isEqualTo("sha256=cb57e3e5c04e6ff6241e2c2dfe9914b2c10d1c8a2aca1efeae21a9c0dbdf7cf1");
  }

  @Test
  void it_covers_secret_time_and_body() {
    var signature = of("key", 1_750_000_000, "{}");
    assertThat(of("kez", 1_750_000_000, "{}")).isNotEqualTo(signature);
    assertThat(of("key", 1_750_000_001, "{}")).isNotEqualTo(signature);
    assertThat(of("key", 1_750_000_000, "{ }")).isNotEqualTo(signature);
  }

  private static String of(String secret, long timestamp, String body) {
    return WebhookSignature.of(
        new Secret(secret), timestamp, body.getBytes(StandardCharsets.UTF_8));
  }
}
