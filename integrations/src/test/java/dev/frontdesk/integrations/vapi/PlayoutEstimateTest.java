package dev.frontdesk.integrations.vapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.VirtualLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlayoutEstimateTest {
  private static final int FRAME = AudioFormat.WIDEBAND.frameBytes();

  private final VirtualLoop loop = new VirtualLoop();
  private final List<String> reached = new ArrayList<>();
  private final PlayoutEstimate playout =
      new PlayoutEstimate(loop, AudioFormat.WIDEBAND, reached::add);

  @Test
  void a_mark_comes_back_when_what_was_sent_before_it_has_played() {
    playout.sent(5 * FRAME);
    playout.mark("a");
    playout.sent(5 * FRAME);
    playout.mark("b");

    advance(99);
    assertThat(reached).isEmpty();
    advance(1);
    assertThat(reached).containsExactly("a");
    advance(99);
    assertThat(reached).containsExactly("a");
    advance(1);
    assertThat(reached).containsExactly("a", "b");
  }

  @Test
  void a_pause_between_two_pieces_is_no_playing_time() {
    playout.sent(FRAME);
    advance(1_000);
    playout.sent(FRAME);
    playout.mark("a");

    advance(19);
    assertThat(reached).isEmpty();
    advance(1);
    assertThat(reached).containsExactly("a");
  }

  @Test
  void a_mark_on_silence_comes_back_at_once_but_not_within_the_call() {
    playout.mark("a");
    assertThat(reached).isEmpty();

    advance(0);
    assertThat(reached).containsExactly("a");
  }

  @Test
  void a_clear_brings_pending_marks_back_and_what_is_on_its_way_still_plays() {
    playout.sent(10 * FRAME);
    playout.mark("a");
    playout.clear();
    advance(0);
    assertThat(reached).containsExactly("a");

    playout.sent(FRAME);
    playout.mark("b");
    advance(219);
    assertThat(reached).containsExactly("a");
    advance(1);
    assertThat(reached).containsExactly("a", "b");
  }

  @Test
  void nothing_comes_back_after_the_end() {
    playout.sent(FRAME);
    playout.mark("a");
    playout.clear();
    playout.mark("b");
    playout.close();

    advance(1_000);
    assertThat(reached).isEmpty();
  }

  private void advance(long millis) {
    loop.advance(Duration.ofMillis(millis));
  }
}
