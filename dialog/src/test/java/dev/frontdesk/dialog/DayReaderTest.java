package dev.frontdesk.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// It is Friday, 12 June 2026.
class DayReaderTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 12);

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          today                               | 2026-06-12
          tomorrow                            | 2026-06-13
          the day after tomorrow              | 2026-06-14
          day after tomorrow                  | 2026-06-14
          yesterday                           | 2026-06-11
          Tuesday                             | 2026-06-16
          on Tuesday                          | 2026-06-16
          Tuesday's fine                      | 2026-06-16
          teusday                             | 2026-06-16
          tues                                | 2026-06-16
          wensday                             | 2026-06-17
          Friday                              | 2026-06-19
          this Friday                         | 2026-06-12
          next Friday                         | 2026-06-19
          Saturday                            | 2026-06-13
          this Saturday                       | 2026-06-13
          next Saturday                       | 2026-06-20
          next Tuesday                        | 2026-06-16
          this coming Tuesday                 | 2026-06-16
          the coming Tuesday                  | 2026-06-16
          last Tuesday                        | 2026-06-09
          Tuesday next week                   | 2026-06-16
          next week Tuesday                   | 2026-06-16
          next week on Tuesday                | 2026-06-16
          Tuesday of next week                | 2026-06-16
          Tuesday after next                  | 2026-06-23
          Tuesday week                        | 2026-06-23
          Tuesday the week after next         | 2026-06-23
          a week from Monday                  | 2026-06-22
          a week on Monday                    | 2026-06-22
          two weeks from Monday               | 2026-06-29
          a week from today                   | 2026-06-19
          a week today                        | 2026-06-19
          a week from tomorrow                | 2026-06-20
          in a week                           | 2026-06-19
          in two weeks                        | 2026-06-26
          in to weeks                         | 2026-06-26
          in 2 weeks                          | 2026-06-26
          two weeks from now                  | 2026-06-26
          in two weeks on Tuesday             | 2026-06-23
          Tuesday in two weeks                | 2026-06-23
          in three days                       | 2026-06-15
          three days from now                 | 2026-06-15
          in a fortnight                      | 2026-06-26
          in a couple of days                 | 2026-06-14
          in a month                          | 2026-07-12
          the nineteenth                      | 2026-06-19
          the 19th                            | 2026-06-19
          on the 19th                         | 2026-06-19
          the twenty first                    | 2026-06-21
          the 5th                             | 2026-07-05
          the 12th                            | 2026-06-12
          the thirty first                    | 2026-07-31
          June 19th                           | 2026-06-19
          June 19                             | 2026-06-19
          june nineteenth                     | 2026-06-19
          june nineteen                       | 2026-06-19
          June the 19th                       | 2026-06-19
          19 June                             | 2026-06-19
          19th of June                        | 2026-06-19
          the nineteenth of june              | 2026-06-19
          Jun 19                              | 2026-06-19
          6/19                                | 2026-06-19
          6/19/2026                           | 2026-06-19
          6/19/26                             | 2026-06-19
          2026-06-19                          | 2026-06-19
          19/6                                | 2026-06-19
          Friday the 19th                     | 2026-06-19
          friday the nineteenth               | 2026-06-19
          Friday June 19th                    | 2026-06-19
          Friday, June 19                     | 2026-06-19
          Friday 19 June                      | 2026-06-19
          July first                          | 2026-07-01
          July 1                              | 2026-07-01
          the first of July                   | 2026-07-01
          June 1st                            | 2026-06-01
          June 30th                           | 2026-06-30
          January 5th                         | 2027-01-05
          june nineteenth twenty twenty six   | 2026-06-19
          June 19 2027                        | 2027-06-19
          the first Monday in July            | 2026-07-06
          the last Friday of the month        | 2026-06-26
          the fourth of July                  | 2026-07-04
          new year's eve                      | 2026-12-31
          three days ago                      | 2026-06-09
          the 15th of next month              | 2026-07-15
          """)
  void one_day(String said, LocalDate day) {
    assertThat(read(said, null)).isEqualTo(DayWish.on(day));
  }

  @ParameterizedTest(name = "{0} → {1} to {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          next week                     | 2026-06-15 | 2026-06-21
          this week                     | 2026-06-12 | 2026-06-14
          sometime next week            | 2026-06-15 | 2026-06-21
          later this week               | 2026-06-12 | 2026-06-14
          the week after next           | 2026-06-22 | 2026-06-28
          end of next week              | 2026-06-18 | 2026-06-20
          the end of next week          | 2026-06-18 | 2026-06-20
          early next week               | 2026-06-15 | 2026-06-16
          the beginning of next week    | 2026-06-15 | 2026-06-16
          the middle of next week       | 2026-06-16 | 2026-06-18
          this weekend                  | 2026-06-13 | 2026-06-14
          next weekend                  | 2026-06-20 | 2026-06-21
          in July                       | 2026-07-01 | 2026-07-31
          early July                    | 2026-07-01 | 2026-07-10
          next month                    | 2026-07-01 | 2026-07-31
          end of the month              | 2026-06-22 | 2026-06-30
          the week of the 22nd          | 2026-06-22 | 2026-06-28
          any day                       | 2026-06-12 | 2026-06-26
          """)
  void several_days(String said, LocalDate from, LocalDate to) {
    var wish = read(said, null);

    assertThat(wish.from()).isEqualTo(from);
    assertThat(wish.to()).isEqualTo(to);
  }

  @ParameterizedTest(name = "{0}, after {1} → {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Thursday              | 2026-06-16 | 2026-06-18
          Thursday              | 2026-06-30 | 2026-07-02
          Saturday              | 2026-06-19 | 2026-06-20
          the next day          | 2026-06-16 | 2026-06-17
          the day after         | 2026-06-16 | 2026-06-17
          the day after that    | 2026-06-16 | 2026-06-17
          the day before        | 2026-06-16 | 2026-06-15
          a week later          | 2026-06-16 | 2026-06-23
          two days later        | 2026-06-16 | 2026-06-18
          a day earlier         | 2026-06-16 | 2026-06-15
          the following Tuesday | 2026-06-16 | 2026-06-23
          same day              | 2026-06-16 | 2026-06-16
          that day              | 2026-06-16 | 2026-06-16
          tomorrow              | 2026-06-16 | 2026-06-13
          """)
  void relative_to_what_was_spoken_of(String said, LocalDate before, LocalDate day) {
    assertThat(read(said, before)).isEqualTo(DayWish.on(day));
  }

  @Test
  void the_week_after_is_counted_from_the_week_spoken_of() {
    assertThat(read("the week after", LocalDate.of(2026, 6, 16)))
        .isEqualTo(DayWish.between(LocalDate.of(2026, 6, 22), LocalDate.of(2026, 6, 28)));
  }

  @Test
  void two_weekdays_joined_by_or_are_both_wanted() {
    assertThat(read("Tuesday or Wednesday", null))
        .isEqualTo(new DayWish(LocalDate.of(2026, 6, 16), LocalDate.of(2026, 6, 17),
            Set.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY)));
  }

  @Test
  void outside_america_the_day_comes_first() {
    var berlin = new DayContext(TODAY, null, false);

    assertThat(DayReader.at(Words.of("7/6"), 0, berlin).what())
        .isEqualTo(DayWish.on(LocalDate.of(2026, 6, 7)));
  }

  @ParameterizedTest
  @CsvSource({"may I", "second", "one", "three", "a haircut", "march in", "someday",
    "the first one", "30 minutes", "friends"})
  void no_day_at_all(String said) {
    assertThat(DayReader.at(Words.of(said), 0, new DayContext(TODAY, null, true))).isNull();
  }

  private static DayWish read(String said, LocalDate discussed) {
    var words = Words.of(said);
    var found = DayReader.at(words, 0, new DayContext(TODAY, discussed, true));
    assertThat(found).describedAs(said).isNotNull();
    return found.what();
  }
}
