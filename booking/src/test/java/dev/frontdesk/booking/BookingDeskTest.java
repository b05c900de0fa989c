package dev.frontdesk.booking;

import static dev.frontdesk.booking.MapleStreet.ANA;
import static dev.frontdesk.booking.MapleStreet.BEN;
import static dev.frontdesk.booking.MapleStreet.CALL;
import static dev.frontdesk.booking.MapleStreet.COLOUR;
import static dev.frontdesk.booking.MapleStreet.DANA;
import static dev.frontdesk.booking.MapleStreet.HAIRCUT;
import static dev.frontdesk.booking.MapleStreet.ORG;
import static dev.frontdesk.booking.MapleStreet.OTHER_CALL;
import static dev.frontdesk.booking.MapleStreet.at;
import static dev.frontdesk.booking.MapleStreet.local;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.booking.BookingEvent.Kind;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookingDeskTest {
  private final MapleStreet shop = new MapleStreet();
  private final BookingDesk desk = shop.desk;

  @Test
  void an_offer_is_held_then_booked() {
    var offer = shop.offerAt(HAIRCUT, "2026-06-16T15:00", CALL);

    assertThat(desk.hold(ORG, CALL, offer.token())).isInstanceOf(HoldOutcome.Held.class);
    var outcome = desk.book(ORG, CALL, offer.token(), DANA, "k1");

    assertThat(outcome)
        .isInstanceOfSatisfying(
            BookOutcome.Booked.class,
            booked -> {
              assertThat(booked.booking().slot()).isEqualTo(offer.slot());
              assertThat(booked.booking().resources()).isEqualTo(offer.resources());
              assertThat(booked.booking().status()).isEqualTo(BookingStatus.CONFIRMED);
            });
    assertThat(kinds()).containsExactly(Kind.SLOT_HELD, Kind.BOOKING_MADE);
    assertThat(shop.bookings.heldBy(ORG, CALL, MapleStreet.NOW)).isEmpty();
  }

  @Test
  void a_held_slot_is_kept_from_others_but_not_from_its_own_call() {
    var token = shop.tokenAt(COLOUR, "2026-06-16T13:00", CALL);
    var theirs = shop.tokenAt(COLOUR, "2026-06-16T13:00", OTHER_CALL);
    desk.hold(ORG, CALL, token);

    assertThat(desk.book(ORG, OTHER_CALL, theirs, DANA, "k2"))
        .isInstanceOfSatisfying(
            BookOutcome.JustTaken.class,
            taken ->
                assertThat(taken.alternatives())
                    .extracting(offer -> local(offer.slot().start()))
                    .containsExactly("2026-06-16T15:00", "2026-06-16T10:30"));
    assertThat(desk.book(ORG, CALL, token, DANA, "k1")).isInstanceOf(BookOutcome.Booked.class);
  }

  @Test
  void a_hold_that_expired_frees_the_slot_within_the_next_booking() {
    var theirs = shop.tokenAt(COLOUR, "2026-06-16T13:00", OTHER_CALL);
    desk.hold(ORG, CALL, shop.tokenAt(COLOUR, "2026-06-16T13:00", CALL));

    shop.clock.advance(BookingSettings.DEFAULT.holdFor());

    assertThat(desk.book(ORG, OTHER_CALL, theirs, DANA, "k2"))
        .isInstanceOf(BookOutcome.Booked.class);
  }

  @Test
  void the_next_hold_gives_up_the_last() {
    var first = shop.tokenAt(COLOUR, "2026-06-16T13:00", CALL);
    desk.hold(ORG, CALL, first);
    desk.hold(ORG, CALL, shop.tokenAt(COLOUR, "2026-06-17T13:00", CALL));

    assertThat(shop.offerAt(COLOUR, "2026-06-16T13:00", OTHER_CALL)).isNotNull();
    assertThat(kinds()).containsExactly(Kind.SLOT_HELD, Kind.HOLD_RELEASED, Kind.SLOT_HELD);
  }

  @Test
  void a_released_hold_is_free_again() {
    var held = (HoldOutcome.Held) desk.hold(
        ORG, CALL, shop.tokenAt(COLOUR, "2026-06-16T13:00", CALL));

    desk.release(ORG, held.hold().id());
    desk.release(ORG, held.hold().id());

    assertThat(shop.offerAt(COLOUR, "2026-06-16T13:00", OTHER_CALL)).isNotNull();
  }

  @Test
  void the_same_key_books_once() {
    var token = shop.tokenAt(HAIRCUT, "2026-06-16T15:00", CALL);
    var first = desk.book(ORG, CALL, token, DANA, "k1");

    shop.clock.advance(Duration.ofHours(1)); // the token is over, the booking is not

    assertThat(desk.book(ORG, CALL, token, DANA, "k1")).isEqualTo(first);
  }

  @Test
  void the_same_call_service_and_start_book_once_whatever_the_key() {
    var first = shop.booked(HAIRCUT, "2026-06-16T15:00", CALL, "k1");
    var again = shop.tokenAt(HAIRCUT, "2026-06-16T15:00", CALL);

    assertThat(desk.book(ORG, CALL, again, DANA, "k2")).isEqualTo(new BookOutcome.Booked(first));
  }

  @Test
  void a_token_serves_its_own_call_and_organisation_only() {
    var token = shop.tokenAt(HAIRCUT, "2026-06-16T15:00", CALL);

    assertThat(desk.book(ORG, OTHER_CALL, token, DANA, "k1"))
        .isEqualTo(new BookOutcome.Invalid(TokenProblem.INVALID));
  }

  @Test
  void a_token_serves_a_quarter_of_an_hour() {
    var token = shop.tokenAt(HAIRCUT, "2026-06-16T15:00", CALL);
    shop.clock.advance(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(desk.hold(ORG, CALL, token)).isInstanceOf(HoldOutcome.Held.class);

    shop.clock.advance(Duration.ofSeconds(1));
    assertThat(desk.hold(ORG, CALL, token))
        .isEqualTo(new HoldOutcome.Invalid(TokenProblem.EXPIRED));
  }

  @Test
  void a_catalogue_that_changed_outdates_what_was_offered() {
    var token = shop.tokenAt(HAIRCUT, "2026-06-16T15:00", CALL);
    var longer = Service.of(HAIRCUT, "Haircut", Duration.ofMinutes(45));
    shop.catalogues.save(
        MapleStreet.catalogue(List.of(longer), List.of(MapleStreet.ana(), MapleStreet.ben())));

    assertThat(desk.book(ORG, CALL, token, DANA, "k1"))
        .isEqualTo(new BookOutcome.Invalid(TokenProblem.OUTDATED));
  }

  @Test
  void booking_checks_the_schedule_again() {
    var token = shop.tokenAt(COLOUR, "2026-06-16T13:00", CALL);
    var ana = MapleStreet.ana();
    var away =
        ana.working()
            .withOverrides(Map.of(LocalDate.parse("2026-06-16"), List.of()));
    shop.catalogues.save(
        MapleStreet.catalogue(
            List.of(MapleStreet.haircut(), MapleStreet.colour()),
            List.of(Resource.person(ANA, "Ana", away), MapleStreet.ben())));

    assertThat(desk.book(ORG, CALL, token, DANA, "k1"))
        .isInstanceOfSatisfying(
            BookOutcome.Refused.class,
            refused -> assertThat(refused.whyNot()).isEqualTo(WhyNot.CLOSED));
  }

  @Test
  void notice_counts_from_the_offer_not_from_the_yes() {
    shop.clock.set(at("2026-06-12T11:00"));
    var token = shop.tokenAt(COLOUR, "2026-06-12T13:00", CALL);
    shop.clock.advance(Duration.ofMinutes(3));

    assertThat(desk.book(ORG, CALL, token, DANA, "k1")).isInstanceOf(BookOutcome.Booked.class);
  }

  @Test
  void a_booking_moves_in_one_act_and_keeps_its_id() {
    var before = shop.booked(HAIRCUT, "2026-06-16T15:00", CALL, "k1");
    var token = shop.tokenAt(HAIRCUT, "2026-06-17T10:00", CALL);
    desk.hold(ORG, CALL, token);

    var outcome = desk.reschedule(ORG, CALL, before.id(), token, "k2");

    var moved = ((RescheduleOutcome.Moved) outcome).booking();
    assertThat(moved.id()).isEqualTo(before.id());
    assertThat(local(moved.slot().start())).isEqualTo("2026-06-17T10:00");
    assertThat(desk.booking(ORG, before.id())).contains(moved);
    assertThat(desk.reschedule(ORG, CALL, before.id(), token, "k2")).isEqualTo(outcome);
    assertThat(shop.bookings.events().getLast().before()).contains(before.slot());
    assertThat(shop.offerAt(HAIRCUT, "2026-06-16T15:00", OTHER_CALL)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-06-16T13:30", "2026-06-16T14:30", "2026-06-16T13:00"})
  void a_booking_moves_into_time_it_takes_itself_also_when_held(String start) {
    var before = shop.entered("b1", COLOUR, ANA, "2026-06-16T14:00");
    var wish = SlotWish.at(COLOUR, LocalDateTime.parse(start), 1).moving(before.id());
    var token = desk.offer(ORG, CALL, wish).offers().getFirst().token();

    assertThat(desk.hold(ORG, CALL, token)).isInstanceOf(HoldOutcome.Held.class);
    assertThat(desk.offer(ORG, OTHER_CALL, SlotWish.at(COLOUR, LocalDateTime.parse(start), 1)))
        .satisfies(offers -> assertThat(offers.whyNot()).contains(WhyNot.TAKEN));
    assertThat(desk.reschedule(ORG, CALL, before.id(), token, "k2"))
        .isInstanceOf(RescheduleOutcome.Moved.class);
    assertThat(shop.bookings.heldBy(ORG, CALL, shop.clock.instant())).isEmpty();
  }

  @Test
  void moving_to_where_it_stands_holds_nothing_more() {
    var before = shop.entered("b1", COLOUR, ANA, "2026-06-16T13:00");
    var wish =
        SlotWish.at(COLOUR, LocalDateTime.parse("2026-06-16T13:00"), 1).moving(before.id());
    var token = desk.offer(ORG, CALL, wish).offers().getFirst().token();

    assertThat(desk.hold(ORG, CALL, token)).isInstanceOf(HoldOutcome.Held.class);
    assertThat(shop.bookings.heldBy(ORG, CALL, shop.clock.instant())).isEmpty();
    assertThat(desk.reschedule(ORG, CALL, before.id(), token, "k2"))
        .isInstanceOf(RescheduleOutcome.Moved.class);
  }

  @Test
  void an_offer_to_move_one_booking_moves_no_other_and_makes_none() {
    var one = shop.entered("b1", COLOUR, ANA, "2026-06-16T13:00");
    var other = shop.entered("b2", COLOUR, ANA, "2026-06-17T13:00");
    var wish = SlotWish.at(COLOUR, LocalDateTime.parse("2026-06-16T13:30"), 1).moving(one.id());
    var token = desk.offer(ORG, CALL, wish).offers().getFirst().token();

    assertThat(desk.reschedule(ORG, CALL, other.id(), token, "k1"))
        .isEqualTo(new RescheduleOutcome.Invalid(TokenProblem.INVALID));
    assertThat(desk.book(ORG, CALL, token, DANA, "k2"))
        .isInstanceOf(BookOutcome.JustTaken.class);
  }

  @Test
  void a_move_that_loses_the_race_leaves_the_booking_where_it_was() {
    var before = shop.entered("b1", COLOUR, ANA, "2026-06-16T13:00");
    var token = shop.tokenAt(COLOUR, "2026-06-17T13:00", CALL);
    shop.booked(COLOUR, "2026-06-17T13:00", OTHER_CALL, "k1");

    assertThat(desk.reschedule(ORG, CALL, before.id(), token, "k2"))
        .isInstanceOf(RescheduleOutcome.JustTaken.class);
    assertThat(desk.booking(ORG, before.id())).contains(before);
  }

  @Test
  void cancelling_frees_the_slot_and_is_answered_the_same_again() {
    var booking = shop.booked(COLOUR, "2026-06-16T13:00", CALL, "k1");

    var outcome = desk.cancel(ORG, CALL, booking.id(), "k2");

    assertThat(((CancelOutcome.Cancelled) outcome).booking().status())
        .isEqualTo(BookingStatus.CANCELLED);
    assertThat(desk.cancel(ORG, CALL, booking.id(), "k2")).isEqualTo(outcome);
    assertThat(desk.cancel(ORG, CALL, booking.id(), "k3"))
        .isEqualTo(new CancelOutcome.Refused(ChangeRefusal.NOT_STANDING));
    assertThat(shop.offerAt(COLOUR, "2026-06-16T13:00", OTHER_CALL)).isNotNull();
  }

  @Test
  void after_the_cut_off_neither_cancelling_nor_moving_is_allowed() {
    var booking = shop.booked(COLOUR, "2026-06-16T13:00", CALL, "k1");
    shop.clock.set(at("2026-06-15T13:00"));
    var token = shop.tokenAt(COLOUR, "2026-06-18T13:00", CALL);

    shop.clock.advance(Duration.ofMillis(1));
    assertThat(desk.cancel(ORG, CALL, booking.id(), "k2"))
        .isEqualTo(new CancelOutcome.Refused(ChangeRefusal.TOO_LATE));
    assertThat(desk.reschedule(ORG, CALL, booking.id(), token, "k3"))
        .isEqualTo(new RescheduleOutcome.NotAllowed(ChangeRefusal.TOO_LATE));

    shop.clock.set(at("2026-06-15T13:00"));
    assertThat(desk.cancel(ORG, CALL, booking.id(), "k4"))
        .isInstanceOf(CancelOutcome.Cancelled.class);
  }

  @Test
  void without_a_cut_off_a_booking_may_be_cancelled_until_it_begins() {
    var booking = shop.booked(HAIRCUT, "2026-06-16T13:00", CALL, "k1");
    shop.clock.set(at("2026-06-16T13:00"));

    assertThat(desk.cancel(ORG, CALL, booking.id(), "k2"))
        .isEqualTo(new CancelOutcome.Refused(ChangeRefusal.TOO_LATE));
    assertThat(desk.cancel(ORG, CALL, new BookingId("nobody"), "k3"))
        .isEqualTo(new CancelOutcome.Refused(ChangeRefusal.NOT_FOUND));
  }

  @Test
  void a_no_show_is_known_once_the_appointment_has_begun() {
    var booking = shop.booked(HAIRCUT, "2026-06-16T13:00", CALL, "k1");
    assertThat(desk.noShow(ORG, booking.id()))
        .isEqualTo(new NoShowOutcome.Refused(ChangeRefusal.NOT_BEGUN));

    shop.clock.set(at("2026-06-16T13:00"));

    assertThat(desk.noShow(ORG, booking.id())).isInstanceOf(NoShowOutcome.Noted.class);
    assertThat(desk.noShow(ORG, booking.id())).isInstanceOf(NoShowOutcome.Noted.class);
    assertThat(kinds()).containsOnlyOnce(Kind.NO_SHOW_NOTED);
  }

  @Test
  void upcoming_bookings_are_found_by_number() {
    shop.entered("b2", HAIRCUT, BEN, "2026-06-17T15:00");
    shop.entered("b1", HAIRCUT, ANA, "2026-06-16T15:00");

    assertThat(desk.upcoming(ORG, DANA.phone().orElseThrow()))
        .extracting(booking -> booking.id().value())
        .containsExactly("b1", "b2");
  }

  @Test
  void whom_nobody_named_goes_to_who_was_booked_longest_ago() {
    var first = shop.booked(HAIRCUT, "2026-06-16T15:00", CALL, "k1");
    shop.clock.advance(Duration.ofMinutes(1));
    var second = shop.booked(HAIRCUT, "2026-06-16T16:00", OTHER_CALL, "k2");
    shop.clock.advance(Duration.ofMinutes(1));
    var third = shop.booked(HAIRCUT, "2026-06-16T14:00", new CallId("call-3"), "k3");

    assertThat(first.resources()).containsExactly(ANA);
    assertThat(second.resources()).containsExactly(BEN);
    assertThat(third.resources()).containsExactly(ANA);
  }

  @Test
  void an_entered_booking_minds_no_schedule_but_overlap() {
    shop.entered("b1", HAIRCUT, ANA, "2026-06-14T06:10");

    var clash =
        desk.enter(
            ORG, new BookingId("b2"), HAIRCUT, List.of(ANA), at("2026-06-14T06:20"), DANA, "e2");

    assertThat(clash).isInstanceOf(BookOutcome.JustTaken.class);
  }

  private List<Kind> kinds() {
    return shop.bookings.events().stream().map(BookingEvent::kind).toList();
  }

  @Test
  void an_offer_of_another_service_in_its_place_changes_what_the_booking_is() {
    var before = shop.entered("b1", HAIRCUT, ANA, "2026-06-16T13:00");
    var wish =
        SlotWish.at(COLOUR, LocalDateTime.parse("2026-06-16T13:00"), 1).moving(before.id());
    var token = desk.offer(ORG, CALL, wish).offers().getFirst().token();

    desk.hold(ORG, CALL, token);
    var outcome = desk.reschedule(ORG, CALL, before.id(), token, "k1");

    assertThat(outcome).isInstanceOfSatisfying(RescheduleOutcome.Moved.class, moved -> {
      assertThat(moved.booking().id()).isEqualTo(before.id());
      assertThat(moved.booking().service()).isEqualTo(COLOUR);
      assertThat(moved.booking().slot().start()).isEqualTo(before.slot().start());
    });
  }

  @Test
  void a_second_chair_at_the_same_time_is_booked_when_it_is_asked_for() {
    var wish = SlotWish.at(HAIRCUT, LocalDateTime.parse("2026-06-16T15:00"), 1);
    var first = desk.offer(ORG, CALL, wish).offers().getFirst().token();
    desk.book(ORG, CALL, first, DANA, "k1");
    var second = desk.offer(ORG, CALL, wish).offers().getFirst().token();

    assertThat(desk.bookAnother(ORG, CALL, second, DANA, "k2"))
        .isInstanceOf(BookOutcome.Booked.class);
    assertThat(desk.upcoming(ORG, DANA.phone().orElseThrow())).hasSize(2);
  }
}
