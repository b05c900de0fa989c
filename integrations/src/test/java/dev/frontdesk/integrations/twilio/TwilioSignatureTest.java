package dev.frontdesk.integrations.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Vectors that Twilio and its libraries publish.
class TwilioSignatureTest {
  private static final Secret TOKEN = new Secret("12345");
  private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
  private static final String BODY_HASH =
      "bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
  private static final byte[] BODY =
      "{\"property\": \"value\", \"boolean\": true}".getBytes(StandardCharsets.US_ASCII);
  private static final Map<String, List<String>> FORM =
      Map.of(
          "Digits", List.of("1234"),
          "CallSid", List.of("CA1234567890ABCDE"),
          "To", List.of("+18005551212"),
          "Caller", List.of("+14158675309"),
          "From", List.of("+14158675309"));

  @Test
  void a_form_is_signed_with_its_sorted_fields() {
    assertThat(TwilioSignature.of(TOKEN, URL, FORM)).isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
  }

  @Test
  void an_older_published_form_is_signed_so_too() {
    var form =
        Map.of(
            "CallSid", List.of("CA1234567890ABCDE"),
            "Caller", List.of("+12349013030"),
            "Digits", List.of("1234"),
            "From", List.of("+12349013030"),
            "To", List.of("+18005551212"));

    assertThat(TwilioSignature.of(TOKEN, URL, form)).isEqualTo("0/KCTR6DLpKmkAf8muzZqo1nDgQ=");
  }

  @Test
  void a_message_webhook_is_signed_the_same_way() {
    var form =
        Map.of(
            "AccountSid", List.of("AC00000000000000000000000000000001"),
            "ApiVersion", List.of("2010-04-01"),
            "From", List.of("+15017122661"),
            "MessageSid", List.of("SM00000000000000000000000000000001"),
            "MessageStatus", List.of("delivered"),
            "To", List.of("+15558675310"));

    assertThat(
            TwilioSignature.of(
                new Secret("test_token"), "https://example.com/hooks/sms", form))
        .isEqualTo("UW0mmAR5zQrD3RpLtwCgA05wBQY=");
  }

  @Test
  void a_json_body_is_signed_by_its_hash_in_the_address() {
    var url = URL + "&" + BODY_HASH;
    assertThat(valid(url, BODY, "a9nBmqA0ju/hNViExpshrM61xv4=")).isTrue();
    var bare = "https://mycompany.com/myapp.php?" + BODY_HASH;
    assertThat(valid(bare, BODY, "y77kIzt2vzLz71DgmJGsen2scGs=")).isTrue();

    var other = "{\"property\": \"valuE\", \"boolean\": true}".getBytes(StandardCharsets.US_ASCII);
    assertThat(valid(url, other, "a9nBmqA0ju/hNViExpshrM61xv4=")).isFalse();
    assertThat(valid(URL, BODY, TwilioSignature.of(TOKEN, URL, Map.of()))).isFalse();
  }

  @Test
  void the_port_may_be_in_the_signed_address_or_not() {
    var withPort = "https://mycompany.com:443/myapp.php?foo=1&bar=2";
    var signedWithPort = TwilioSignature.of(TOKEN, withPort, FORM);
    var signedWithout = TwilioSignature.of(TOKEN, URL, FORM);

    assertThat(TwilioSignature.valid(TOKEN, URL, FORM, signedWithPort)).isTrue();
    assertThat(TwilioSignature.valid(TOKEN, withPort, FORM, signedWithout)).isTrue();
    assertThat(
            TwilioSignature.valid(
                TOKEN, "https://mycompany.com:8443/myapp.php?foo=1&bar=2", FORM, signedWithout))
        .isTrue();
    assertThat(
            TwilioSignature.valid(
                TOKEN, "http://mycompany.com/myapp.php?foo=1&bar=2", FORM, signedWithout))
        .isFalse();
  }

  @Test
  void a_media_socket_is_signed_over_its_wss_address_alone() {
    var url = "wss://desk.example.com/media/twilio/token";
    var signature = TwilioSignature.of(TOKEN, url, Map.of());

    assertThat(TwilioSignature.valid(TOKEN, url, Map.of(), signature)).isTrue();
    assertThat(TwilioSignature.valid(TOKEN, url + "2", Map.of(), signature)).isFalse();
    assertThat(TwilioSignature.valid(new Secret("x"), url, Map.of(), signature)).isFalse();
    assertThat(TwilioSignature.valid(TOKEN, url, Map.of(), "")).isFalse();
  }

  @Test
  void repeated_fields_count_once_each_and_sorted() {
    var twice = Map.of("To", List.of("b", "a", "b"));
    var sorted = Map.of("To", List.of("a", "b"));

    assertThat(TwilioSignature.of(TOKEN, URL, twice))
        .isEqualTo(TwilioSignature.of(TOKEN, URL, sorted));
  }

  private static boolean valid(String url, byte[] body, String signature) {
    return TwilioSignature.validBody(TOKEN, url, body, signature);
  }
}
