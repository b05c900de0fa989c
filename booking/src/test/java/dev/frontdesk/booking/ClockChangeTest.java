package dev.frontdesk.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The days on which clocks change, for who works from 01:30 to 02:30. A moment is open when the
/// wall clock reads a time within the hours: what is skipped is lost, what is repeated is open
/// twice, and nothing is ever open at a time that the schedule does not name.
class ClockChangeTest {

  @ParameterizedTest(name = "{0} on {1}: open {2}")
  @CsvSource({
    // Spring: 02:00 becomes 03:00. Half an hour is left.
    "America/New_York, 2026-03-08, 01:30-05:00/03:00-04:00",
    // Autumn: 02:00 becomes 01:00. 01:30 to 02:00 comes twice, 01:00 to 01:30 between is closed.
    "America/New_York, 2026-11-01, 01:30-04:00/01:00-05:00 01:30-05:00/02:30-05:00",
    // Spring: 02:00 becomes 03:00.
    "Europe/Berlin, 2026-03-29, 01:30+01:00/03:00+02:00",
    // Autumn: 03:00 becomes 02:00. Once all of it, then 02:00 to 02:30 again.
    "Europe/Berlin, 2026-10-25, 01:30+02:00/02:30+02:00 02:00+01:00/02:30+01:00",
    // Spring: 02:00 becomes 02:30, which is closing time.
    "Australia/Lord_Howe, 2026-10-04, 01:30+10:30/02:30+11:00",
    // Autumn: 02:00 becomes 01:30. Open all through the repeated half hour.
    "Australia/Lord_Howe, 2026-04-05, 01:30+11:00/02:30+10:30",
    // No changes in India.
    "Asia/Kolkata, 2026-03-29, 01:30+05:30/02:30+05:30",
    "Asia/Kolkata, 2026-10-25, 01:30+05:30/02:30+05:30",
    // An ordinary day.
    "America/New_York, 2026-03-09, 01:30-04:00/02:30-04:00",
  })
  void hours_from_half_past_one_to_half_past_two(String zone, LocalDate day, String open) {
    assertThat(openOn(zone, "01:30-02:30", day)).isEqualTo(stretches(day, open));
  }

  @ParameterizedTest(name = "{0} on {1}: {2} minutes at {3}")
  @CsvSource({
    "America/New_York, 2026-03-08, 15, 01:30-05:00 01:45-05:00",
    "America/New_York, 2026-03-08, 30, 01:30-05:00",
    "America/New_York, 2026-03-08, 45, ''",
    "America/New_York, 2026-11-01, 30, "
        + "01:30-04:00 01:30-05:00 01:45-05:00 02:00-05:00",
    "America/New_York, 2026-11-01, 60, 01:30-05:00",
    "America/New_York, 2026-11-01, 75, ''",
    "Europe/Berlin, 2026-03-29, 30, 01:30+01:00",
    "Europe/Berlin, 2026-10-25, 30, 01:30+02:00 01:45+02:00 02:00+02:00 02:00+01:00",
    "Europe/Berlin, 2026-10-25, 60, 01:30+02:00",
    "Australia/Lord_Howe, 2026-10-04, 30, 01:30+10:30",
    "Australia/Lord_Howe, 2026-04-05, 90, 01:30+11:00",
    "Australia/Lord_Howe, 2026-04-05, 60, 01:30+11:00 01:45+11:00 01:30+10:30",
    "Asia/Kolkata, 2026-03-29, 60, 01:30+05:30",
  })
  void appointments_fit_what_the_clock_leaves(
      String zone, LocalDate day, int minutes, String starts) {
    var found = startsOn(zone, "01:30-02:30", day, minutes, 15);

    assertThat(found).isEqualTo(moments(day, starts));
  }

  @Test
  void hours_that_begin_in_the_skipped_hour_begin_when_it_is_over() {
    var day = LocalDate.parse("2026-03-08");

    assertThat(openOn("America/New_York", "02:30-04:00", day))
        .isEqualTo(stretches(day, "03:00-04:00/04:00-04:00"));
    assertThat(openOn("America/New_York", "02:10-02:50", day)).isEmpty();
    assertThat(startsOn("America/New_York", "02:30-04:00", day, 30, 20))
        .isEqualTo(moments(day, "03:10-04:00 03:30-04:00"));
  }

  @Test
  void hours_past_midnight_into_a_change_belong_to_the_evening_they_began() {
    var saturday = LocalDate.parse("2026-10-31");
    var sunday = saturday.plusDays(1);

    var working =
        Working.weekly(ZoneId.of("America/New_York"), WeeklySchedule.EMPTY)
            .withOverrides(Map.of(saturday, MapleStreet.spans("22:00-02:00")));
    var open = list(OpenTimes.of(working, noon(saturday), noon(sunday)).open());

    // Two to ten on the clock, but five hours: one to two comes twice.
    assertThat(open)
        .containsExactly(
            List.of(moment(saturday, "22:00-04:00"), moment(sunday, "02:00-05:00")));
  }

  @Test
  void days_of_change_are_as_long_as_they_are() {
    assertThat(minutes("America/New_York", "2026-03-08")).isEqualTo(23 * 60);
    assertThat(minutes("America/New_York", "2026-11-01")).isEqualTo(25 * 60);
    assertThat(minutes("Australia/Lord_Howe", "2026-04-05")).isEqualTo(24 * 60 + 30);
    assertThat(minutes("Asia/Kolkata", "2026-03-29")).isEqualTo(24 * 60);
  }

  @Test
  void breaks_and_time_off_follow_the_same_clock() {
    var day = LocalDate.parse("2026-11-01");
    var working =
        Working.weekly(ZoneId.of("America/New_York"), MapleStreet.week(1, 7, "00:00-04:00"))
            .withBreaks(MapleStreet.week(7, 7, "01:15-01:30"))
            .withTimeOff(
                List.of(
                    new TimeOff(
                        LocalDateTime.parse("2026-11-01T01:45"),
                        LocalDateTime.parse("2026-11-01T06:00"))));

    var open = list(OpenTimes.of(working, noon(day.minusDays(1)), noon(day)).open());

    assertThat(open)
        .isEqualTo(
            stretches(
                day,
                "00:00-04:00/01:15-04:00 01:30-04:00/01:45-04:00"
                    + " 01:00-05:00/01:15-05:00 01:30-05:00/01:45-05:00"));
  }

  private static long minutes(String zone, String day) {
    return openOn(zone, "00:00-24:00", LocalDate.parse(day)).stream()
        .mapToLong(
            stretch -> Duration.between(stretch.getFirst(), stretch.getLast()).toMinutes())
        .sum();
  }

  private static List<List<Instant>> openOn(String zone, String hours, LocalDate day) {
    return list(laid(zone, hours, day).open());
  }

  private static List<Instant> startsOn(
      String zone, String hours, LocalDate day, int minutes, int step) {
    var rules =
        new BookingRules(Duration.ZERO, 60, Duration.ofMinutes(step), Duration.ZERO, Limits.NONE);
    var service =
        Service.of(MapleStreet.HAIRCUT, "Haircut", Duration.ofMinutes(minutes)).withRules(rules);
    var resource =
        Resource.person(
            MapleStreet.ANA, "Ana", Working.weekly(ZoneId.of(zone), WeeklySchedule.EMPTY));
    var times = ResourceTimes.of(resource, service, laid(zone, hours, day), List.of());
    var starts =
        times.freeStarts(
            noon(day.minusDays(1)).getEpochSecond(), noon(day.plusDays(1)).getEpochSecond());
    return Arrays.stream(starts).mapToObj(Instant::ofEpochSecond).toList();
  }

  private static OpenTimes laid(String zone, String hours, LocalDate day) {
    var working =
        Working.weekly(ZoneId.of(zone), WeeklySchedule.EMPTY)
            .withOverrides(Map.of(day, MapleStreet.spans(hours)));
    return OpenTimes.of(working, noon(day.minusDays(1)), noon(day.plusDays(1)));
  }

  private static Instant noon(LocalDate day) {
    return Instant.parse(day + "T12:00:00Z");
  }

  private static List<List<Instant>> list(Intervals intervals) {
    var all = new ArrayList<List<Instant>>();
    for (int i = 0; i < intervals.size(); i++) {
      all.add(
          List.of(
              Instant.ofEpochSecond(intervals.start(i)),
              Instant.ofEpochSecond(intervals.end(i))));
    }
    return all;
  }

  private static List<List<Instant>> stretches(LocalDate day, String text) {
    return Arrays.stream(text.split(" "))
        .map(one -> one.split("/"))
        .map(ends -> List.of(moment(day, ends[0]), moment(day, ends[1])))
        .toList();
  }

  private static List<Instant> moments(LocalDate day, String text) {
    return text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(" ")).map(one -> moment(day, one)).toList();
  }

  private static Instant moment(LocalDate day, String time) {
    return OffsetDateTime.parse(day + "T" + time).toInstant();
  }
}
