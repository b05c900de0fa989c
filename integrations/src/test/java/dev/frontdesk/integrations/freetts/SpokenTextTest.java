package dev.frontdesk.integrations.freetts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.integrations.freetts.SpokenText.Word;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          at 10:30 AM               | at 10 30 ay em
          at 3:00 PM.               | at 3 pee em.
          at 3:00?                  | at 3 o'clock?
          at 9:05, please           | at 9 oh 5, please
          at 10am or 11 pm          | at 10 ay em or 11 pee em
          at 4 p.m. on Friday       | at 4 pee em. on Friday
          I am here                 | I am here
          $35.00 or $1 or $12.50    | 35 dollars or 1 dollar or 12 dollars and 50 cents
          call +14155550123         | call one, four one five, five five five, zero one two three
          call (415) 555-0123       | call four one five five five five, zero one two three
          zip 94110                 | zip nine four one one zero
          in 2026 on June 17        | in 2026 on June 17
          D-A-N-A                   | d, ay, n, ay
          D A N A                   | D ay N ay
          A haircut                 | A haircut
          dana@maple.com            | dana at maple dot com
          Zoë’s café & bar          | Zoe's cafe and bar
          [wait] — really?!         | wait really?
          press # or *              | press hash or star
          """)
  void what_freetts_reads_oddly_is_written_out(String text, String spoken) {
    assertThat(
            SpokenText.of(text).sentences().stream()
                .flatMap(java.util.List::stream)
                .map(Word::spoken)
                .collect(Collectors.joining(" ")))
        .isEqualTo(spoken);
  }

  @Test
  void each_sentence_stands_alone_and_a_title_ends_none() {
    assertThat(SpokenText.of("Dr. Lee is in. Come at 4 p.m. on Friday! OK?").sentences())
        .extracting(words -> words.stream().map(Word::spoken).collect(Collectors.joining(" ")))
        .containsExactly("Dr. Lee is in.", "Come at 4 pee em. on Friday!", "OK?");
  }

  @Test
  void a_word_knows_where_it_stands_in_the_text() {
    assertThat(SpokenText.of("So — at 10:30 AM.").sentences().getFirst())
        .containsExactly(
            new Word("So", 0, 2),
            new Word("at", 5, 7),
            new Word("10 30", 8, 13),
            new Word("ay em.", 14, 17));
  }

  @Test
  void what_has_no_sound_is_no_sentence() {
    assertThat(SpokenText.of(" … ?! (()) 🙂 ").sentences()).isEmpty();
  }
}
