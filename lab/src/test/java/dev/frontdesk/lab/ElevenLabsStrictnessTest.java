package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.TimeUnit;

class ElevenLabsStrictnessTest {
  private static final String VOICE = "/v1/text-to-speech/voice-1/multi-stream-input";
  private static final String USUAL = VOICE + "?model_id=eleven_flash_v2_5&output_format=ulaw_8000";

  private final Vendors vendors = new Vendors();
  private final MultiThreadIoEventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private RawWire wire;

  @BeforeEach
  void open() {
    wire = wire(USUAL);
  }

  @AfterEach
  void close() {
    wire.close();
    vendors.close();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource({
    VOICE + "?output_format=ulaw_8000&format=wav, 400",
    VOICE + "?output_format=wav_8000, 400",
    VOICE + "?model_id=eleven_v9&output_format=ulaw_8000, 400",
    VOICE + "?output_format=ulaw_8000&inactivity_timeout=181, 400",
    "/v1/text-to-speech/multi-stream-input, 404"
  })
  void what_the_vendor_does_not_know_is_refused(String address, int status) {
    try (var other = wire(address)) {
      assertThat(other.awaitClosed()).isEqualTo(new Permanent("HTTP " + status));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{\"text\":\"Hello \",\"contextId\":\"c1\"}",
        "{\"text\":\"Hello\",\"context_id\":\"c1\"}",
        "{\"context_id\":\"never-opened\",\"flush\":true}",
        "{\"context_id\":\"never-opened\",\"close_context\":true}",
        "{\"text\":\"\",\"context_id\":\"never-opened\"}"
      })
  void a_wrong_message_is_answered_and_ends_the_connection(String message) {
    wire.awaitOpen().say(message);

    wire.awaitMessage("\"code\":1008");
    assertThat(wire.awaitClosed()).isEqualTo(new Permanent("closed 1008 invalid_message"));
  }

  @Test
  void five_contexts_are_the_most() {
    wire.awaitOpen();
    for (int context = 0; context < 6; context++) {
      wire.say("{\"text\":\" \",\"context_id\":\"c" + context + "\"}");
    }

    assertThat(wire.awaitMessage("error")).contains("more than 5 contexts");
  }

  @Test
  void a_connection_nobody_uses_is_closed() {
    try (var idle = wire(USUAL + "&inactivity_timeout=1").awaitOpen()) {
      idle.awaitMessage("input_timeout_exceeded");
      assertThat(idle.awaitClosed()).isInstanceOf(Permanent.class);
    }
  }

  @Test
  void nothing_sounds_before_it_is_flushed_and_a_closed_context_ends_with_its_last_word() {
    wire.awaitOpen()
        .say(
            "{\"text\":\" \",\"context_id\":\"c1\"}",
            "{\"text\":\"Hello there. \",\"context_id\":\"c1\"}",
            "{\"text\":\" \",\"context_id\":\"c2\"}",
            "{\"text\":\"Bye. \",\"context_id\":\"c2\",\"flush\":true}",
            "{\"context_id\":\"c2\",\"close_context\":true}");

    assertThat(wire.awaitMessage("contextId")).contains("\"audio\"", "\"contextId\":\"c2\"");
    assertThat(wire.awaitMessage("\"isFinal\":true")).contains("\"contextId\":\"c2\"");
    wire.say("{\"context_id\":\"c1\",\"close_context\":true}");
    assertThat(wire.awaitMessage("\"audio\"")).contains("\"contextId\":\"c1\"");
    wire.awaitMessage("\"isFinal\":true");
  }

  private RawWire wire(String address) {
    var uri = vendors.elevenLabs.base().resolve(address);
    return new RawWire(loops.next(), uri, "xi-api-key", "", Vendors.KEY);
  }
}
