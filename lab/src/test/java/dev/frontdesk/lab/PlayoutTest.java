package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlayoutTest {
  private final Playout playout = new Playout(160);

  @Test
  void a_mark_comes_back_when_the_audio_before_it_has_played_and_not_earlier() {
    playout.arrived(320);
    playout.mark("a");
    playout.arrived(100);
    playout.mark("b");

    assertThat(playout.tick()).isEmpty();
    assertThat(playout.tick()).containsExactly("a");
    assertThat(playout.tick()).containsExactly("b");
    assertThat(playout.played()).isEqualTo(420);
  }

  @Test
  void a_mark_with_nothing_before_it_comes_back_with_the_next_tick() {
    playout.mark("now");

    assertThat(playout.tick()).containsExactly("now");
  }

  @Test
  void clear_drops_what_has_not_played_and_returns_all_marks_at_once() {
    playout.arrived(480);
    playout.mark("a");
    playout.tick();

    assertThat(playout.clear()).containsExactly("a");
    assertThat(playout.played()).isEqualTo(160);
    assertThat(playout.dropped()).isEqualTo(320);
    assertThat(playout.tick()).isEmpty();
  }

  @Test
  void sound_that_breaks_off_for_a_moment_is_an_underrun() {
    playout.arrived(160);
    playout.tick();
    playout.tick(); // nothing there
    assertThat(playout.arrived(160)).isFalse();

    assertThat(playout.underruns()).isEqualTo(1);
  }

  @Test
  void audio_that_comes_just_in_time_is_none() {
    playout.arrived(160);
    playout.tick();
    playout.arrived(160);
    playout.tick();

    assertThat(playout.underruns()).isZero();
  }

  @Test
  void a_pause_between_utterances_is_none_and_the_next_sound_is_a_first_one() {
    assertThat(playout.arrived(160)).isTrue();
    for (int i = 0; i <= Playout.LONGEST_STUTTER_TICKS + 1; i++) {
      playout.tick();
    }

    assertThat(playout.arrived(160)).isTrue();
    assertThat(playout.underruns()).isZero();
  }

  @Test
  void what_follows_a_clear_is_a_first_sound_and_no_underrun() {
    playout.arrived(160);
    playout.tick();
    playout.clear();

    assertThat(playout.arrived(160)).isTrue();
    assertThat(playout.underruns()).isZero();
  }
}
