package dev.frontdesk.booking;

import static dev.frontdesk.booking.MapleStreet.ANA;
import static dev.frontdesk.booking.MapleStreet.BEN;
import static dev.frontdesk.booking.MapleStreet.CALL;
import static dev.frontdesk.booking.MapleStreet.COLOUR;
import static dev.frontdesk.booking.MapleStreet.HAIRCUT;
import static dev.frontdesk.booking.MapleStreet.ORG;
import static dev.frontdesk.booking.MapleStreet.starts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffersTest {
  private final MapleStreet shop = new MapleStreet();

  @Test
  void an_exact_wish_that_is_free_is_granted_alone() {
    var offers = at(COLOUR, "2026-06-18T13:30", 3);

    assertThat(offers.whyNot()).isEmpty();
    assertThat(starts(offers)).containsExactly("2026-06-18T13:30");
    assertThat(offers.offers().getFirst().resources()).containsExactly(ANA);
  }

  @ParameterizedTest(name = "{0} at {1}: {2}, instead {3}")
  @CsvSource({
    // It is Friday 12 June, nine o'clock.
    "haircut, 2026-06-12T08:45, PAST, 2026-06-12T09:00 2026-06-12T09:15",
    "haircut, 2025-06-12T10:00, PAST, 2026-06-12T09:00 2026-06-12T09:15",
    "colour, 2026-06-12T10:00, TOO_SOON, 2026-06-12T13:00 2026-06-12T13:30",
    "colour, 2026-07-13T13:00, BEYOND_WINDOW, 2026-07-11T12:30 2026-07-11T12:00",
    "haircut, 2026-06-14T10:00, CLOSED, 2026-06-13T17:30 2026-06-15T09:00",
    "colour, 2026-06-16T12:30, CLOSED, 2026-06-16T13:00 2026-06-16T10:30",
    "colour, 2026-06-16T11:00, DOES_NOT_FIT, 2026-06-16T10:30 2026-06-16T13:00",
    "colour, 2026-06-16T16:00, DOES_NOT_FIT, 2026-06-16T15:30 2026-06-17T09:00",
    "colour, 2026-06-16T13:15, OFF_GRID, 2026-06-16T13:00 2026-06-16T13:30",
    "haircut, 2026-06-16T13:10, OFF_GRID, 2026-06-16T13:15 2026-06-16T13:00",
    "massage, 2026-06-16T13:10, UNKNOWN_SERVICE, ''",
  })
  void a_wish_that_cannot_be_had_is_told_why_and_what_comes_nearest(
      String service, String start, WhyNot whyNot, String instead) {
    var offers = at(new ServiceId(service), start, 2);

    assertThat(offers.whyNot()).contains(whyNot);
    assertThat(String.join(" ", starts(offers))).isEqualTo(instead);
  }

  @Test
  void a_taken_slot_has_neighbours_on_both_sides() {
    shop.entered("b1", COLOUR, ANA, "2026-06-16T13:00");

    var offers = at(COLOUR, "2026-06-16T13:00", 3);

    assertThat(offers.whyNot()).contains(WhyNot.TAKEN);
    assertThat(starts(offers))
        .containsExactly("2026-06-16T15:00", "2026-06-16T10:30", "2026-06-16T15:30");
  }

  @Test
  void when_the_person_wished_for_is_taken_somebody_else_at_the_same_time_comes_first() {
    shop.entered("b1", HAIRCUT, ANA, "2026-06-16T15:00");

    var wish = SlotWish.at(HAIRCUT, LocalDateTime.parse("2026-06-16T15:00"), 3).with(ANA);
    var offers = shop.desk.offer(ORG, CALL, wish);

    assertThat(offers.whyNot()).contains(WhyNot.TAKEN);
    assertThat(starts(offers))
        .containsExactly("2026-06-16T15:00", "2026-06-16T14:30", "2026-06-16T15:30");
    assertThat(offers.offers()).extracting(offer -> offer.resources().getFirst())
        .containsExactly(BEN, ANA, ANA);
  }

  @Test
  void alternatives_are_sought_through_the_whole_window_before_giving_up() {
    var closed = Map.<LocalDate, List<TimeSpan>>of();
    for (int day = 15; day <= 26; day++) {
      closed = with(closed, LocalDate.of(2026, 6, day));
    }
    var ana = Resource.person(ANA, "Ana", MapleStreet.ana().working().withOverrides(closed));
    var away = new MapleStreet(MapleStreet.catalogue(List.of(MapleStreet.colour()), List.of(ana)));

    var wish = SlotWish.at(COLOUR, LocalDateTime.parse("2026-06-20T10:00"), 2);

    assertThat(starts(away.desk.offer(ORG, CALL, wish)))
        .containsExactly("2026-06-13T12:30", "2026-06-27T10:00");
  }

  private static Map<LocalDate, List<TimeSpan>> with(
      Map<LocalDate, List<TimeSpan>> closed, LocalDate day) {
    var more = new HashMap<>(closed);
    more.put(day, List.of());
    return more;
  }

  @Test
  void a_day_and_its_part_are_offered_from_the_earliest() {
    var afternoon =
        shop.desk.offer(
            ORG,
            CALL,
            SlotWish.on(COLOUR, LocalDate.parse("2026-06-16"), DayPart.AFTERNOON, 3));

    assertThat(afternoon.granted()).isTrue();
    assertThat(starts(afternoon))
        .containsExactly("2026-06-16T13:00", "2026-06-16T13:30", "2026-06-16T14:00");
  }

  @Test
  void a_day_that_is_full_has_neighbours_on_both_sides() {
    for (var start : List.of("09:30", "13:00", "15:00")) {
      shop.entered("b" + start.replace(":", ""), COLOUR, ANA, "2026-06-16T" + start);
    }

    var wish = SlotWish.on(COLOUR, LocalDate.parse("2026-06-16"), DayPart.ANY, 2);
    var offers = shop.desk.offer(ORG, CALL, wish);

    assertThat(offers.whyNot()).contains(WhyNot.TAKEN);
    assertThat(starts(offers)).containsExactly("2026-06-15T15:30", "2026-06-17T09:00");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-06-14, CLOSED",
    "2026-06-11, PAST",
    "2026-09-11, BEYOND_WINDOW",
  })
  void a_day_without_anything_is_told_why(LocalDate day, WhyNot whyNot) {
    var offers = shop.desk.offer(ORG, CALL, SlotWish.on(HAIRCUT, day, DayPart.ANY, 2));

    assertThat(offers.whyNot()).contains(whyNot);
    assertThat(offers.offers()).hasSize(2);
  }

  @Test
  void as_soon_as_possible_is_the_next_start_with_enough_notice() {
    assertThat(starts(shop.desk.offer(ORG, CALL, SlotWish.soonest(COLOUR, 1))))
        .containsExactly("2026-06-12T13:00");
    assertThat(starts(shop.desk.offer(ORG, CALL, SlotWish.soonest(HAIRCUT, 2))))
        .containsExactly("2026-06-12T09:00", "2026-06-12T09:15");
  }

  @Test
  void nobody_is_offered_who_does_not_exist_or_does_not_do_it() {
    var wish = SlotWish.at(COLOUR, LocalDateTime.parse("2026-06-16T13:00"), 1);

    assertThat(shop.desk.offer(ORG, CALL, wish.with(BEN)).whyNot())
        .contains(WhyNot.WRONG_RESOURCE);
    assertThat(shop.desk.offer(ORG, CALL, wish.with(new ResourceId("zoe"))).whyNot())
        .contains(WhyNot.UNKNOWN_RESOURCE);
  }

  @Test
  void a_time_that_the_clock_skips_is_told_so_and_what_follows_it_is_offered() {
    var night = nightShop();
    night.clock.set(MapleStreet.at("2026-03-07T12:00"));

    var offers =
        night.desk.offer(
            ORG, CALL, SlotWish.at(HAIRCUT, LocalDateTime.parse("2026-03-08T02:30"), 2));

    assertThat(offers.whyNot()).contains(WhyNot.NO_SUCH_TIME);
    assertThat(starts(offers)).contains("2026-03-08T03:30");
  }

  @Test
  void a_time_that_comes_twice_is_offered_twice() {
    var night = nightShop();
    night.clock.set(MapleStreet.at("2026-10-31T12:00"));

    var offers =
        night.desk.offer(
            ORG, CALL, SlotWish.at(HAIRCUT, LocalDateTime.parse("2026-11-01T01:30"), 5));

    assertThat(offers.granted()).isTrue();
    assertThat(starts(offers)).containsExactly("2026-11-01T01:30", "2026-11-01T01:30");
    assertThat(offers.offers()).extracting(Offer::slot).doesNotHaveDuplicates();
  }

  private static MapleStreet nightShop() {
    var always = Working.weekly(MapleStreet.ZONE, MapleStreet.week(1, 7, "00:00-24:00"));
    return new MapleStreet(
        MapleStreet.catalogue(
            List.of(MapleStreet.haircut()), List.of(Resource.person(ANA, "Ana", always))));
  }

  @Test
  void nothing_at_all_is_an_empty_answer() {
    var never = Resource.person(ANA, "Ana", Working.weekly(MapleStreet.ZONE, WeeklySchedule.EMPTY));
    var shut =
        new MapleStreet(MapleStreet.catalogue(List.of(MapleStreet.colour()), List.of(never)));

    var offers = shut.desk.offer(ORG, CALL, SlotWish.soonest(COLOUR, 3));

    assertThat(offers).isEqualTo(new Offers(List.of(), Optional.of(WhyNot.CLOSED)));
  }

  private Offers at(ServiceId service, String start, int limit) {
    return shop.desk.offer(ORG, CALL, SlotWish.at(service, LocalDateTime.parse(start), limit));
  }
}
