package dev.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final Ledger.Listener NOBODY = (_, _, _) -> {};
  private final Ledger ledger = new Ledger();
  private final Utterance utterance =
      new Utterance(new Effect.Speak(1, 1, 0, "words", Effect.Kind.ANSWER));

  @Test
  void sent_is_not_heard_until_its_mark_comes_back() {
    var mark = hand(10, 0);
    assertThat(utterance.heardMs).isZero();

    assertThat(ledger.reached(mark, ms(260), NOBODY)).isTrue();
    assertThat(utterance.heardMs).isEqualTo(200);
    assertThat(ledger.isEmpty()).isTrue();
  }

  @Test
  void a_cut_counts_only_what_can_have_sounded_by_then() {
    hand(10, 0);

    ledger.cut(ms(130), NOBODY);

    assertThat(utterance.heardMs).isEqualTo(100); // half of a round trip of 60 ms passed first
  }

  @Test
  void stretches_behind_one_another_sound_one_after_the_other() {
    hand(5, 0);
    hand(5, 0);

    ledger.cut(ms(180), NOBODY);

    assertThat(utterance.heardMs).isEqualTo(150);
  }

  @Test
  void a_mark_that_comes_back_after_our_own_clear_means_nothing() {
    var mark = hand(10, 0);
    ledger.cut(ms(50), NOBODY);

    assertThat(ledger.reached(mark, ms(60), NOBODY)).isFalse();
    assertThat(utterance.heardMs).isEqualTo(20);
  }

  @Test
  void a_later_mark_vouches_for_those_before_it() {
    hand(5, 0);
    var second = hand(5, 100);

    assertThat(ledger.reached(second, ms(300), NOBODY)).isTrue();
    assertThat(utterance.heardMs).isEqualTo(200);
  }

  @Test
  void the_round_trip_is_learnt_from_marks_after_silence() {
    var first = hand(5, 0);
    ledger.reached(first, ms(120), NOBODY); // 100 ms of audio, so 20 ms there and back
    hand(10, 1_000);

    ledger.cut(ms(1_060), NOBODY);

    assertThat(utterance.heardMs).isEqualTo(100 + 50);
  }

  @Test
  void marks_that_never_come_are_given_up_and_counted() {
    hand(5, 0);
    hand(5, 100);

    assertThat(ledger.giveUp(NOBODY)).isEqualTo(2);
    assertThat(utterance.heardMs).isEqualTo(200);
  }

  /// Hands over `frames` at once and marks their end.
  private String hand(int frames, long atMs) {
    for (int i = 0; i < frames; i++) {
      ledger.handed(utterance, 20, ms(atMs));
    }
    var mark = ledger.mark();
    assertThat(mark).isNotNull();
    return java.util.Objects.requireNonNull(mark);
  }

  private static long ms(long millis) {
    return millis * 1_000_000;
  }
}
