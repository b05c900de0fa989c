package dev.frontdesk.booking;

import static dev.frontdesk.booking.CalendarShop.CALENDAR;
import static dev.frontdesk.booking.CalendarShop.ORG;
import static dev.frontdesk.booking.MapleStreet.ANA;
import static dev.frontdesk.booking.MapleStreet.BEN;
import static dev.frontdesk.booking.MapleStreet.CALL;
import static dev.frontdesk.booking.MapleStreet.HAIRCUT;
import static dev.frontdesk.booking.MapleStreet.at;
import static dev.frontdesk.booking.MapleStreet.starts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ResourceId;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What stands in the calendar keeps slots from being offered, held and booked.
class CalendarReadingTest {
  private final CalendarShop shop = new CalendarShop();

  @Test
  void what_stands_in_the_calendar_is_taken_and_its_neighbours_are_offered() {
    shop.calendar.put(at("2026-06-16T15:00"), at("2026-06-16T16:00"));
    read();

    var offers = offer("2026-06-16T15:00");

    assertThat(offers.whyNot()).contains(WhyNot.TAKEN);
    assertThat(starts(offers)).containsExactly("2026-06-16T14:30", "2026-06-16T16:00");
  }

  @Test
  void what_comes_into_the_calendar_after_the_offer_is_seen_when_it_is_booked() {
    read();
    var token = offer("2026-06-16T15:00").offers().getFirst().token();
    shop.calendar.put(at("2026-06-16T15:00"), at("2026-06-16T16:00"));
    read();

    var outcome = shop.desk.book(ORG, CALL, token, MapleStreet.DANA, "k1");

    assertThat(outcome).isInstanceOf(BookOutcome.JustTaken.class);
  }

  @Test
  void an_event_that_goes_frees_its_time() {
    var dentist = shop.calendar.put(at("2026-06-16T15:00"), at("2026-06-16T16:00"));
    read();
    shop.calendar.delete(dentist);
    read();

    assertThat(offer("2026-06-16T15:00").granted()).isTrue();
  }

  @Test
  void the_end_is_free_again() {
    shop.calendar.put(at("2026-06-16T14:00"), at("2026-06-16T15:00"));
    read();

    assertThat(offer("2026-06-16T15:00").granted()).isTrue();
    assertThat(offer("2026-06-16T14:45").granted()).isFalse();
  }

  @Test
  void our_own_event_does_not_stand_in_the_way_of_its_own_booking() {
    read();
    var booking = shop.shop.booked(HAIRCUT, "2026-06-16T15:00", CALL, "k1");
    shop.writing.write(ORG, booking.id(), shop.now());
    read();

    var wish =
        SlotWish.at(HAIRCUT, LocalDateTime.parse("2026-06-16T15:15"), 1)
            .with(booking.resources().getFirst())
            .moving(booking.id());

    assertThat(shop.desk.offer(ORG, CALL, wish).granted()).isTrue();
  }

  @Test
  void a_calendar_of_ones_own_keeps_nobody_else_busy() {
    shop.plan =
        new CalendarPlan(
            "shop",
            Map.of(ANA, CALENDAR),
            ConflictPolicy.BLOCK,
            Duration.ofMinutes(30),
            CalendarText.DEFAULT,
            false);
    shop.kept.apply(
        Optional.empty(),
        CalendarMirror.unread(ORG, "shop", shop.now())
            .readWhole("t", CalendarMirror.range(shop.now()), shop.now()),
        List.of(),
        true);
    shop.calendar.put(at("2026-06-16T15:00"), at("2026-06-16T16:00"));
    read();

    assertThat(offer("2026-06-16T15:00", ANA).offers().getFirst().resources())
        .containsExactly(BEN);
    assertThat(offer("2026-06-16T15:00", BEN).granted()).isTrue();
  }

  @Test
  void unknown_is_not_free() {
    assertThat(offer("2026-06-16T15:00").granted()).as("never read").isFalse();

    read();
    assertThat(offer("2026-06-16T15:00").granted()).isTrue();

    shop.shop.clock.advance(Duration.ofMinutes(30).minusSeconds(1));
    assertThat(offer("2026-06-16T15:00").granted()).isTrue();
    shop.shop.clock.advance(Duration.ofSeconds(1));
    assertThat(offer("2026-06-16T15:00").granted()).as("too old").isFalse();
  }

  @Test
  void what_is_not_connected_any_more_is_believed_as_it_was_last() {
    shop.calendar.put(at("2026-06-16T15:00"), at("2026-06-16T16:00"));
    read();
    shop.kept.save(shop.kept.find(ORG).orElseThrow().broken("invalid_grant", shop.now()));
    shop.shop.clock.advance(Duration.ofDays(1));

    assertThat(offer("2026-06-16T15:00").granted()).isFalse();
    assertThat(offer("2026-06-16T16:00").granted()).isTrue();
  }

  @Test
  void who_only_wants_to_be_warned_is_not_blocked() {
    shop.plan = CalendarShop.plan(ConflictPolicy.WARN, Map.of());
    shop.calendar.put(at("2026-06-16T15:00"), at("2026-06-16T16:00"));
    read();

    assertThat(offer("2026-06-16T15:00").granted()).isTrue();
  }

  @Test
  void a_token_that_was_forgotten_leads_to_reading_all_of_it_again() {
    var gone = shop.calendar.put(at("2026-06-16T15:00"), at("2026-06-16T16:00"));
    read();
    shop.calendar.delete(gone);
    shop.calendar.forget();
    read();

    assertThat(offer("2026-06-16T15:00").granted()).isTrue();
    assertThat(shop.kept.find(ORG, CALENDAR).orElseThrow().wholeAt()).isEqualTo(shop.now());
  }

  @Test
  void something_put_over_a_booking_that_stands_is_told() {
    read();
    var booking = shop.shop.entered("b1", HAIRCUT, ANA, "2026-06-16T15:00");
    shop.calendar.put(at("2026-06-16T15:15"), at("2026-06-16T16:00"));
    read();

    assertThat(shop.clashes).containsExactly(booking.id());
  }

  @Test
  void a_reading_that_failed_says_why_and_leaves_what_was_known() {
    read();
    var before = shop.kept.find(ORG, CALENDAR).orElseThrow();
    shop.calendar.failNext(new Retryable("503"));

    assertThat(shop.reading.read(ORG, CALENDAR, shop.now())).isInstanceOf(Failed.class);

    assertThat(shop.kept.find(ORG, CALENDAR)).contains(before.failed("503"));
  }

  private void read() {
    shop.reading.read(ORG, CALENDAR, shop.now());
  }

  private Offers offer(String start) {
    return shop.desk.offer(ORG, CALL, SlotWish.at(HAIRCUT, LocalDateTime.parse(start), 2));
  }

  private Offers offer(String start, ResourceId resource) {
    var wish = SlotWish.at(HAIRCUT, LocalDateTime.parse(start), 2).with(resource);
    return shop.desk.offer(ORG, CALL, wish);
  }
}
