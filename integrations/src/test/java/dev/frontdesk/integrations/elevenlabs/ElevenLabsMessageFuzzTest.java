package dev.frontdesk.integrations.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Throttled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

class ElevenLabsMessageFuzzTest {
  private static final String MESSAGE =
      "{\"audio\":\"AAECAwQFBgc=\",\"isFinal\":null,\"contextId\":\"u1\",\"alignment\":"
          + "{\"chars\":[\"H\",\"i\"],\"charStartTimesMs\":[0,3],\"charDurationsMs\":[3,4]}}";

  @Test
  void a_damaged_message_is_read_or_refused_as_not_json() {
    var random = new Random(12);
    int read = 0;
    for (int round = 0; round < 30_000; round++) {
      byte[] bytes = damaged(random);
      try {
        var message = ElevenLabsMessage.read(bytes, bytes.length);
        new WordClock("Hi there").take(message.alignment(), 0);
        read += message.context().isEmpty() ? 0 : 1;
      } catch (JacksonException e) {
        assertThat(e).isNotNull();
      }
    }
    assertThat(read).isGreaterThan(1_000);
  }

  @ParameterizedTest
  @CsvSource({
    "too_many_concurrent_requests, 1008, Throttled",
    "system_busy, 1011, Throttled",
    "quota_exceeded, 1008, Permanent",
    "invalid_api_key, 401, Permanent",
    "internal_error, 1011, Retryable"
  })
  void an_error_in_a_message_says_what_may_be_done_next(String error, int code, String kind) {
    byte[] json =
        "{\"message\":\"m\",\"error\":\"%s\",\"code\":%d}"
            .formatted(error, code)
            .getBytes(StandardCharsets.UTF_8);

    assertThat(ElevenLabsMessage.read(json, json.length).failure())
        .isInstanceOf(
            switch (kind) {
              case "Throttled" -> Throttled.class;
              case "Permanent" -> Permanent.class;
              default -> Retryable.class;
            });
  }

  private static byte[] damaged(Random random) {
    byte[] bytes = MESSAGE.getBytes(StandardCharsets.UTF_8);
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
