package dev.frontdesk.voice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.voice.spi.AskedDetail;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TurnEndTextTest {
  @Test
  void every_line_of_the_table_is_judged_as_a_listener_would() throws IOException {
    List<String> wrong = new ArrayList<>();
    var expected = TurnEndText.FINISHED;
    int lines = 0;
    for (var line : table()) {
      if (line.startsWith("= ")) {
        expected = TurnEndText.valueOf(line.substring(2));
        continue;
      }
      lines++;
      var judged = TurnEndText.judge(line, AskedDetail.ANYTHING);
      if (judged != expected) {
        wrong.add(line + " -> " + judged + ", not " + expected);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(lines).isGreaterThan(1_000);
  }

  @Test
  void what_was_asked_for_decides_how_much_is_enough() {
    assertThat(TurnEndText.judge("dana", AskedDetail.NAME)).isEqualTo(TurnEndText.FINISHED);
    assertThat(TurnEndText.judge("five five five", AskedDetail.PHONE_NUMBER))
        .isEqualTo(TurnEndText.UNFINISHED);
    assertThat(TurnEndText.judge("five five", AskedDetail.PHONE_NUMBER))
        .isEqualTo(TurnEndText.UNFINISHED);
    assertThat(TurnEndText.judge("no", AskedDetail.PHONE_NUMBER)).isEqualTo(TurnEndText.FINISHED);
    assertThat(TurnEndText.judge("this number is fine", AskedDetail.PHONE_NUMBER))
        .isEqualTo(TurnEndText.FINISHED);
    assertThat(TurnEndText.judge("dana dot", AskedDetail.EMAIL_ADDRESS))
        .isEqualTo(TurnEndText.UNFINISHED);
    assertThat(TurnEndText.judge("dana", AskedDetail.EMAIL_ADDRESS))
        .isEqualTo(TurnEndText.UNFINISHED);
    assertThat(TurnEndText.judge("I don't have one", AskedDetail.EMAIL_ADDRESS))
        .isEqualTo(TurnEndText.FINISHED);
    assertThat(TurnEndText.judge("M A R I A", AskedDetail.EMAIL_ADDRESS))
        .isEqualTo(TurnEndText.UNFINISHED);
    assertThat(TurnEndText.judge("M A R I A underscore L O P E Z", AskedDetail.EMAIL_ADDRESS))
        .isEqualTo(TurnEndText.UNFINISHED);
    assertThat(TurnEndText.judge("M A R I A at outlook dot com", AskedDetail.EMAIL_ADDRESS))
        .isEqualTo(TurnEndText.FINISHED);
    assertThat(TurnEndText.judge("R E I D", AskedDetail.ANYTHING))
        .isEqualTo(TurnEndText.FINISHED);
    assertThat(TurnEndText.judge("d", AskedDetail.SPELLED_NAME)).isEqualTo(TurnEndText.UNFINISHED);
    assertThat(TurnEndText.judge("three", AskedDetail.DATE_OR_TIME))
        .isEqualTo(TurnEndText.FINISHED);
  }

  private static List<String> table() throws IOException {
    try (var in = TurnEndTextTest.class.getResourceAsStream("turn-end-lines.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8).lines().toList();
    }
  }
}
