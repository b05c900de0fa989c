package dev.frontdesk.booking;

import static dev.frontdesk.booking.MapleStreet.ANA;
import static dev.frontdesk.booking.MapleStreet.BEN;
import static dev.frontdesk.booking.MapleStreet.CALL;
import static dev.frontdesk.booking.MapleStreet.COLOUR;
import static dev.frontdesk.booking.MapleStreet.DANA;
import static dev.frontdesk.booking.MapleStreet.HAIRCUT;
import static dev.frontdesk.booking.MapleStreet.ORG;
import static dev.frontdesk.booking.MapleStreet.local;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.booking.SeriesOutcome.Conflict;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesTest {
  private final MapleStreet shop = new MapleStreet();

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', value = {
    "FREQ=WEEKLY;COUNT=3 | 2026-06-16 2026-06-23 2026-06-30",
    "FREQ=WEEKLY;INTERVAL=2;COUNT=3 | 2026-06-16 2026-06-30 2026-07-14",
    "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4 | 2026-06-16 2026-06-18 2026-06-23 2026-06-25",
    "FREQ=MONTHLY;BYDAY=3TU;COUNT=3 | 2026-06-16 2026-07-21 2026-08-18",
    "FREQ=WEEKLY;UNTIL=20260630 | 2026-06-16 2026-06-23 2026-06-30",
    "FREQ=WEEKLY;UNTIL=20260630T220000Z | 2026-06-16 2026-06-23 2026-06-30",
    "FREQ=WEEKLY;UNTIL=20260630T215959Z | 2026-06-16 2026-06-23",
    "FREQ=DAILY;COUNT=2 | 2026-06-16 2026-06-17",
  })
  void rules_of_rfc_5545_are_followed(String rule, String dates) {
    var starts =
        SeriesDates.of(
            LocalDateTime.parse("2026-06-16T15:00"), rule.strip(), Set.of(), MapleStreet.ZONE);

    assertThat(starts)
        .containsExactlyElementsOf(
            List.of(dates.strip().split(" ")).stream()
                .map(date -> LocalDateTime.parse(date + "T15:00"))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"FREQ=WEEKLY", "FREQ=DAILY;COUNT=54", "FREQ=SOMETIMES;COUNT=2", "", "weekly"})
  void endless_long_or_malformed_rules_are_refused(String rule) {
    assertThatThrownBy(
            () ->
                SeriesDates.of(
                    LocalDateTime.parse("2026-06-16T15:00"),
                    rule,
                    Set.of(),
                    ZoneId.of("UTC")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_series_stands_whole_with_one_id_at_one_wall_clock_time() {
    var outcome = series("2026-06-16T15:00", "FREQ=WEEKLY;INTERVAL=4;COUNT=8", Set.of(), "k1");

    var bookings = ((SeriesOutcome.Booked) outcome).bookings();
    assertThat(bookings).hasSize(8);
    // The clock goes back on 1 November; three o'clock stays three o'clock.
    assertThat(bookings)
        .extracting(booking -> local(booking.slot().start()).substring(10))
        .containsOnly("T15:00");
    assertThat(bookings.getLast().slot().start()).hasToString("2026-12-29T23:00:00Z");
    assertThat(bookings.stream().map(Booking::series).distinct()).hasSize(1);
  }

  @Test
  void dates_that_cannot_be_had_are_told_and_nothing_is_booked() {
    shop.entered("b1", HAIRCUT, ANA, "2026-06-23T15:00");
    var ids = shop.bookings.events().size();

    var outcome =
        seriesWithAna("2026-06-16T15:00", "FREQ=DAILY;COUNT=8", Set.of(), "k1");

    assertThat(outcome)
        .isEqualTo(
            new SeriesOutcome.Conflicts(
                List.of(
                    conflict("2026-06-20T15:00", WhyNot.CLOSED),
                    conflict("2026-06-21T15:00", WhyNot.CLOSED),
                    conflict("2026-06-23T15:00", WhyNot.TAKEN))));
    assertThat(shop.bookings.events()).hasSize(ids);
  }

  @Test
  void without_those_dates_it_stands() {
    var weekend = Set.of(LocalDate.parse("2026-06-20"), LocalDate.parse("2026-06-21"));

    var outcome = seriesWithAna("2026-06-16T15:00", "FREQ=DAILY;COUNT=7", weekend, "k1");

    assertThat(((SeriesOutcome.Booked) outcome).bookings()).hasSize(5);
    assertThat(seriesWithAna("2026-06-16T15:00", "FREQ=DAILY;COUNT=7", weekend, "k1"))
        .isEqualTo(outcome);
  }

  @Test
  void a_series_reaches_beyond_the_window_that_its_first_appointment_must_keep() {
    var token = shop.tokenAt(COLOUR, "2026-06-16T13:00", CALL);

    var outcome =
        shop.desk.series(
            ORG, CALL, token, "FREQ=MONTHLY;COUNT=3;BYDAY=3TU", Set.of(), DANA, "k1");

    assertThat(outcome).isInstanceOf(SeriesOutcome.Booked.class);
  }

  private SeriesOutcome seriesWithAna(
      String start, String rule, Set<LocalDate> except, String key) {
    var wish = SlotWish.at(HAIRCUT, LocalDateTime.parse(start), 1).with(ANA);
    var offers = shop.desk.offer(ORG, CALL, wish).offers();
    var token = offers.isEmpty() ? new SlotToken("none") : offers.getFirst().token();
    return shop.desk.series(ORG, CALL, token, rule, except, DANA, key);
  }

  private SeriesOutcome series(String start, String rule, Set<LocalDate> except, String key) {
    var wish = SlotWish.at(HAIRCUT, LocalDateTime.parse(start), 1).with(BEN);
    var token = shop.desk.offer(ORG, CALL, wish).offers().getFirst().token();
    return shop.desk.series(ORG, CALL, token, rule, except, DANA, key);
  }

  private static Conflict conflict(String start, WhyNot whyNot) {
    return new Conflict(LocalDateTime.parse(start), whyNot);
  }
}
