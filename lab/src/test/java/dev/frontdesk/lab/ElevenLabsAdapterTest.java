package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.integrations.elevenlabs.ElevenLabs;
import dev.frontdesk.integrations.elevenlabs.ElevenLabsSettings;
import dev.frontdesk.integrations.wire.WireCounters.Event;
import dev.frontdesk.integrations.wire.WireSettings;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.telephony.spi.NettyMediaLoop;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Throttled;
import dev.frontdesk.vocabulary.Secret;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElevenLabsAdapterTest {
  private static final Secret KEY = new Secret("right-key");
  private static final CallId CALL = new CallId("call-1");
  private static final AudioFormat PHONE = AudioFormat.PHONE;
  private static final String TEXT = "You're booked: Tuesday, June 16 at 3 PM.";
  private static final WireSettings WIRE =
      new WireSettings(Duration.ofSeconds(10), Duration.ofSeconds(10), 1 << 18, 1 << 16);

  private final MultiThreadIoEventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
  private final ElevenLabsVoice voice = ElevenLabsVoice.bursts();
  private final SimulatedElevenLabs vendor =
      SimulatedElevenLabs.start(loops, voice, KEY, ElevenLabsLatency.NONE);
  private final MediaLoop loop = new NettyMediaLoop(loops.next());
  private final ElevenLabs elevenLabs = adapter(KEY, vendor.base(), Duration.ofSeconds(5), 10);

  @AfterEach
  void close() {
    elevenLabs.close();
    vendor.close();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource({"ULAW, 8000", "L16, 8000", "L16, 16000", "L16, 24000"})
  void an_utterance_arrives_whole_in_the_legs_own_format(AudioFormat.Encoding encoding, int rate) {
    var format = new AudioFormat(encoding, rate);
    assertThat(elevenLabs.gives(format)).isEqualTo(format);

    var spoken = new SpokenLog();
    elevenLabs.speak(CALL, TEXT, Locale.US, format, loop, spoken);

    assertThat(spoken.awaitEnd().audio()).isEqualTo(voice.say(TEXT, format).audio());
    assertThat(spoken.failure()).isEmpty();
  }

  @Test
  void words_are_timed_where_they_sound() {
    var spoken = say(CALL, TEXT).awaitEnd();
    var speech = voice.say(TEXT, PHONE);

    assertThat(spoken.words())
        .extracting(word -> TEXT.substring(word.fromChar(), word.toChar()))
        .containsExactly(TEXT.split(" "));
    assertThat(spoken.words())
        .allSatisfy(
            word -> {
              assertThat(word.startMs()).isEqualTo(speech.startMs()[word.fromChar()]);
              assertThat(word.endMs()).isEqualTo(speech.endMs()[word.toChar() - 1]);
            });
  }

  @Test
  void a_call_speaks_over_one_line_again_and_again() {
    elevenLabs.prepare(CALL, loop);
    for (int i = 0; i < 8; i++) {
      assertThat(say(CALL, "Sentence number " + i + ".").awaitEnd().failure()).isEmpty();
    }

    assertThat(elevenLabs.counters().of(Event.CONNECTED)).isEqualTo(1);
  }

  @Test
  void calls_do_not_share_a_line_while_they_speak() {
    var first = say(CALL, TEXT);
    var second = say(new CallId("call-2"), TEXT);

    first.awaitEnd();
    second.awaitEnd();

    assertThat(elevenLabs.counters().of(Event.CONNECTED)).isEqualTo(2);
  }

  @Test
  void after_a_cancel_nothing_comes_and_the_line_goes_on() {
    var slow =
        SimulatedElevenLabs.start(
            loops, voice, KEY,
            new ElevenLabsLatency(
                Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(100)));
    try (slow;
        var patient = adapter(KEY, slow.base(), Duration.ofSeconds(5), 10)) {
      var cut = new SpokenLog();
      var speaking = patient.speak(CALL, TEXT, Locale.US, PHONE, loop, cut);
      cut.awaitAudio();
      loop.execute(speaking::cancel);
      var next = new SpokenLog();
      patient.speak(CALL, "Yes?", Locale.US, PHONE, loop, next);

      assertThat(next.awaitEnd().audio()).isEqualTo(voice.say("Yes?", PHONE).audio());
      assertThat(cut.endings()).isZero();
      assertThat(cut.audio().length).isLessThan(voice.say(TEXT, PHONE).audio().length);
      assertThat(patient.counters().of(Event.CONNECTED)).isEqualTo(1);
    }
  }

  @Test
  void a_line_that_dies_before_the_first_sound_is_replaced_unheard() {
    vendor.faults().next(new SimulatedFault.Refuse(502, -1));

    assertThat(say(CALL, TEXT).awaitEnd().failure()).isEmpty();
  }

  @Test
  void a_line_that_dies_in_the_middle_fails_the_utterance_once() {
    vendor.faults().next(new SimulatedFault.Drop(Duration.ofMillis(600)));

    var spoken = say(CALL, TEXT).awaitEnd();

    assertThat(spoken.failure()).contains(new Retryable("connection lost"));
    assertThat(spoken.endings()).isEqualTo(1);
    assertThat(say(CALL, TEXT).awaitEnd().failure()).isEmpty();
  }

  @Test
  void a_vendor_that_falls_silent_is_not_waited_for() {
    vendor.faults().always(new SimulatedFault.Stall(Duration.ofMillis(600)));
    try (var hasty = adapter(KEY, vendor.base(), Duration.ofMillis(300), 10)) {
      var spoken = new SpokenLog();
      hasty.speak(CALL, TEXT, Locale.US, PHONE, loop, spoken);

      assertThat(spoken.awaitEnd().failure()).contains(new Retryable("no audio within PT0.3S"));
    }
  }

  @Test
  void failures_say_what_may_be_done_next() {
    vendor.faults().next(new SimulatedFault.Refuse(429, 7));
    assertThat(say(CALL, TEXT).awaitEnd().failure())
        .contains(new Throttled("HTTP 429", Duration.ofSeconds(7)));

    vendor.faults().always(new SimulatedFault.Refuse(503, -1));
    assertThat(say(CALL, TEXT).awaitEnd().failure()).contains(new Retryable("HTTP 503"));

    try (var stranger = adapter(new Secret("wrong"), vendor.base(), Duration.ofSeconds(1), 1)) {
      vendor.faults().always(new SimulatedFault.None());
      var spoken = new SpokenLog();
      stranger.speak(CALL, TEXT, Locale.US, PHONE, loop, spoken);
      assertThat(spoken.awaitEnd().failure()).contains(new Permanent("HTTP 401"));
    }
    try (var lost = adapter(KEY, URI.create("ws://127.0.0.1:1"), Duration.ofSeconds(1), 1)) {
      var spoken = new SpokenLog();
      lost.speak(CALL, TEXT, Locale.US, PHONE, loop, spoken);
      assertThat(spoken.awaitEnd().failure()).contains(new Retryable("connection refused"));
    }
  }

  @Test
  void when_all_lines_are_busy_the_next_call_is_told_so() {
    try (var small = adapter(KEY, vendor.base(), Duration.ofSeconds(5), 1)) {
      var first = new SpokenLog();
      var second = new SpokenLog();
      small.speak(CALL, TEXT, Locale.US, PHONE, loop, first);
      small.speak(new CallId("call-2"), TEXT, Locale.US, PHONE, loop, second);

      assertThat(second.awaitEnd().failure().orElseThrow()).isInstanceOf(Throttled.class);
      assertThat(first.awaitEnd().failure()).isEmpty();
    }
  }

  @Test
  void at_the_limit_an_idle_line_serves_another_call_or_makes_room_for_another_format() {
    try (var small = adapter(KEY, vendor.base(), Duration.ofSeconds(5), 1)) {
      for (var format : List.of(PHONE, PHONE, AudioFormat.WIDEBAND)) {
        var spoken = new SpokenLog();
        var call = new CallId("call-" + UUID.randomUUID());
        small.speak(call, TEXT, Locale.US, format, loop, spoken);
        assertThat(spoken.awaitEnd().failure()).isEmpty();
      }
      assertThat(small.counters().of(Event.CONNECTED)).isEqualTo(2);
    }
  }

  @Test
  void broken_messages_are_counted_and_end_the_line_when_they_go_on() {
    vendor.faults().always(new SimulatedFault.Garbage(100));

    assertThat(say(CALL, TEXT).awaitEnd().failure())
        .contains(new Retryable("messages that are not JSON"));
    assertThat(elevenLabs.counters().of(Event.MALFORMED)).isGreaterThanOrEqualTo(3);
  }

  @Test
  void a_message_beyond_all_bounds_ends_the_line_not_the_utterance() {
    vendor.faults().next(new SimulatedFault.Oversized(1 << 19));

    assertThat(say(CALL, TEXT).awaitEnd().failure()).isEmpty();
  }

  @Test
  void the_vendors_reason_for_closing_decides_what_happens_next() {
    vendor.faults().next(
        new SimulatedFault.CloseWith(Duration.ofMillis(200), 1008, "quota_exceeded"));

    assertThat(say(CALL, TEXT).awaitEnd().failure())
        .contains(new Permanent("closed 1008 quota_exceeded"));
  }

  private SpokenLog say(CallId call, String text) {
    var spoken = new SpokenLog();
    elevenLabs.speak(call, text, Locale.US, PHONE, loop, spoken);
    return spoken;
  }

  private static ElevenLabs adapter(Secret key, URI base, Duration patience, int mostLines) {
    return new ElevenLabs(
        new ElevenLabsSettings(base, key, "voice-1", "eleven_flash_v2_5", patience, mostLines),
        WIRE);
  }
}
