package dev.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.booking.BookingRules;
import dev.frontdesk.booking.Catalogue;
import dev.frontdesk.booking.ResourcePool.AnyResource;
import dev.frontdesk.booking.ResourcePool.OneOf;
import dev.frontdesk.booking.TimeSpan;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueReaderTest {
  private static final String SHOP =
      """
      organisation:
        name: Maple Street Barbers
        timeZone: America/Los_Angeles
        address: 12 Maple Street
        facts: {parking: "Behind the shop, free for customers."}
      services:
        - {id: haircut, name: Haircut, minutes: 30, price: 35.00 USD}
        - id: colour
          name: Colour
          aliases: [coloring, dye]
          minutes: 90
          bufferAfterMinutes: 15
          minimumNoticeMinutes: 120
          windowDays: 30
          startEveryMinutes: 30
          resources: [[ana, ben], [chair-1]]
          capacity: 1
          cancelUntilHours: 24
        - {id: wash, name: Wash, minutes: 15, resources: [ana]}
      resources:
        - id: ana
          name: Ana
          schedule: {mon-fri: ["09:00-12:00", "13:00-17:00"], sat: ["10:00-14:00"]}
          overrides: {2026-06-19: [], 2026-06-20: ["12:00-16:00"]}
        - {id: ben, name: Ben, timeZone: Europe/Berlin, schedule: {tue-sat: ["10:00-18:00"]}}
        - {id: chair-1, name: Chair one, kind: chair, schedule: {sun-mon: ["00:00-24:00"]}}
      bookings:
        - {id: b1, service: wash, resource: ana, start: "2026-06-16T15:00", customer: {name: D}}
      """;

  @Test
  void what_is_left_out_has_its_default() {
    var haircut = shop().service(new ServiceId("haircut")).orElseThrow();

    assertThat(haircut.pools()).containsExactly(new AnyResource());
    assertThat(haircut.rules()).isEqualTo(BookingRules.DEFAULT);
    assertThat(haircut.capacity()).isEqualTo(1);
    assertThat(haircut.after()).isZero();
    assertThat(haircut.price()).hasToString("Optional[35.00 USD]");
  }

  @Test
  void a_list_of_lists_asks_for_one_of_each() {
    var colour = shop().service(new ServiceId("colour")).orElseThrow();
    var wash = shop().service(new ServiceId("wash")).orElseThrow();

    assertThat(colour.pools()).containsExactly(oneOf("ana", "ben"), oneOf("chair-1"));
    assertThat(wash.pools()).containsExactly(oneOf("ana"));
    assertThat(colour.rules().cancelUntil()).isEqualTo(Duration.ofHours(24));
    assertThat(colour.rules().startEvery()).isEqualTo(Duration.ofMinutes(30));
    assertThat(colour.after()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void schedules_are_read_by_day_range_with_their_gaps_and_overrides() {
    var ana = shop().resource(new ResourceId("ana")).orElseThrow().working();
    var chair = shop().resource(new ResourceId("chair-1")).orElseThrow().working();

    assertThat(ana.hours().on(DayOfWeek.FRIDAY))
        .containsExactly(TimeSpan.parse("09:00-12:00"), TimeSpan.parse("13:00-17:00"));
    assertThat(ana.hours().on(DayOfWeek.SUNDAY)).isEmpty();
    assertThat(ana.overrides().get(LocalDate.parse("2026-06-19"))).isEmpty();
    assertThat(ana.zone()).isEqualTo(ZoneId.of("America/Los_Angeles"));
    assertThat(chair.hours().days()).containsOnlyKeys(DayOfWeek.SUNDAY, DayOfWeek.MONDAY);
  }

  @Test
  void standing_bookings_are_in_the_organisations_time() {
    var standing = StandingBooking.read(StrictYaml.parse("shop.yaml", SHOP), shop());

    assertThat(standing).hasSize(1);
    assertThat(standing.getFirst().start()).isEqualTo(Instant.parse("2026-06-16T22:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "America/Los_Angeles|Mars/Base|organisation.timeZone: must be a time zone",
        "minutes: 30|minutes: 0|services[0].minutes: must be a whole number from 1 to 1440",
        "price: 35.00 USD|price: 35.001 USD|services[0].price: must be '35.00 USD'",
        "price: 35.00 USD|prize: 35 USD|services[0].prize: unknown",
        "resources: [ana]|resources: [anna]|services[2].resources[0]: no resource is called 'anna'",
        "09:00-12:00|09:00-13:30|resources[0].schedule: hours overlap",
        "sat:|fri:|resources[0].schedule.fri: friday is given twice",
        "tue-sat|tuesday-funday|resources[1].schedule.tuesday-funday: unknown day 'funday'",
        "id: ben|id: ana|resources[1].id: 'ana' is given twice",
        "2026-06-19|19 June|resources[0].overrides.19 June: must be under a date",
        "2026-06-16T15:00|2026-03-08T02:30|bookings[0].start: must be a time",
        "service: wash|service: wax|bookings[0].service: no service is called 'wax'",
        "resource: ana,|resource: ben,|bookings[0].resource: 'ben' does not do this",
      })
  void a_mistake_is_named_with_its_line(String right, String wrong, String message) {
    var text = SHOP.replaceFirst(Pattern.quote(right), wrong);
    var yaml = StrictYaml.parse("shop.yaml", text);

    assertThatThrownBy(
            () -> StandingBooking.read(yaml, CatalogueReader.read(yaml, new OrgId("maple"))))
        .isInstanceOf(BadFileException.class)
        .hasMessageContaining(message)
        .hasMessageStartingWith("shop.yaml:");
  }

  private static Catalogue shop() {
    return CatalogueReader.read(StrictYaml.parse("shop.yaml", SHOP), new OrgId("maple"));
  }

  private static OneOf oneOf(String... ids) {
    return new OneOf(List.of(ids).stream().map(ResourceId::new).toList());
  }
}
