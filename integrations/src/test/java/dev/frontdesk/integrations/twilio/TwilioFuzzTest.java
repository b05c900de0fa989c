package dev.frontdesk.integrations.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.frontdesk.telephony.spi.MalformedFrame;
import dev.frontdesk.telephony.spi.MalformedRequest;
import dev.frontdesk.telephony.spi.WebhookRequest;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whatever arrives, the parsers answer with a value or with their own error, and come to an end.
/// `./mvnw verify` replays and mutates a fixed number of inputs; with `JAZZER_FUZZ=1` each target
/// is fuzzed by coverage.
class TwilioFuzzTest {
  private static final int ROUNDS = 10_000;
  private static final List<String> FRAMES =
      List.of(
          "{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}",
          Twilio.start("CA1"),
          Twilio.media(new byte[160], 20),
          "{\"event\":\"dtmf\",\"streamSid\":\"MZ1\",\"dtmf\":{\"digit\":\"1\"}}",
          "{\"event\":\"mark\",\"streamSid\":\"MZ1\",\"mark\":{\"name\":\"g\\u0031\"}}",
          "{\"event\":\"stop\",\"stop\":{\"x\":[1,-2.5e+3,{\"y\":null}]}}");
  private static final List<String> FORMS =
      List.of(
          "CallSid=CA1&From=%2B14155550123&To=%2B14155550100&Direction=inbound&CallStatus=ringing",
          "CallSid=CA1&From=+&To=%E2%82%AC&CallStatus=completed&&=&a=b=c");

  private final TwilioCarrier twilio = new TwilioCarrier(Twilio.SETTINGS);

  @FuzzTest(maxDuration = "5s")
  void a_frame_of_any_bytes_is_taken_or_malformed(byte[] bytes) {
    frame(bytes);
  }

  @FuzzTest(maxDuration = "5s")
  void a_webhook_of_any_bytes_is_taken_or_malformed(byte[] bytes) {
    webhook(bytes);
  }

  @Test
  void mutated_frames_are_taken_or_malformed() {
    var mutants = new Mutants(FRAMES, 1);
    int taken = 0;
    for (int i = 0; i < ROUNDS; i++) {
      taken += frame(mutants.next()) ? 1 : 0;
    }
    assertThat(taken).as("some mutants still make sense, not all").isBetween(1, ROUNDS - 1);
  }

  @Test
  void mutated_webhooks_are_taken_or_malformed() {
    var mutants = new Mutants(FORMS, 2);
    int taken = 0;
    for (int i = 0; i < ROUNDS; i++) {
      taken += webhook(mutants.next()) ? 1 : 0;
    }
    assertThat(taken).as("some mutants still make sense, not all").isBetween(1, ROUNDS - 1);
  }

  @Test
  void seeds_make_sense() {
    for (var seed : FRAMES) {
      assertThat(frame(seed.getBytes(StandardCharsets.UTF_8))).as(seed).isTrue();
    }
    assertThat(webhook(FORMS.getFirst().getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  private static boolean frame(byte[] bytes) {
    var codec = new TwilioCodec();
    codec.opened(new DeafSocket());
    try {
      codec.text(Unpooled.wrappedBuffer(bytes));
      return true;
    } catch (MalformedFrame e) {
      return false;
    }
  }

  private boolean webhook(byte[] bytes) {
    var request =
        new WebhookRequest(
            "POST",
            "/twilio/voice",
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            bytes);
    assertThat(twilio.signed(request)).isFalse();
    try {
      twilio.inbound(request);
      twilio.report(request);
      return true;
    } catch (MalformedRequest e) {
      return false;
    }
  }
}
