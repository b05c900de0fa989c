package dev.frontdesk.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.booking.BookingRules;
import dev.frontdesk.booking.Catalogue;
import dev.frontdesk.booking.Limits;
import dev.frontdesk.booking.Organisation;
import dev.frontdesk.booking.Resource;
import dev.frontdesk.booking.ResourceChoice;
import dev.frontdesk.booking.ResourcePool;
import dev.frontdesk.booking.Service;
import dev.frontdesk.booking.TimeOff;
import dev.frontdesk.booking.TimeSpan;
import dev.frontdesk.booking.WeeklySchedule;
import dev.frontdesk.booking.Working;
import dev.frontdesk.vocabulary.Money;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueJsonTest {
  private final CatalogueJson json = new CatalogueJson();

  @Test
  void a_catalogue_with_everything_in_it_reads_back_as_it_was() {
    assertThat(json.read(json.write(everything()))).isEqualTo(everything());
  }

  @Test
  void a_saved_catalogue_is_found_also_by_a_node_that_never_saw_it() {
    var storage = TestStorage.shared();
    var org = new OrgId("everything");
    TestStorage.fresh(org);
    storage.organisations().save(everything());

    try (var other = TestStorage.anotherNode()) {
      assertThat(other.catalogues().find(org)).contains(everything());
    }
    assertThat(storage.catalogues().find(new OrgId("nobody"))).isEmpty();
  }

  private static Catalogue everything() {
    var zone = ZoneId.of("Australia/Lord_Howe");
    var hours =
        new WeeklySchedule(
            Map.of(
                DayOfWeek.MONDAY,
                List.of(TimeSpan.parse("09:00-12:00"), TimeSpan.parse("13:00-24:00"))));
    var working =
        Working.weekly(zone, hours)
            .withBreaks(
                new WeeklySchedule(
                    Map.of(DayOfWeek.MONDAY, List.of(TimeSpan.parse("10:00-10:15")))))
            .withOverrides(Map.of(LocalDate.parse("2026-06-19"), List.of()))
            .withTimeOff(
                List.of(
                    new TimeOff(
                        LocalDateTime.parse("2026-04-05T01:30"),
                        LocalDateTime.parse("2026-04-05T02:30"))));
    var ana =
        new Resource(
            new ResourceId("ana"),
            "Ana",
            "person",
            Set.of("colour"),
            working,
            new Limits(OptionalInt.of(5), OptionalInt.empty()));
    var chair =
        new Resource(
            new ResourceId("chair-1"), "Chair", "chair", Set.of(), working, Limits.NONE);
    var colour =
        new Service(
            new ServiceId("colour"),
            "Colour",
            List.of("dye"),
            Optional.of(Money.parse("35.50 USD")),
            Duration.ofMinutes(90),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            List.of(
                new ResourcePool.Skilled("person", Set.of("colour")),
                new ResourcePool.OneOf(List.of(new ResourceId("chair-1"))),
                new ResourcePool.AnyResource()),
            ResourceChoice.FIRST_LISTED,
            2,
            new BookingRules(
                Duration.ofHours(2), 30, Duration.ofMinutes(30), Duration.ofHours(24),
                Limits.perWeek(9)));
    return new Catalogue(
        new Organisation(
            new OrgId("everything"),
            "Maple Street Barbers",
            zone,
            Optional.empty(),
            Map.of("parking", "Behind the shop.")),
        List.of(colour),
        List.of(ana, chair));
  }
}
