package dev.frontdesk.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.booking.MapleStreet;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Any words give some answer: callers say anything, recognisers hear worse.
class UnderstandingFuzzTest {
  private static final String[] TOKENS = (
      "next this last coming the a an in on at to for from of after before between and or not no"
          + " week weeks month day days hour hours minutes later earlier tuesday friday june may"
          + " 31 31st first second third thirtieth twenty thirty one two three twelve half quarter"
          + " past oclock pm am noon ish 6/19 13/45 99:99 25:61 0 00:00 2026-02-30 2026-13-01"
          + " double oh hundred plus @ a@b dot com my name is its dana whitfield d w haircut colour"
          + " ana with cancel move book it yes wait 4155550123 week weekend morning evening one last"
          + " ' - / , . \u00e9 \ud83d\ude00 february 29 29th feb christmas eve same time end early")
      .split(" ");

  @Test
  void random_words_in_random_order_never_throw() {
    var random = new Random(20260612);
    var lexicon = new Lexicon(MapleStreet.catalogue());
    for (int round = 0; round < 20_000; round++) {
      var text = new StringBuilder();
      int length = 1 + random.nextInt(9);
      for (int i = 0; i < length; i++) {
        text.append(TOKENS[random.nextInt(TOKENS.length)])
            .append(random.nextInt(9) == 0 ? "," : " ")
            .append(' ');
      }
      var question = Question.values()[random.nextInt(Question.values().length)];
      var discussed = random.nextBoolean() ? null : LocalDate.of(2026, 6, 16);
      var setting = new Setting(
          new DayContext(LocalDate.of(2026, 6, 12), discussed, random.nextBoolean()), question,
          random.nextBoolean(), random.nextInt(4), lexicon);

      var understood = Understanding.of(text.toString(), setting);

      assertThat(understood.requests()).isNotEmpty();
    }
  }
}
