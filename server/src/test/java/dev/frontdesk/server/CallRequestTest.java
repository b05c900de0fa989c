package dev.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.AudioFormat.Encoding;
import dev.frontdesk.server.ApiErrors.BadRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallRequestTest {
  private static final Map<String, Object> WEBSOCKET = Map.of("provider", "vapi.websocket");

  @Test
  void audio_is_wideband_unless_told_otherwise() {
    var request = CallRequest.read(Map.of("assistantId", "a", "transport", WEBSOCKET));

    assertThat(request.format()).isEqualTo(AudioFormat.WIDEBAND);
  }

  @Test
  void a_phone_format_can_be_asked_for() {
    var request = CallRequest.read(body(Map.of("format", "mulaw", "container", "raw")));

    assertThat(request.format()).isEqualTo(new AudioFormat(Encoding.ULAW, 8_000));
  }

  @Test
  void every_mistake_is_told_at_once_in_the_protocols_words() {
    var mistakes = mistakes(Map.of("customer", Map.of(), "colour", "red"));

    assertThat(mistakes)
        .contains("property colour should not exist")
        .anyMatch(mistake -> mistake.startsWith("customer cannot be combined"))
        .anyMatch(mistake -> mistake.contains("assistantId"))
        .anyMatch(mistake -> mistake.contains("transport"));
  }

  @Test
  void impossible_audio_is_refused() {
    assertThat(mistakes(body(Map.of("format", "opus")))).hasSize(1);
    assertThat(mistakes(body(Map.of("sampleRate", 3_000)))).hasSize(1);
    assertThat(mistakes(body(Map.of("sampleRate", "fast")))).hasSize(1);
    assertThat(mistakes(body(Map.of("container", "wav")))).hasSize(1);
    assertThat(mistakes(body(Map.of("bitDepth", 16))))
        .containsExactly("transport.audioFormat.property bitDepth should not exist");
  }

  private static Map<String, Object> body(Map<String, Object> audio) {
    return Map.of(
        "assistantId", "a",
        "transport", Map.of("provider", "vapi.websocket", "audioFormat", audio));
  }

  private static List<String> mistakes(Map<String, Object> body) {
    var bad = catchThrowableOfType(BadRequest.class, () -> CallRequest.read(body));
    assertThat(bad).isNotNull();
    return bad.mistakes();
  }
}
