package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.integrations.deepgram.Deepgram;
import dev.frontdesk.integrations.deepgram.DeepgramSettings;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.telephony.spi.NettyMediaLoop;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.Secret;
import dev.frontdesk.voice.spi.Heard;
import dev.frontdesk.voice.spi.ListeningHint;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The simulator is as unforgiving as the vendor, or a mistake of ours would pass here and fail
/// there.
class DeepgramStrictnessTest {
  private static final Secret KEY = new Secret("right-key");
  private static final String NOVA = "/v1/listen?model=nova-3&encoding=mulaw&sample_rate=8000";
  private static final String FLUX =
      "/v2/listen?model=flux-general-en&encoding=mulaw&sample_rate=8000";

  private final MultiThreadIoEventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final ClipRegistry clips = new ClipRegistry();
  private final DeepgramLatency impatient =
      new DeepgramLatency(
          Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMillis(100),
          Duration.ofMillis(600));
  private final SimulatedDeepgram vendor = SimulatedDeepgram.start(loops, clips, KEY, impatient);

  @AfterEach
  void close() {
    vendor.close();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/listen?model=nova-3&encoding=mulaw&sample_rate=8000&interims=true, 400",
    "/v1/listen?model=nova-3&encoding=mp3&sample_rate=8000, 400",
    "/v1/listen?model=nova-3&encoding=mulaw, 400",
    "/v1/listen?model=whisper&encoding=mulaw&sample_rate=8000, 400",
    "/v1/listen?model=nova-3&encoding=mulaw&sample_rate=8000&vad_events=yes, 400",
    "/v1/listen?model=nova-3&encoding=mulaw&sample_rate=8000&utterance_end_ms=1000, 400",
    "/v2/listen?model=nova-3&encoding=mulaw&sample_rate=8000, 400",
    "/v2/listen?model=flux-general-en&encoding=mulaw&sample_rate=8000&endpointing=10, 400",
    "/v2/listen?model=flux-general-en&encoding=mulaw&sample_rate=8000&eot_threshold=0.2, 400",
    "/v3/listen?model=nova-3&encoding=mulaw&sample_rate=8000, 404"
  })
  void what_the_vendor_does_not_know_is_refused(String address, int status) {
    try (var wire = wire(address)) {
      assertThat(wire.awaitClosed()).isEqualTo(new Permanent("HTTP " + status));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"type\":\"Finalise\"}", "{\"type\":\"ForceEndTurn\"}", "Finalize"})
  void an_unknown_message_is_answered_and_ends_the_stream(String message) {
    try (var wire = wire(NOVA).awaitOpen().say(message)) {
      wire.awaitMessage("UnparsableClientMessage");
      assertThat(wire.awaitClosed()).isEqualTo(new Permanent("closed 1008 DATA-0000"));
    }
  }

  @Test
  void flux_knows_no_keep_alive() {
    try (var wire = wire(FLUX).awaitOpen().say("{\"type\":\"KeepAlive\"}")) {
      assertThat(wire.awaitClosed()).isInstanceOf(Permanent.class);
    }
  }

  @Test
  void flux_refuses_thresholds_out_of_range_and_goes_on() {
    String wrong = "{\"type\":\"Configure\",\"thresholds\":{\"eot_threshold\":7}}";
    String right = "{\"type\":\"Configure\",\"thresholds\":{\"eot_threshold\":0.9}}";
    try (var wire = wire(FLUX).awaitOpen().say(wrong, right)) {
      wire.awaitMessage("ConfigureFailure");
      wire.awaitMessage("ConfigureSuccess");
    }
  }

  @Test
  void a_silent_stream_is_hung_up_on_and_ours_is_not_silent() {
    var log = new HeardLog();
    var loop = new NettyMediaLoop(loops.next());
    var haircut =
        SimulatedHearingTest.noise(
            AudioFormat.PHONE, 900, 1, List.of(new ClipWord("haircut", 100, 800)));
    clips.register(haircut);
    for (var settings : List.of(DeepgramSettings.nova(KEY), DeepgramSettings.flux(KEY))) {
      var ours = settings.withBase(vendor.base()).withKeepAlive(Duration.ofMillis(100));
      var ears =
          new Deepgram(ours)
              .open(new CallId("c1"), AudioFormat.PHONE, ListeningHint.OPEN, loop, log);
      try (var silent = wire(NOVA).awaitOpen()) {
        assertThat(silent.awaitClosed()).isEqualTo(new Retryable("closed 1011 NET-0001"));
      }

      loop.execute(() -> ears.audio(haircut.audio(), 0, haircut.audio().length));
      loop.execute(ears::flush);
      boolean flux = settings.model().startsWith("flux");
      Class<? extends Heard> answer = flux ? Heard.EndOfTurn.class : Heard.Final.class;
      log.next(answer);
      loop.execute(ears::close);
    }
    assertThat(log.passed()).noneMatch(Heard.Lost.class::isInstance);
  }

  @Test
  void the_gap_after_the_last_word_ends_an_utterance_that_endpointing_missed() {
    String address =
        NOVA + "&interim_results=true&endpointing=0&utterance_end_ms=1000&vad_events=true";
    byte[] words =
        SimulatedHearingTest.noise(
                AudioFormat.PHONE, 900, 1, List.of(new ClipWord("haircut", 100, 800)))
            .audio();
    clips.register(
        new Clip(words, AudioFormat.PHONE, List.of(new ClipWord("haircut", 100, 800))));
    try (var wire = wire(address).awaitOpen()) {
      wire.play(words).play(SimulatedHearingTest.silence(AudioFormat.PHONE, 1_000));

      assertThat(wire.awaitMessage("SpeechStarted")).contains("\"timestamp\":0.100");
      assertThat(wire.awaitMessage("Results")).contains("\"is_final\":false", "haircut");
      assertThat(wire.awaitMessage("UtteranceEnd")).contains("\"last_word_end\":0.800");
    }
  }

  private RawWire wire(String address) {
    return new RawWire(
        loops.next(), vendor.base().resolve(address), "Authorization", "Token ", KEY);
  }
}
