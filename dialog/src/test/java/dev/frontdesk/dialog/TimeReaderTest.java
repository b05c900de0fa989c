package dev.frontdesk.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.dialog.TimePart.At;
import dev.frontdesk.dialog.TimePart.Part;
import dev.frontdesk.dialog.TimePart.Shift;
import dev.frontdesk.dialog.TimePart.Within;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Open from nine to six: that is what decides between morning and afternoon.
class TimeReaderTest {
  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(18, 0);

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          three                      | 15:00
          at three                   | 15:00
          three o'clock              | 15:00
          3                          | 15:00
          3pm                        | 15:00
          3 p.m.                     | 15:00
          three p m                  | 15:00
          15:00                      | 15:00
          3:30                       | 15:30
          3:30pm                     | 15:30
          3.30                       | 15:30
          at 330                     | 15:30
          three thirty               | 15:30
          three thirty PM            | 15:30
          half past three            | 15:30
          half past one              | 13:30
          half three                 | 15:30
          quarter to four            | 15:45
          a quarter to four          | 15:45
          quarter of four            | 15:45
          quarter past four          | 16:15
          a quarter after four       | 16:15
          ten past three             | 15:10
          twenty past three          | 15:20
          twenty five past three     | 15:25
          ten to three               | 14:50
          five to three              | 14:55
          twenty minutes to three    | 14:40
          three oh five              | 15:05
          three fifteen              | 15:15
          ten forty-five             | 10:45
          ten forty five             | 10:45
          ten thirty in the morning  | 10:30
          ten in the morning         | 10:00
          nine                       | 09:00
          nine thirty                | 09:30
          nine AM                    | 09:00
          eleven                     | 11:00
          twelve                     | 12:00
          twelve thirty              | 12:30
          noon                       | 12:00
          midday                     | 12:00
          one                        | 13:00
          five                       | 17:00
          six                        | 18:00
          seven                      | 07:00
          seven in the evening       | 19:00
          eight at night             | 20:00
          two-ish                    | 14:00
          twoish                     | 14:00
          around ten                 | 10:00
          about half past two        | 14:30
          ten or so                  | 10:00
          fifteen hundred            | 15:00
          fifteen thirty             | 15:30
          at to                      | 14:00
          at to thirty               | 14:30
          at for                     | 16:00
          at for thirty              | 16:30
          at won                     | 13:00
          half past to               | 14:30
          """)
  void one_time(String said, LocalTime time) {
    var found = read(said);

    assertThat(found).isInstanceOf(At.class);
    assertThat(((At) found).clock().resolve(OPENS, CLOSES)).isEqualTo(time);
  }

  @ParameterizedTest(name = "{0} → {1} to {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          after four                  | 16:00 |
          any time after four         | 16:00 |
          four or later               | 16:00 |
          from four on                | 16:00 |
          after 4pm                   | 16:00 |
          not before ten              | 10:00 |
          after lunch                 | 13:00 |
          after work                  | 17:00 |
          before noon                 |       | 12:00
          before eleven               |       | 11:00
          by five                     |       | 17:00
          no later than five          |       | 17:00
          before lunch                |       | 12:00
          between two and four        | 14:00 | 16:00
          between ten and noon        | 10:00 | 12:00
          from two to four            | 14:00 | 16:00
          two to four                 | 14:00 | 16:00
          two to four pm              | 14:00 | 16:00
          two or three                | 14:00 | 15:00
          lunchtime                   | 12:00 | 14:00
          """)
  void a_range(String said, LocalTime from, LocalTime to) {
    var found = read(said);

    assertThat(found).isInstanceOf(Within.class);
    var within = (Within) found;
    assertThat(within.from() == null ? null : within.from().resolve(OPENS, CLOSES)).isEqualTo(from);
    assertThat(within.to() == null ? null : within.to().resolve(OPENS, CLOSES)).isEqualTo(to);
  }

  @ParameterizedTest(name = "{0} → {1} to {2}")
  @CsvSource({
    "morning,0,12", "in the morning,0,12", "afternoon,12,18", "in the afternoon,12,18",
    "evening,17,24", "early afternoon,12,15", "late afternoon,15,18", "late morning,10,12",
    "mid-morning,9,11", "sometime in the afternoon,12,18"
  })
  void a_part_of_the_day(String said, int from, int to) {
    assertThat(read(said)).isEqualTo(new Part(from, to));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "an hour later,60", "half an hour later,30", "two hours later,120", "30 minutes later,30",
    "an hour earlier,-60", "fifteen minutes earlier,-15", "an hour after that,60"
  })
  void a_step_from_the_time_spoken_of(String said, int minutes) {
    assertThat(read(said)).isEqualTo(new Shift(minutes));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "as soon as possible", "earliest", "the earliest", "first available", "asap", "first thing",
    "next available"
  })
  void the_first_there_is(String said) {
    assertThat(read(said)).isEqualTo(new TimePart.Earliest());
  }

  @Test
  void a_bare_number_is_no_time_unless_one_is_expected() {
    assertThat(TimeReader.at(Words.of("three people"), 0, true)).isNull();
    assertThat(TimeReader.at(Words.of("three"), 0, false)).isNull();
    assertThat(TimeReader.at(Words.of("in three"), 1, false)).isNull();
    assertThat(TimeReader.at(Words.of("at three"), 1, false)).isNotNull();
  }

  private static TimePart read(String said) {
    var words = Words.of(said);
    int from = words.is(0, "at") ? 1 : 0;
    var found = TimeReader.at(words, from, true);
    assertThat(found).describedAs(said).isNotNull();
    assertThat(found.end()).describedAs(said + ": all of it").isEqualTo(words.size());
    return found.what();
  }
}
