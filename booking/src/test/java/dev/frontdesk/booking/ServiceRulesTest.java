package dev.frontdesk.booking;

import static dev.frontdesk.booking.MapleStreet.ANA;
import static dev.frontdesk.booking.MapleStreet.BEN;
import static dev.frontdesk.booking.MapleStreet.CALL;
import static dev.frontdesk.booking.MapleStreet.DANA;
import static dev.frontdesk.booking.MapleStreet.HAIRCUT;
import static dev.frontdesk.booking.MapleStreet.ORG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Capacity, limits, several resources at once, skills.
class ServiceRulesTest {
  private static final ServiceId CLASS = new ServiceId("class");
  private static final ResourceId CHAIR_1 = new ResourceId("chair-1");
  private static final ResourceId CHAIR_2 = new ResourceId("chair-2");

  @Test
  void a_group_takes_as_many_as_it_has_seats() {
    var yoga = Service.of(CLASS, "Class", Duration.ofMinutes(60)).withCapacity(3);
    var shop = shop(List.of(yoga, MapleStreet.haircut()), MapleStreet.ana());

    for (int seat = 1; seat <= 3; seat++) {
      shop.booked(CLASS, "2026-06-16T15:00", new CallId("seat-" + seat), "k" + seat);
    }

    assertThat(whyNot(shop, CLASS, "2026-06-16T15:00")).contains(WhyNot.TAKEN);
    assertThat(whyNot(shop, HAIRCUT, "2026-06-16T15:30")).contains(WhyNot.TAKEN);
  }

  @Test
  void who_works_for_one_does_not_join_a_group_meanwhile() {
    var yoga = Service.of(CLASS, "Class", Duration.ofMinutes(60)).withCapacity(3);
    var shop = shop(List.of(yoga, MapleStreet.haircut()), MapleStreet.ana());
    shop.entered("b1", HAIRCUT, ANA, "2026-06-16T15:30");

    assertThat(whyNot(shop, CLASS, "2026-06-16T15:00")).contains(WhyNot.TAKEN);
    assertThat(whyNot(shop, CLASS, "2026-06-16T16:00")).isEmpty();
  }

  @Test
  void who_loses_the_race_for_a_seat_gets_the_next() {
    var yoga = Service.of(CLASS, "Class", Duration.ofMinutes(60)).withCapacity(2);
    var shop = shop(List.of(yoga), MapleStreet.ana());
    var first = shop.tokenAt(CLASS, "2026-06-16T15:00", new CallId("c1"));
    var second = shop.tokenAt(CLASS, "2026-06-16T15:00", new CallId("c2"));
    var third = shop.tokenAt(CLASS, "2026-06-16T15:00", new CallId("c3"));

    assertThat(shop.desk.book(ORG, new CallId("c1"), first, DANA, "k1"))
        .isInstanceOf(BookOutcome.Booked.class);
    assertThat(shop.desk.book(ORG, new CallId("c2"), second, DANA, "k2"))
        .isInstanceOf(BookOutcome.Booked.class);
    assertThat(shop.desk.book(ORG, new CallId("c3"), third, DANA, "k3"))
        .isInstanceOf(BookOutcome.JustTaken.class);
  }

  @Test
  void a_stylist_and_a_chair_are_taken_together() {
    var styled =
        MapleStreet.haircut()
            .withPools(
                List.of(
                    new ResourcePool.OneOf(List.of(ANA, BEN)),
                    new ResourcePool.Skilled("chair", Set.of())));
    var shop = shop(List.of(styled), MapleStreet.ana(), MapleStreet.ben(), chair(CHAIR_1));

    var offer = shop.offerAt(HAIRCUT, "2026-06-16T15:00", CALL);
    assertThat(offer.resources()).containsExactly(ANA, CHAIR_1);
    shop.booked(HAIRCUT, "2026-06-16T15:00", CALL, "k1");

    // Ben is free, but there is no chair for him.
    assertThat(whyNot(shop, HAIRCUT, "2026-06-16T15:00")).contains(WhyNot.TAKEN);
    assertThat(whyNot(shop, HAIRCUT, "2026-06-16T15:30")).isEmpty();
  }

  @Test
  void one_resource_in_two_pools_serves_one_of_them() {
    var pool = new ResourcePool.OneOf(List.of(CHAIR_1, CHAIR_2));
    var both = MapleStreet.haircut().withPools(List.of(pool, pool));
    var shop = shop(List.of(both), chair(CHAIR_1), chair(CHAIR_2));

    assertThat(shop.offerAt(HAIRCUT, "2026-06-16T15:00", CALL).resources())
        .containsExactlyInAnyOrder(CHAIR_1, CHAIR_2);
    shop.booked(HAIRCUT, "2026-06-16T15:00", CALL, "k1");
    assertThat(whyNot(shop, HAIRCUT, "2026-06-16T15:00")).contains(WhyNot.TAKEN);
  }

  @Test
  void the_one_named_is_taken_from_whatever_pool_has_them() {
    var styled =
        MapleStreet.haircut()
            .withPools(
                List.of(
                    new ResourcePool.OneOf(List.of(ANA, BEN)),
                    new ResourcePool.OneOf(List.of(CHAIR_1, CHAIR_2))));
    var shop =
        shop(
            List.of(styled),
            MapleStreet.ana(),
            MapleStreet.ben(),
            chair(CHAIR_1),
            chair(CHAIR_2));

    var wish = SlotWish.at(HAIRCUT, LocalDateTime.parse("2026-06-16T15:00"), 1).with(CHAIR_2);

    assertThat(shop.desk.offer(ORG, CALL, wish).offers().getFirst().resources())
        .containsExactly(ANA, CHAIR_2);
  }

  @Test
  void skills_decide_who_may_do_it() {
    var dyer =
        new Resource(
            BEN, "Ben", "person", Set.of("dye"), MapleStreet.ben().working(), Limits.NONE);
    var colour =
        MapleStreet.haircut()
            .withPools(List.of(new ResourcePool.Skilled("person", Set.of("dye"))));
    var shop = shop(List.of(colour), MapleStreet.ana(), dyer);

    assertThat(shop.offerAt(HAIRCUT, "2026-06-16T15:00", CALL).resources()).containsExactly(BEN);
    assertThatThrownBy(() -> MapleStreet.catalogue(List.of(colour), List.of(MapleStreet.ana())))
        .hasMessageContaining("which nobody is");
  }

  @Test
  void a_resource_is_not_booked_more_often_than_its_day_and_week_allow() {
    var ana = MapleStreet.ana();
    var careful =
        new Resource(ANA, "Ana", "person", Set.of(), ana.working(), new Limits(of(2), of(3)));
    var shop = shop(List.of(MapleStreet.haircut()), careful);
    shop.entered("b1", HAIRCUT, ANA, "2026-06-16T09:00");
    shop.entered("b2", HAIRCUT, ANA, "2026-06-16T10:00");

    assertThat(whyNot(shop, HAIRCUT, "2026-06-16T15:00")).contains(WhyNot.LIMIT_REACHED);
    assertThat(whyNot(shop, HAIRCUT, "2026-06-17T15:00")).isEmpty();
    shop.entered("b3", HAIRCUT, ANA, "2026-06-19T10:00");
    assertThat(whyNot(shop, HAIRCUT, "2026-06-17T15:00")).contains(WhyNot.LIMIT_REACHED);
    assertThat(whyNot(shop, HAIRCUT, "2026-06-22T15:00")).isEmpty();
  }

  @Test
  void a_service_is_not_booked_more_often_than_its_day_allows_whoever_does_it() {
    var rules = BookingRules.DEFAULT;
    var rare =
        MapleStreet.haircut()
            .withRules(
                new BookingRules(
                    rules.minimumNotice(),
                    rules.windowDays(),
                    rules.startEvery(),
                    rules.cancelUntil(),
                    Limits.perDay(1)));
    var shop = shop(List.of(rare), MapleStreet.ana(), MapleStreet.ben());
    var late = shop.tokenAt(HAIRCUT, "2026-06-16T15:00", new CallId("late"));
    shop.booked(HAIRCUT, "2026-06-16T10:00", CALL, "k1");

    assertThat(whyNot(shop, HAIRCUT, "2026-06-16T15:00")).contains(WhyNot.LIMIT_REACHED);
    assertThat(shop.desk.book(ORG, new CallId("late"), late, DANA, "k2"))
        .isInstanceOfSatisfying(
            BookOutcome.Refused.class,
            refused -> {
              assertThat(refused.whyNot()).isEqualTo(WhyNot.LIMIT_REACHED);
              assertThat(refused.alternatives()).isNotEmpty();
            });
  }

  @Test
  void first_listed_is_first_served_when_the_service_says_so() {
    var plain = MapleStreet.haircut().withChoice(ResourceChoice.FIRST_LISTED);
    var shop = shop(List.of(plain), MapleStreet.ana(), MapleStreet.ben());
    shop.booked(HAIRCUT, "2026-06-16T10:00", CALL, "k1");

    assertThat(shop.offerAt(HAIRCUT, "2026-06-16T15:00", CALL).resources()).containsExactly(ANA);
  }

  private static OptionalInt of(int most) {
    return OptionalInt.of(most);
  }

  private static Resource chair(ResourceId id) {
    var always = Working.weekly(MapleStreet.ZONE, MapleStreet.week(1, 7, "00:00-24:00"));
    return new Resource(id, id.value(), "chair", Set.of(), always, Limits.NONE);
  }

  private static MapleStreet shop(List<Service> services, Resource... resources) {
    return new MapleStreet(MapleStreet.catalogue(services, List.of(resources)));
  }

  private static Optional<WhyNot> whyNot(
      MapleStreet shop, ServiceId service, String start) {
    var wish = SlotWish.at(service, LocalDateTime.parse(start), 1);
    return shop.desk.offer(ORG, new CallId("asking"), wish).whyNot();
  }
}
