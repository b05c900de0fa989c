package dev.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingTest {
  private static final Instant NINE = Instant.parse("2026-06-12T09:00:00Z");
  private static final String NOTICE = "This call is recorded.";

  private final Scene scene = new Scene();
  private final Tape tape = new Tape();
  private final List<String> consents = new ArrayList<>();

  RecordingTest() {
    scene.recording =
        new Recording.Announced(
            NOTICE,
            (_, _, wording, method, at) -> consents.add(wording + " " + method + " " + at),
            tape,
            scene.loop.clockFrom(NINE));
  }

  @Test
  void nothing_is_recorded_before_the_notice_was_heard_and_the_consent_logged() {
    scene.agent.says("Hello, how can I help?");
    scene.open().pass(1_300);
    assertThat(tape.begun).isFalse();

    scene.untilListening(0);

    assertThat(tape.begun).isTrue();
    assertThat(consents).singleElement().asString()
        .startsWith(NOTICE + " STAYED_ON_LINE 2026-06-12T09:00:01.");
    assertThat(tape.agent).isNotEmpty();
    assertThat(tape.agent.getFirst().code()).isEqualTo((byte) 2);
  }

  @Test
  void a_notice_that_was_cut_short_is_no_consent() {
    scene.open().pass(600);
    scene.conversation().keyPressed('1');
    scene.pass(20_000);

    assertThat(tape.begun).isFalse();
    assertThat(consents).isEmpty();
  }

  @Test
  void a_consent_that_cannot_be_logged_is_none() {
    scene.recording =
        new Recording.Announced(
            NOTICE,
            (_, _, _, _, _) -> {
              throw new IllegalStateException("scripted");
            },
            tape,
            scene.loop.clockFrom(NINE));
    scene.open().untilListening(0);

    assertThat(tape.begun).isFalse();
  }

  @Test
  void our_audio_is_placed_where_it_was_heard_and_the_callers_by_the_carriers_time() {
    scene.agent.says("Hello, how can I help?").says("Certainly.");
    scene.open().untilListening(0).says("A haircut please.").untilListening(1);

    var played =
        scene.line.played().stream().filter(frame -> frame.code() == 3).findFirst().orElseThrow();
    var taped =
        tape.agent.stream().filter(stretch -> stretch.code() == 3).findFirst().orElseThrow();
    assertThat(taped.atMs()).isCloseTo(played.atNs() / 1_000_000, within(40));
    long end = -1;
    for (var stretch : tape.caller) {
      assertThat(stretch.atMs()).isGreaterThanOrEqualTo(end);
      end = stretch.atMs() + stretch.lengthMs();
    }
  }

  private static org.assertj.core.data.Offset<Long> within(long ms) {
    return org.assertj.core.data.Offset.offset(ms);
  }

  private record Stretch(long atMs, long lengthMs, byte code) {}

  private static final class Tape implements Recorder {
    private final List<Stretch> caller = new ArrayList<>();
    private final List<Stretch> agent = new ArrayList<>();
    private boolean begun;

    @Override
    public void begin() {
      begun = true;
    }

    @Override
    public void caller(byte[] bytes, int offset, int length, long atMs) {
      caller.add(new Stretch(atMs, length / 8, bytes[offset]));
    }

    @Override
    public void agent(byte[] bytes, int offset, int length, long atMs) {
      agent.add(new Stretch(atMs, length / 8, bytes[offset]));
    }

    @Override
    public void close() {}
  }
}
