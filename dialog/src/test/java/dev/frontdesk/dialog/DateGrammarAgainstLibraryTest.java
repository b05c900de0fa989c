package dev.frontdesk.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ocpsoft.prettytime.nlp.PrettyTimeParser;

/// Why the grammar of dates and times is our own: what the best kept parser (PrettyTime's, built on
/// Natty) makes of what callers say, beside what we make of it. It is Friday, 12 June 2026, nine in
/// the morning in Los Angeles.
///
/// The library answers a moment, always: it cannot leave morning and afternoon to the opening
/// hours, keep a range or a condition, tell the time it was told from the time it happens to be
/// now, or see a correction. It takes numbers and names for times. It is good at plain calendar
/// dates, where both say the same.
class DateGrammarAgainstLibraryTest {
  private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
  private static final Date NOW =
      Date.from(ZonedDateTime.of(2026, 6, 12, 9, 0, 0, 0, ZONE).toInstant());

  @ParameterizedTest(name = "{0}: the library {1}, we {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          June 19th at 3 pm               | 2026-06-19T15:00                  | 2026-06-19 15:00
          noon                            | 2026-06-12T12:00                  | 12:00
          Tuesday at three                | 2026-06-16T03:00                  | 2026-06-16 3:00 or 15:00
          next Friday at eleven           | 2026-06-19T01:00                  | 2026-06-19 11:00 or 23:00
          tomorrow at half past two       | 2026-06-13T09:00                  | 2026-06-13 2:30 or 14:30
          half two                        | 2026-06-12T02:00                  | 2:30 or 14:30
          quarter past ten                | 2026-06-12T00:00                  | 10:15 or 22:15
          quarter to four                 | 2026-06-12T04:00                  | 3:45 or 15:45
          at three oh five                | 2026-06-12T03:00                  | 3:05 or 15:05
          this Friday                     | 2026-06-19T09:00                  | 2026-06-12
          Tuesday week                    | 2026-06-16T09:00                  | 2026-06-23
          the nineteenth                  | nothing                           | 2026-06-19
          in a fortnight                  | nothing                           | 2026-06-26
          the last Friday of the month    | nothing                           | 2026-06-26
          between three and four on Tuesday | 2026-06-16T03:00 2026-06-16T04:00 | 2026-06-16 3:00 or 15:00 – 4:00 or 16:00
          any time after two on Thursday  | 2026-06-18T02:00                  | 2026-06-18 2:00 or 14:00 – …
          Tuesday or Wednesday            | 2026-06-16T09:00 2026-06-17T09:00 | 2026-06-16 to 2026-06-17 [TUESDAY, WEDNESDAY]
          'not Tuesday, Thursday'         | 2026-06-16T09:00                  | 2026-06-18
          'no wait, Wednesday at ten'     | 2026-06-12T00:00                  | 2026-06-17 10:00 or 22:00
          an hour later                   | nothing                           | Shift[minutes=60]
          first thing on Monday           | 2026-06-15T09:00                  | 2026-06-15 Earliest
          the second one                  | 2026-06-12T01:00                  | nothing
          May I come in                   | 2026-05-01T09:00                  | nothing
          my number is four one five five five five | 2026-06-12T04:00        | nothing
          """)
  void callers_mean_more_than_a_moment(String said, String library, String ours) {
    assertThat(Readings.when(said)).isEqualTo(ours);
    assertThat(byLibrary(said)).isEqualTo(library);
  }

  private static String byLibrary(String said) {
    var found = new PrettyTimeParser(TimeZone.getTimeZone(ZONE)).parse(said, NOW).stream()
        .map(date -> LocalDateTime.ofInstant(date.toInstant(), ZONE).withNano(0).toString())
        .collect(Collectors.joining(" "));
    return found.isEmpty() ? "nothing" : found;
  }
}
