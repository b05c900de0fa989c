package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.integrations.deepgram.Deepgram;
import dev.frontdesk.integrations.deepgram.DeepgramSettings;
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
import dev.frontdesk.voice.spi.AskedDetail;
import dev.frontdesk.voice.spi.Heard;
import dev.frontdesk.voice.spi.ListeningHint;
import dev.frontdesk.voice.spi.SpeechToText.Ears;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeepgramAdapterTest {
  private static final Secret KEY = new Secret("right-key");
  private static final CallId CALL = new CallId("call-1");
  private static final AudioFormat PHONE = AudioFormat.PHONE;
  private static final WireSettings SHORT_MESSAGES =
      new WireSettings(Duration.ofSeconds(10), Duration.ofSeconds(10), 1 << 16, 1 << 16);
  private static final WireSettings WATCHFUL =
      new WireSettings(Duration.ofMillis(500), Duration.ofMillis(500), 1 << 16, 1 << 16);

  private final MultiThreadIoEventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
  private final ClipRegistry clips = new ClipRegistry();
  private final SimulatedDeepgram vendor =
      SimulatedDeepgram.start(loops, clips, KEY, DeepgramLatency.NONE);
  private final MediaLoop loop = new NettyMediaLoop(loops.next());
  private final HeardLog heard = new HeardLog();
  private final Clip haircut =
      clip(1, 720, new ClipWord("a", 100, 180), new ClipWord("haircut", 200, 700));
  private final Clip tomorrow =
      clip(2, 1_020, new ClipWord("tomorrow", 100, 600), new ClipWord("please", 640, 1_000));

  @AfterEach
  void close() {
    vendor.close();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  @Test
  void nova_hears_an_utterance_and_its_end() {
    var ears = open(nova(), ListeningHint.OPEN);

    play(ears, haircut.audio());
    play(ears, SimulatedHearingTest.silence(PHONE, 400));

    assertThat(heard.utterance()).isEqualTo("a haircut");
    assertThat(heard.passed()).anyMatch(Heard.Interim.class::isInstance);
  }

  @Test
  void what_is_asked_for_comes_at_once() {
    var ears = open(nova(), ListeningHint.OPEN);

    play(ears, haircut.audio());
    loop.execute(ears::flush);

    assertThat(heard.next(Heard.Final.class).text().text()).isEqualTo("a haircut");
  }

  @Test
  void a_drop_in_the_middle_of_an_utterance_loses_no_word() {
    vendor.faults().next(new SimulatedFault.Drop(Duration.ofMillis(650)));
    var ears = open(nova(), ListeningHint.OPEN);

    play(ears, haircut.audio());
    var lost = heard.next(Heard.Lost.class);
    play(ears, SimulatedHearingTest.silence(PHONE, 400));
    play(ears, tomorrow.audio());
    play(ears, SimulatedHearingTest.silence(PHONE, 400));

    assertThat(lost.recovers()).isTrue();
    assertThat(heard.utterance()).isEqualTo("a haircut");
    assertThat(heard.utterance()).isEqualTo("tomorrow please");
  }

  @Test
  void audio_before_the_line_is_open_is_not_lost() {
    vendor.faults().next(new SimulatedFault.Refuse(503, -1));
    var ears = open(nova(), ListeningHint.OPEN);

    play(ears, haircut.audio());
    play(ears, SimulatedHearingTest.silence(PHONE, 400));

    assertThat(heard.next(Heard.Lost.class).failure()).isEqualTo(new Retryable("HTTP 503"));
    assertThat(heard.utterance()).isEqualTo("a haircut");
  }

  @Test
  void flux_tells_early_and_then_for_sure_when_a_turn_ends() {
    var ears = open(flux(), ListeningHint.OPEN);

    play(ears, haircut.audio());
    play(ears, SimulatedHearingTest.silence(PHONE, 600));

    var early = heard.next(Heard.EagerEndOfTurn.class);
    var end = heard.next(Heard.EndOfTurn.class);
    assertThat(early.turn()).isEqualTo(end.turn());
    assertThat(end.turn().text()).isEqualTo("a haircut");
  }

  @Test
  void flux_takes_an_early_end_back_when_the_caller_goes_on() {
    var ears = open(flux(), ListeningHint.OPEN);

    play(ears, haircut.audio());
    play(ears, SimulatedHearingTest.silence(PHONE, 200));
    play(ears, tomorrow.audio());
    play(ears, SimulatedHearingTest.silence(PHONE, 900));

    heard.next(Heard.EagerEndOfTurn.class);
    heard.next(Heard.TurnResumed.class);
    assertThat(heard.next(Heard.EndOfTurn.class).turn().text())
        .isEqualTo("a haircut tomorrow please");
  }

  @Test
  void flux_is_more_patient_while_a_number_is_asked_for() {
    var ears = open(flux(), new ListeningHint(AskedDetail.DIGITS, List.of("Ana"), () -> ""));

    play(ears, haircut.audio());
    play(ears, SimulatedHearingTest.silence(PHONE, 350));
    play(ears, tomorrow.audio());
    loop.execute(ears::flush);

    assertThat(heard.next(Heard.EndOfTurn.class).turn().text())
        .isEqualTo("a haircut tomorrow please");
  }

  @Test
  void a_new_hint_is_told_to_a_running_stream_and_taken() {
    var deepgram = nova();
    var ears = open(deepgram, ListeningHint.OPEN);
    play(ears, haircut.audio());
    heard.next(Heard.Interim.class);

    var names = List.of("Ana \"the scissors\" Whitfield");
    var hint = new ListeningHint(AskedDetail.NAME, names, () -> "");
    loop.execute(() -> ears.expect(hint));
    loop.execute(ears::flush);

    heard.next(Heard.Final.class);
    assertThat(deepgram.counters().of(Event.REFUSED)).isZero();
  }

  @Test
  void a_wrong_key_is_final() {
    var stranger = DeepgramSettings.nova(new Secret("wrong")).withBase(vendor.base());
    open(new Deepgram(stranger, SHORT_MESSAGES), ListeningHint.OPEN);

    assertThat(heard.next(Heard.Lost.class))
        .isEqualTo(new Heard.Lost(new Permanent("HTTP 401"), false));
  }

  @Test
  void too_many_streams_wait_as_told_or_give_up() {
    vendor.faults().next(new SimulatedFault.Refuse(429, 1));
    open(nova(), ListeningHint.OPEN);
    assertThat(heard.next(Heard.Lost.class))
        .isEqualTo(new Heard.Lost(new Throttled("HTTP 429", Duration.ofSeconds(1)), true));

    vendor.faults().always(new SimulatedFault.Refuse(429, 60));
    open(nova(), ListeningHint.OPEN);
    assertThat(heard.next(Heard.Lost.class).recovers()).isFalse();
  }

  @Test
  void a_vendor_that_is_not_there_is_given_up_after_some_tries() {
    var nobody = URI.create("ws://127.0.0.1:1");
    open(new Deepgram(settings().withBase(nobody), SHORT_MESSAGES), ListeningHint.OPEN);

    assertThat(heard.next(Heard.Lost.class))
        .isEqualTo(new Heard.Lost(new Retryable("connection refused"), true));
    assertThat(heard.next(Heard.Lost.class).recovers()).isFalse();
  }

  @Test
  void an_upgrade_that_is_never_answered_times_out() {
    vendor.faults().next(new SimulatedFault.Ignore());
    open(new Deepgram(settings().withBase(vendor.base()), WATCHFUL), ListeningHint.OPEN);

    assertThat(heard.next(Heard.Lost.class).failure())
        .isEqualTo(new Retryable("upgrade timed out"));
  }

  @Test
  void a_stalled_vendor_is_noticed_and_the_words_go_elsewhere() {
    vendor.faults().next(new SimulatedFault.Stall(Duration.ofMillis(300)));
    var watchful = new Deepgram(settings().withBase(vendor.base()), WATCHFUL);
    var ears = open(watchful, ListeningHint.OPEN);

    play(ears, haircut.audio());
    play(ears, SimulatedHearingTest.silence(PHONE, 400));

    assertThat(heard.next(Heard.Lost.class).failure())
        .isEqualTo(new Retryable("stalled: nothing acknowledged"));
    assertThat(heard.utterance()).isEqualTo("a haircut");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void messages_that_are_no_json_are_counted_and_end_a_line_when_they_go_on(int messages) {
    vendor.faults().next(new SimulatedFault.Garbage(messages));
    var deepgram = nova();
    var ears = open(deepgram, ListeningHint.OPEN);

    play(ears, haircut.audio());
    play(ears, SimulatedHearingTest.silence(PHONE, 400));
    play(ears, tomorrow.audio());
    play(ears, SimulatedHearingTest.silence(PHONE, 400));
    heard.next(Heard.Final.class);

    assertThat(deepgram.counters().of(Event.MALFORMED)).isEqualTo(messages);
  }

  @Test
  void a_message_beyond_all_bounds_ends_the_line_not_the_call() {
    vendor.faults().next(new SimulatedFault.Oversized(1 << 17));
    var ears = open(nova(), ListeningHint.OPEN);

    play(ears, haircut.audio());
    play(ears, SimulatedHearingTest.silence(PHONE, 400));

    assertThat(heard.next(Heard.Lost.class).recovers()).isTrue();
    assertThat(heard.utterance()).isEqualTo("a haircut");
  }

  @Test
  void the_vendors_reason_for_closing_decides_what_happens_next() {
    vendor
        .faults()
        .next(new SimulatedFault.CloseWith(Duration.ofMillis(20), 1008, "DATA-0000"));
    var ears = open(nova(), ListeningHint.OPEN);
    play(ears, haircut.audio());

    assertThat(heard.next(Heard.Lost.class))
        .isEqualTo(new Heard.Lost(new Permanent("closed 1008 DATA-0000"), false));
  }

  @Test
  void a_closed_ear_hears_nothing_and_leaves_the_vendor() throws Exception {
    var ears = open(nova(), ListeningHint.OPEN);
    play(ears, haircut.audio());
    heard.next(Heard.Interim.class);

    var closed = new CountDownLatch(1);
    loop.execute(
        () -> {
          ears.close();
          ears.audio(tomorrow.audio(), 0, 160);
          ears.flush();
          closed.countDown();
        });

    assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
    heard.forget();
    Eventually.holds(() -> vendor.open() == 0);
    assertThat(heard.isQuiet()).isTrue();
  }

  @Test
  void a_loop_that_is_not_nettys_serves_as_well() {
    var deepgram = nova();
    try (var plain = new PlainLoop()) {
      var ears =
          deepgram.open(CALL, PHONE, ListeningHint.OPEN, plain, heard);
      plain.execute(() -> ears.audio(haircut.audio(), 0, haircut.audio().length));
      plain.execute(ears::flush);
      assertThat(heard.next(Heard.Final.class).text().text()).isEqualTo("a haircut");
    }
    deepgram.close();
  }

  private DeepgramSettings settings() {
    return DeepgramSettings.nova(KEY);
  }

  private Deepgram nova() {
    return new Deepgram(settings().withBase(vendor.base()), SHORT_MESSAGES);
  }

  private Deepgram flux() {
    return new Deepgram(DeepgramSettings.flux(KEY).withBase(vendor.base()), SHORT_MESSAGES);
  }

  private Ears open(Deepgram deepgram, ListeningHint hint) {
    return deepgram.open(CALL, PHONE, hint, loop, heard);
  }

  private void play(Ears ears, byte[] audio) {
    for (int at = 0; at < audio.length; at += 160) {
      int from = at;
      loop.execute(() -> ears.audio(audio, from, Math.min(160, audio.length - from)));
    }
  }

  private Clip clip(int seed, int millis, ClipWord... words) {
    var clip = SimulatedHearingTest.noise(PHONE, millis, seed, List.of(words));
    clips.register(clip);
    return clip;
  }
}
