package dev.frontdesk.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {
  private final Catalogue catalogue = MapleStreet.catalogue();

  @Test
  void the_shop_is_open_when_anybody_works() {
    assertThat(catalogue.usualHours(DayOfWeek.MONDAY))
        .isEqualTo(MapleStreet.spans("09:00-12:00", "13:00-17:00"));
    assertThat(catalogue.usualHours(DayOfWeek.TUESDAY))
        .isEqualTo(MapleStreet.spans("09:00-18:00"));
    assertThat(catalogue.usualHours(DayOfWeek.SUNDAY)).isEmpty();
  }

  @Test
  void a_date_has_its_own_hours() {
    var friday = LocalDate.parse("2026-06-19");
    var away = MapleStreet.ana().working().withOverrides(Map.of(friday, List.of()));
    var some =
        MapleStreet.catalogue(
            List.of(MapleStreet.haircut()),
            List.of(Resource.person(MapleStreet.ANA, "Ana", away), MapleStreet.ben()));

    assertThat(some.hoursOn(friday)).isEqualTo(MapleStreet.spans("10:00-18:00"));
    assertThat(some.hoursOn(friday.plusDays(2))).isEmpty();
  }

  @Test
  void who_is_away_all_day_opens_nothing() {
    var friday = LocalDate.parse("2026-06-19");
    var off = new TimeOff(friday.atTime(0, 0), friday.plusDays(3).atTime(0, 0));
    var ben = MapleStreet.ben().working().withTimeOff(List.of(off));
    var some =
        MapleStreet.catalogue(
            List.of(MapleStreet.haircut()), List.of(Resource.person(MapleStreet.BEN, "B", ben)));

    assertThat(some.hoursOn(friday)).isEmpty();
    assertThat(some.hoursOn(friday.minusDays(1))).hasSize(1);
  }

  @Test
  void breaks_split_the_day() {
    var breaks = MapleStreet.week(2, 2, "12:00-12:30", "17:30-19:00");
    var broken = MapleStreet.ben().working().withBreaks(breaks);
    var ben = Resource.person(MapleStreet.BEN, "Ben", broken);
    var some = MapleStreet.catalogue(List.of(MapleStreet.haircut()), List.of(ben));

    assertThat(some.usualHours(DayOfWeek.TUESDAY))
        .isEqualTo(MapleStreet.spans("10:00-12:00", "12:30-17:30"));
  }

  @Test
  void hours_may_run_past_midnight() {
    var late = TimeSpan.parse("22:00-02:00");

    assertThat(late).isEqualTo(new TimeSpan(22 * 60, 26 * 60));
    assertThat(late.endsNextDay()).isTrue();
    assertThat(late.to()).isEqualTo(LocalTime.of(2, 0));
    assertThat(late.contains(LocalTime.of(1, 59))).isTrue();
    assertThat(late.contains(LocalTime.of(2, 0))).isFalse();
    assertThat(TimeSpan.parse("00:00-24:00")).isEqualTo(new TimeSpan(0, 1440));
    assertThat(TimeSpan.parse("00:00-24:00").endsNextDay()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9-12", "09:00", "09:00-25:00", "09:60-10:00", "10:00-10:00", "a-b"})
  void what_is_no_stretch_of_a_day_is_refused(String text) {
    assertThatThrownBy(() -> TimeSpan.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hours_of_one_day_do_not_overlap() {
    assertThatThrownBy(() -> MapleStreet.week(1, 1, "09:00-12:00", "11:00-13:00"))
        .hasMessage("hours overlap: 09:00-12:00 and 11:00-13:00");
  }
}
