package dev.frontdesk.integrations.vapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.frontdesk.integrations.twilio.DeafSocket;
import dev.frontdesk.integrations.twilio.Mutants;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.telephony.spi.MalformedFrame;
import io.netty.buffer.Unpooled;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whatever a client sends, the codec takes it or calls it malformed.
class VapiFuzzTest {
  private static final int ROUNDS = 10_000;
  private static final List<String> MESSAGES =
      List.of(
          "{\"type\":\"end-call\"}",
          "{\"type\":\"say\",\"content\":\"One moment\",\"endCallAfterSpoken\":true}",
          "{\"type\":\"add-message\",\"message\":{\"role\":\"user\",\"content\":\"x\"}}",
          "{\"type\":\"control\",\"control\":\"mute-assistant\"}");

  @FuzzTest(maxDuration = "5s")
  void text_of_any_bytes_is_taken_or_malformed(byte[] bytes) {
    text(bytes);
  }

  @FuzzTest(maxDuration = "5s")
  void audio_of_any_bytes_is_taken_or_malformed(byte[] bytes) {
    try {
      codec().binary(Unpooled.wrappedBuffer(bytes));
    } catch (MalformedFrame e) {
      assertThat(bytes.length % 2).isEqualTo(1);
    }
  }

  @Test
  void mutated_text_is_taken_or_malformed() {
    var mutants = new Mutants(MESSAGES, 3);
    int taken = 0;
    for (int i = 0; i < ROUNDS; i++) {
      taken += text(mutants.next()) ? 1 : 0;
    }
    assertThat(taken).as("some mutants still make sense, not all").isBetween(1, ROUNDS - 1);
  }

  private static boolean text(byte[] bytes) {
    try {
      codec().text(Unpooled.wrappedBuffer(bytes));
      return true;
    } catch (MalformedFrame e) {
      return false;
    }
  }

  private static VapiCodec codec() {
    var codec = new VapiCodec(AudioFormat.WIDEBAND, (_, _) -> true, () -> {});
    codec.opened(new DeafSocket());
    return codec;
  }
}
