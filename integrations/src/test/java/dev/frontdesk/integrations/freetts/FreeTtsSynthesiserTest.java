package dev.frontdesk.integrations.freetts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.integrations.synthesis.Sound;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class FreeTtsSynthesiserTest {
  private static final String TEXT = "Your haircut is at 10:30 AM, Dana. Is that right? It's $35.00";
  private static final FreeTtsSynthesiser VOICE = new FreeTtsSynthesiser(1);

  @Test
  void every_word_has_its_time_across_sentences() throws Exception {
    var sound = VOICE.synthesise(TEXT, 150);

    assertThat(sound.words())
        .extracting(word -> TEXT.substring(word.fromChar(), word.toChar()))
        .containsExactly(TEXT.split(" "));
    int before = 0;
    for (var word : sound.words()) {
      assertThat(word.startMs()).isGreaterThanOrEqualTo(before);
      assertThat(word.endMs()).isGreaterThan(word.startMs());
      before = word.endMs();
    }
    assertThat((double) before).isBetween(sound.millis() - 100, sound.millis());
  }

  @Test
  void sound_is_loud_within_words_and_quiet_between_sentences() throws Exception {
    var sound = VOICE.synthesise(TEXT, 150);
    var words = sound.words();
    int firstEnds = words.get(5).endMs();
    int secondBegins = words.get(6).startMs();

    assertThat(secondBegins - firstEnds).isBetween(150, 300);
    assertThat(loudness(sound, firstEnds + 60, secondBegins - 20)).isLessThan(60);
    assertThat(loudness(sound, words.get(1).startMs(), words.get(1).endMs())).isGreaterThan(800);
  }

  @Test
  void the_first_sound_comes_at_once() throws Exception {
    assertThat(VOICE.synthesise(TEXT, 150).words().getFirst().startMs()).isEqualTo(20);
  }

  @Test
  void rate_is_words_a_minute() throws Exception {
    double usual = VOICE.synthesise(TEXT, 150).millis();

    assertThat(VOICE.synthesise(TEXT, 300).millis()).isBetween(usual * 0.45, usual * 0.6);
    assertThat(VOICE.synthesise(TEXT, 100).millis()).isBetween(usual * 1.35, usual * 1.55);
  }

  @Test
  void one_engine_gives_the_same_sound_twice() throws Exception {
    assertThat(VOICE.synthesise(TEXT, 150).samples())
        .containsExactly(VOICE.synthesise(TEXT, 150).samples());
  }

  @Test
  void a_sink_that_has_enough_gets_no_second_sentence() throws Exception {
    var pieces = new ArrayList<Integer>();

    VOICE.synthesise(
        TEXT,
        150,
        (bytes, _) -> {
          pieces.add(bytes.length);
          return false;
        });

    assertThat(pieces).hasSize(1);
  }

  private static double loudness(Sound sound, int fromMs, int toMs) {
    double sum = 0;
    int perMs = sound.sampleRateHz() / 1000;
    for (int i = fromMs * perMs; i < toMs * perMs; i++) {
      sum += Math.abs(sound.samples()[i]);
    }
    return sum / ((toMs - fromMs) * perMs);
  }
}
