package dev.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.AudioOut;
import dev.frontdesk.media.VirtualLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacerTest {
  private final VirtualLoop loop = new VirtualLoop();
  private final List<String> sent = new ArrayList<>();
  private final List<Mishap> mishaps = new ArrayList<>();
  private final Ledger ledger = new Ledger();
  private final Pacer pacer =
      new Pacer(new Line(), loop, ledger, ConversationSettings.Pacing.DEFAULT, new Told());
  private final Utterance utterance =
      new Utterance(new Effect.Speak(1, 1, 0, "words", Effect.Kind.ANSWER));

  @Test
  void the_first_frame_leaves_at_once_and_the_rest_on_deadlines_ahead_by_the_lead() {
    utterance.arrived(new byte[160 * 10]);
    pacer.offer(utterance);
    assertThat(sent).containsExactly("0", "0", "0", "0");

    loop.advance(Duration.ofMillis(60));
    assertThat(sent).containsExactly("0", "0", "0", "0", "20", "40", "60");
  }

  @Test
  void a_mark_follows_every_200_ms_and_the_end() {
    utterance.arrived(new byte[160 * 12]);
    utterance.complete();
    pacer.offer(utterance);
    loop.advance(Duration.ofSeconds(1));

    assertThat(sent.indexOf("p1")).isEqualTo(10);
    assertThat(sent).last().isEqualTo("p2");
  }

  @Test
  void a_late_tick_catches_up_without_running_ahead() {
    utterance.arrived(new byte[160 * 20]);
    pacer.offer(utterance);
    loop.advance(Duration.ofMillis(20));
    sent.clear();
    pacer.pause();
    loop.advance(Duration.ofMillis(40));
    pacer.resume();

    assertThat(sent).containsExactly("60", "60"); // 40 ms were played meanwhile
  }

  @Test
  void audio_that_does_not_come_in_time_is_an_underrun_and_time_starts_anew() {
    utterance.arrived(new byte[160 * 4]);
    pacer.offer(utterance);
    loop.advance(Duration.ofMillis(40));
    assertThat(mishaps).isEmpty(); // the lead covers it

    loop.advance(Duration.ofMillis(100));
    sent.clear();
    utterance.arrived(new byte[160 * 4]);
    pacer.wake();
    assertThat(sent).containsExactly("140", "140", "140", "140");
    assertThat(mishaps).containsExactly(Mishap.UNDERRUN);
  }

  @Test
  void the_last_frame_is_filled_up_with_silence() {
    utterance.arrived(new byte[100]);
    utterance.complete();
    pacer.offer(utterance);

    assertThat(sent).containsExactly("0", "p1");
  }

  private final class Told implements Pacer.Listener {
    @Override
    public void handing(
        Utterance handed, Ledger.Segment segment, byte[] frame, int length) {
      handed.audible = true;
    }

    @Override
    public void allHanded(Utterance handed) {}

    @Override
    public void mishap(Mishap mishap) {
      mishaps.add(mishap);
    }
  }

  private final class Line implements AudioOut {
    @Override
    public AudioFormat format() {
      return AudioFormat.PHONE;
    }

    @Override
    public void play(byte[] bytes, int offset, int length) {
      sent.add(Long.toString(loop.nanoTime() / 1_000_000));
    }

    @Override
    public void mark(String name) {
      sent.add(name);
    }

    @Override
    public void clear() {}

    @Override
    public boolean writable() {
      return true;
    }

    @Override
    public void hangUp(String reason) {}
  }
}
