package dev.frontdesk.integrations.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.voice.spi.TextToSpeech.WordTiming;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordClockTest {
  private static final String TEXT = "At ten, Ana?";

  @Test
  void a_word_is_timed_from_its_first_character_to_its_last() {
    var clock = new WordClock(TEXT);

    var words = new ArrayList<>(clock.take(every10Ms("At ten, Ana?"), 0));
    words.addAll(clock.finish());

    assertThat(words)
        .containsExactly(
            new WordTiming(0, 2, 0, 20),
            new WordTiming(3, 7, 30, 70),
            new WordTiming(8, 12, 80, 120));
  }

  @Test
  void a_word_may_begin_in_one_message_and_end_in_the_next() {
    var clock = new WordClock(TEXT);

    assertThat(clock.take(every10Ms("At te"), 0)).containsExactly(new WordTiming(0, 2, 0, 20));
    assertThat(clock.take(every10Ms("n, "), 500)).containsExactly(new WordTiming(3, 7, 30, 520));
    assertThat(clock.finish()).isEmpty();
  }

  @Test
  void what_the_vendor_leaves_out_or_puts_in_does_not_lose_the_thread() {
    var clock = new WordClock(TEXT);

    var words = new ArrayList<>(clock.take(every10Ms(" Atten~ Ana"), 0));
    words.addAll(clock.finish());

    assertThat(words)
        .extracting(word -> TEXT.substring(word.fromChar(), word.toChar()))
        .containsExactly("At", "ten,", "Ana?");
  }

  @Test
  void lists_of_unequal_length_say_nothing() {
    String json =
        "{\"audio\":\"\",\"contextId\":\"u1\",\"alignment\":{\"chars\":[\"A\",\"t\"],"
            + "\"charStartTimesMs\":[1],\"charDurationsMs\":[1,2]}}";

    assertThat(ElevenLabsMessage.read(json.getBytes(), json.length()).alignment())
        .isEqualTo(Alignment.NONE);
  }

  private static Alignment every10Ms(String characters) {
    int[] starts = new int[characters.length()];
    int[] lengths = new int[characters.length()];
    for (int i = 0; i < characters.length(); i++) {
      starts[i] = 10 * i;
      lengths[i] = 10;
    }
    return new Alignment(List.of(characters.split("")), starts, lengths);
  }
}
