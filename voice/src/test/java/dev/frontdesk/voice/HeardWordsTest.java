package dev.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeardWordsTest {
  private static final String TEXT = "On Tuesday, at three.";
  private static final double LENGTH_MS = TEXT.length() * 60;

  @Test
  void a_word_counts_once_half_of_it_has_sounded() {
    var timings = ScriptedMouth.timingsOf(TEXT);

    assertThat(HeardWords.prefix(TEXT, timings, 59, LENGTH_MS, true)).isEmpty();
    assertThat(HeardWords.prefix(TEXT, timings, 60, LENGTH_MS, true)).isEqualTo("On");
    assertThat(HeardWords.prefix(TEXT, timings, 419, LENGTH_MS, true)).isEqualTo("On");
    assertThat(HeardWords.prefix(TEXT, timings, 420, LENGTH_MS, true)).isEqualTo("On Tuesday,");
    assertThat(HeardWords.prefix(TEXT, timings, 9_999, LENGTH_MS, true)).isEqualTo(TEXT);
  }

  @Test
  void nothing_played_is_nothing_heard() {
    assertThat(HeardWords.prefix(TEXT, List.of(), 0, LENGTH_MS, true)).isEmpty();
  }

  @Test
  void without_timings_speech_runs_evenly_over_the_characters() {
    assertThat(HeardWords.prefix(TEXT, List.of(), 480, LENGTH_MS, true)).isEqualTo("On Tuesday,");
    assertThat(HeardWords.prefix(TEXT, List.of(), LENGTH_MS, LENGTH_MS, true)).isEqualTo(TEXT);
  }

  @Test
  void audio_still_to_come_is_reckoned_with() {
    // a quarter of the text has come as audio, and all of that was heard
    assertThat(HeardWords.prefix(TEXT, List.of(), 300, 300, false)).isEqualTo("On");
    assertThat(HeardWords.prefix(TEXT, List.of(), 300, 300, true)).isEqualTo(TEXT);
  }

  @Test
  void timings_for_the_first_words_only_are_carried_on_evenly() {
    var first = ScriptedMouth.timingsOf(TEXT).subList(0, 1);

    assertThat(HeardWords.prefix(TEXT, first, 700, LENGTH_MS, true)).isEqualTo("On Tuesday,");
  }
}
