package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.booking.Allocation;
import dev.frontdesk.booking.Booking;
import dev.frontdesk.booking.BookingStatus;
import dev.frontdesk.booking.Claim;
import dev.frontdesk.booking.CustomerDetails;
import dev.frontdesk.booking.Share;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowComparisonTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NINE = Instant.parse("2026-06-16T07:00:00Z");
  private static final Booking STANDING = row("b1", "ana", NINE, "Dana", 1);

  @Test
  void an_expected_row_may_leave_out_what_is_not_compared() {
    assertThat(differences(List.of(expected("haircut", "", NINE, "dANA")), STANDING, made("ana")))
        .isEmpty();
  }

  @Test
  void nothing_expected_and_nothing_changed_is_as_expected() {
    assertThat(differences(List.of(), STANDING)).isEmpty();
  }

  @Test
  void a_row_that_nobody_expected_is_a_difference() {
    assertThat(differences(List.of(), STANDING, made("ana")))
        .singleElement()
        .asString()
        .startsWith("not expected: b2 haircut with ana at Tue 2026-06-16 09:00 +02:00 for Dana");
  }

  @Test
  void a_missing_row_is_a_difference() {
    assertThat(differences(List.of(expected("haircut", "", NINE, "Dana")), STANDING))
        .singleElement()
        .asString()
        .startsWith("missing: haircut at Tue 2026-06-16 09:00 +02:00 for Dana");
  }

  @Test
  void a_changed_standing_row_that_nobody_expected_is_a_difference() {
    var moved = row("b1", "ana", NINE.plusSeconds(3600), "Dana", 2);

    assertThat(differences(List.of(), moved)).hasSize(1);
  }

  @Test
  void a_row_that_vanished_is_a_difference() {
    assertThat(differences(List.of())).containsExactly("gone: booking b1");
  }

  @Test
  void the_fields_that_differ_are_named() {
    var want = expected("haircut", "ben", NINE.plusSeconds(1800), "Dan");

    assertThat(differences(List.of(want), STANDING, made("ana")))
        .singleElement()
        .asString()
        .contains("resource should be ben", "start should be Tue 2026-06-16 09:30 +02:00")
        .contains("name should be Dan");
  }

  @Test
  void rows_are_matched_in_any_order_even_when_one_expectation_fits_both() {
    var any = expected("haircut", "", NINE, "Dana");
    var ana = expected("haircut", "ana", NINE, "Dana");
    var ben = row("b3", "ben", NINE, "Dana", 1);

    assertThat(differences(List.of(any, ana), STANDING, made("ana"), ben)).isEmpty();
    assertThat(differences(List.of(ana, any), STANDING, ben, made("ana"))).isEmpty();
  }

  @Test
  void a_named_standing_row_may_be_expected_unchanged() {
    var stays =
        new ExpectedBooking(
            Optional.of(new BookingId("b1")), Optional.empty(), Set.of(), Optional.of(NINE),
            Optional.empty(), Optional.of("confirmed"), Optional.empty(), Optional.empty(),
            Optional.empty());

    assertThat(differences(List.of(stays), STANDING)).isEmpty();
  }

  private static List<String> differences(List<ExpectedBooking> expected, Booking... after) {
    return new RowComparison(List.of(STANDING), BERLIN).differences(expected, List.of(after));
  }

  private static Booking made(String resource) {
    return row("b2", resource, NINE, "Dana", 1);
  }

  private static Booking row(String id, String resource, Instant start, String name, int version) {
    var slot = new Slot(start, start.plus(Duration.ofMinutes(30)));
    return new Booking(
        new BookingId(id),
        new OrgId("o"),
        new Claim(
            new ServiceId("haircut"),
            slot,
            slot,
            List.of(new Allocation(new ResourceId(resource), Share.ALL))),
        BERLIN,
        new CustomerDetails(
            new PersonName(name),
            Optional.of(new PhoneNumber("+4930123456")),
            Optional.empty()),
        BookingStatus.CONFIRMED,
        new CallId("c"),
        NINE,
        Optional.empty(),
        version);
  }

  private static ExpectedBooking expected(
      String service, String resource, Instant start, String name) {
    return new ExpectedBooking(
        Optional.empty(),
        Optional.of(new ServiceId(service)),
        resource.isEmpty() ? Set.of() : Set.of(new ResourceId(resource)),
        Optional.of(start),
        Optional.empty(),
        Optional.of("confirmed"),
        Optional.of(new PersonName(name)),
        Optional.empty(),
        Optional.empty());
  }
}
