package dev.frontdesk.integrations.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Throttled;
import dev.frontdesk.vocabulary.Secret;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireFailuresTest {
  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 403, 404, 422})
  void what_a_person_must_change_is_permanent(int status) {
    assertThat(WireFailures.ofStatus(status, null)).isEqualTo(new Permanent("HTTP " + status));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504})
  void what_may_pass_is_retryable(int status) {
    assertThat(WireFailures.ofStatus(status, null)).isEqualTo(new Retryable("HTTP " + status));
  }

  @Test
  void throttling_waits_as_told_within_reason() {
    assertThat(WireFailures.ofStatus(429, "12")).isEqualTo(throttled(12));
    assertThat(WireFailures.ofStatus(429, null)).isEqualTo(throttled(1));
    assertThat(WireFailures.ofStatus(429, "Wed, 21 Oct 2026 07:28:00 GMT")).isEqualTo(throttled(1));
    assertThat(WireFailures.ofStatus(429, "99999")).isEqualTo(throttled(300));
  }

  @Test
  void a_close_code_says_whose_turn_it_is() {
    assertThat(WireFailures.ofClose(1008, "DATA-0000"))
        .isEqualTo(new Permanent("closed 1008 DATA-0000"));
    assertThat(WireFailures.ofClose(1011, "NET-0001"))
        .isEqualTo(new Retryable("closed 1011 NET-0001"));
    assertThat(WireFailures.ofClose(1013, "")).isInstanceOf(Throttled.class);
    assertThat(WireFailures.ofClose(-1, "")).isInstanceOf(Retryable.class);
  }

  @Test
  void a_reason_is_cut_and_made_printable() {
    var failure = (Retryable) WireFailures.ofClose(1011, "bad\nline\u0007" + "x".repeat(500));

    assertThat(failure.detail()).startsWith("closed 1011 bad?line?x").hasSizeLessThan(140);
  }

  @Test
  void errors_before_a_connection_stands_are_told_apart() {
    assertThat(WireFailures.ofError(new ConnectException("x")))
        .isEqualTo(new Retryable("connection refused"));
    assertThat(WireFailures.ofError(new UnknownHostException("x")))
        .isEqualTo(new Retryable("unknown host"));
    assertThat(WireFailures.ofError(new SSLHandshakeException("x")))
        .isEqualTo(new Permanent("TLS failed"));
  }

  @Test
  void a_target_prints_neither_its_key_nor_its_query() {
    var target =
        new WireTarget(
            URI.create("wss://api.example.com/v1/listen?keyterm=Dana"),
            "Authorization",
            "Token ",
            new Secret("sesame"));

    assertThat(target.toString()).isEqualTo("wss://api.example.com:443/v1/listen");
  }

  private static Failure throttled(int seconds) {
    return new Throttled("HTTP 429", Duration.ofSeconds(seconds));
  }
}
