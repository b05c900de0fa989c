package dev.frontdesk.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTest {
  /// Published vectors: text × repeats + text × repeats, encoding, units, parts.
  @ParameterizedTest
  @CsvSource({
    "a, 160, '', 0, GSM_7, 160, 1",
    "a, 161, '', 0, GSM_7, 161, 2",
    "a, 306, '', 0, GSM_7, 306, 2",
    "a, 307, '', 0, GSM_7, 307, 3",
    "€, 80, '', 0, GSM_7, 160, 1",
    "€, 81, '', 0, GSM_7, 162, 2",
    "a, 159, €, 1, GSM_7, 161, 2",
    "é, 160, '', 0, GSM_7, 160, 1",
    "ç, 70, '', 0, UCS_2, 70, 1",
    "ç, 71, '', 0, UCS_2, 71, 2",
    "😀, 35, '', 0, UCS_2, 70, 1",
    "😀, 36, '', 0, UCS_2, 72, 2",
    "’, 1, a, 69, UCS_2, 70, 1",
    "’, 1, a, 70, UCS_2, 71, 2",
  })
  void the_published_vectors(
      String first, int n, String second, int m, Segments.Encoding encoding, int units, int parts) {
    assertThat(Segments.of(first.repeat(n) + second.repeat(m)))
        .isEqualTo(new Segments(encoding, units, parts));
  }

  @Test
  void an_escape_pair_never_splits() {
    assertThat(Segments.of("a".repeat(152) + "€" + "a".repeat(10)))
        .isEqualTo(new Segments(Segments.Encoding.GSM_7, 164, 2));
    assertThat(Segments.of("a".repeat(152) + "€" + "a".repeat(152)))
        .as("306 units would fit two parts, were it not for the pair")
        .isEqualTo(new Segments(Segments.Encoding.GSM_7, 306, 3));
  }

  @Test
  void a_surrogate_pair_never_splits() {
    assertThat(Segments.of("ç".repeat(66) + "😀" + "ç".repeat(66)))
        .isEqualTo(new Segments(Segments.Encoding.UCS_2, 134, 3));
  }

  @Test
  void an_empty_text_is_one_part() {
    assertThat(Segments.of("")).isEqualTo(new Segments(Segments.Encoding.GSM_7, 0, 1));
  }

  @Test
  void an_upper_case_cedilla_is_in_the_alphabet_and_a_lower_case_one_is_not() {
    assertThat(Segments.of("Ç").encoding()).isEqualTo(Segments.Encoding.GSM_7);
    assertThat(Segments.of("ç").encoding()).isEqualTo(Segments.Encoding.UCS_2);
  }
}
