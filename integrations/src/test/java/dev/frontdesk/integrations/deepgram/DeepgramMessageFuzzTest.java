package dev.frontdesk.integrations.deepgram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

/// Whatever a vendor sends is a message or not JSON; nothing else comes of it.
class DeepgramMessageFuzzTest {
  private static final List<String> MESSAGES =
      List.of(
          "{\"type\":\"Results\",\"start\":1.5,\"duration\":2e0,\"is_final\":true,\"channel\":"
              + "{\"alternatives\":[{\"transcript\":\"yes\",\"words\":[{\"word\":\"yes\"}]}]}}",
          "{\"type\":\"TurnInfo\",\"event\":\"EndOfTurn\",\"transcript\":\"\\u00e9\","
              + "\"audio_window_end\":1.9,\"end_of_turn_confidence\":0.42}",
          "{\"type\":\"Error\",\"code\":[1,{\"a\":null}],\"description\":\"\"}");

  @Test
  void a_damaged_message_is_read_or_refused_as_not_json() {
    var random = new Random(11);
    int read = 0;
    for (int round = 0; round < 30_000; round++) {
      byte[] bytes = damaged(MESSAGES.get(round % MESSAGES.size()), random);
      try {
        read += DeepgramMessage.read(bytes, bytes.length).type().isEmpty() ? 0 : 1;
      } catch (JacksonException e) {
        assertThat(e).isNotNull();
      }
    }
    assertThat(read).isGreaterThan(1_000);
  }

  private static byte[] damaged(String message, Random random) {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(3)) {
        case 0 -> bytes[at] = (byte) "{}[]\",:0truen\\".charAt(random.nextInt(14));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        default -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
      }
    }
    return bytes;
  }
}
