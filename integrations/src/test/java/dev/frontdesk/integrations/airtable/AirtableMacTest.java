package dev.frontdesk.integrations.airtable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AirtableMacTest {
  private static final Secret SECRET = new Secret("c3VwZXIgZHVwZXIgc2VjcmV0");
  private static final String BODY =
      "{\"base\":{\"id\":\"app00000000000000\"},\"webhook\":{\"id\":\"ach00000000000000\"},"
          + "\"timestamp\":\"2022-02-01T21:25:05.663Z\"}";
  private static final String MAC =
      "hmac-sha256=26a5f8b7a527568ceada248cf2b0c2d7bc6c6e099016532131dc17421d5637fa";

  @Test
  void the_published_vector_fits() {
    assertThat(AirtableMac.of(SECRET, bytes(BODY))).isEqualTo(MAC);
    assertThat(AirtableMac.fits(SECRET, bytes(BODY), MAC)).isTrue();
  }

  @Test
  void another_body_secret_or_mac_does_not() {
    assertThat(AirtableMac.fits(SECRET, bytes(BODY + " "), MAC)).isFalse();
    assertThat(AirtableMac.fits(new Secret("c2VjcmV0"), bytes(BODY), MAC)).isFalse();
    assertThat(AirtableMac.fits(SECRET, bytes(BODY), MAC.toUpperCase(Locale.ROOT)))
        .isFalse();
    assertThat(AirtableMac.fits(SECRET, bytes(BODY), "")).isFalse();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
