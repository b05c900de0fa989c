package dev.frontdesk.booking;

import static dev.frontdesk.booking.MapleStreet.ANA;
import static dev.frontdesk.booking.MapleStreet.CALL;
import static dev.frontdesk.booking.MapleStreet.COLOUR;
import static dev.frontdesk.booking.MapleStreet.DANA;
import static dev.frontdesk.booking.MapleStreet.HAIRCUT;
import static dev.frontdesk.booking.MapleStreet.ORG;
import static dev.frontdesk.booking.MapleStreet.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.testkit.TransitionCoverage;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Walks the tables of hold and booking through the desk, so that each line is one that happens.
class StateTablesTest {
  private static final TransitionCoverage<HoldStatus, HoldEvent> HOLD =
      TransitionCoverage.of("Hold", HoldMoves.TABLE);
  private static final TransitionCoverage<BookingStatus, BookingAct> BOOKING =
      TransitionCoverage.of("Booking", BookingMoves.TABLE);

  private final MapleStreet shop = new MapleStreet();

  @AfterAll
  static void every_line_was_taken_and_is_drawn() {
    HOLD.everyTransitionWasVisited();
    HOLD.diagramIsCurrent();
    BOOKING.everyTransitionWasVisited();
    BOOKING.diagramIsCurrent();
  }

  @Test
  void a_hold_that_is_booked() {
    var hold = held();

    shop.desk.book(ORG, CALL, shop.tokenAt(COLOUR, "2026-06-16T13:00", CALL), DANA, "k1");

    assertThat(shop.bookings.statusOf(hold.id()))
        .isEqualTo(HOLD.step(HoldStatus.HELD, HoldEvent.BOOK));
  }

  @Test
  void a_hold_that_is_given_back() {
    var hold = held();

    shop.desk.release(ORG, hold.id());

    assertThat(shop.bookings.statusOf(hold.id()))
        .isEqualTo(HOLD.step(HoldStatus.HELD, HoldEvent.RELEASE));
  }

  @Test
  void a_hold_whose_time_is_over() {
    var hold = held();
    shop.clock.advance(BookingSettings.DEFAULT.holdFor());

    shop.desk.sweep(ORG);

    assertThat(shop.bookings.statusOf(hold.id()))
        .isEqualTo(HOLD.step(HoldStatus.HELD, HoldEvent.EXPIRE));
  }

  @Test
  void a_booking_that_is_moved_then_cancelled() {
    var booking = shop.booked(HAIRCUT, "2026-06-16T15:00", CALL, "k1");
    var token = shop.tokenAt(HAIRCUT, "2026-06-17T15:00", CALL);

    shop.desk.reschedule(ORG, CALL, booking.id(), token, "k2");
    assertThat(status(booking))
        .isEqualTo(BOOKING.step(BookingStatus.CONFIRMED, BookingAct.RESCHEDULE));

    shop.desk.cancel(ORG, CALL, booking.id(), "k3");
    assertThat(status(booking))
        .isEqualTo(BOOKING.step(BookingStatus.CONFIRMED, BookingAct.CANCEL));
  }

  @Test
  void a_booking_to_which_nobody_comes() {
    var booking = shop.entered("b1", HAIRCUT, ANA, "2026-06-16T15:00");
    shop.clock.set(at("2026-06-16T15:10"));

    shop.desk.noShow(ORG, booking.id());

    assertThat(status(booking))
        .isEqualTo(BOOKING.step(BookingStatus.CONFIRMED, BookingAct.MARK_NO_SHOW));
  }

  @Test
  void what_is_over_does_not_change_again() {
    var cancelled =
        shop.entered("b1", HAIRCUT, ANA, "2026-06-16T15:00").after(BookingAct.CANCEL);

    for (var act : BookingAct.values()) {
      assertThatThrownBy(() -> cancelled.after(act)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void half_an_hour_is_the_longest_hold() {
    var hold = held();
    var end = hold.takenAt().plus(Hold.LONGEST);

    assertThat(new Hold(hold.id(), ORG, CALL, hold.claim(), hold.takenAt(), end).expiresAt())
        .isEqualTo(end);
    for (var wrong : new Duration[] {Duration.ZERO, Hold.LONGEST.plusMillis(1)}) {
      var over = hold.takenAt().plus(wrong);
      assertThatThrownBy(
              () -> new Hold(hold.id(), ORG, CALL, hold.claim(), hold.takenAt(), over))
          .hasMessageContaining("allowed: up to PT30M");
    }
  }

  private Hold held() {
    var token = shop.tokenAt(COLOUR, "2026-06-16T13:00", CALL);
    return ((HoldOutcome.Held) shop.desk.hold(ORG, CALL, token)).hold();
  }

  private BookingStatus status(Booking booking) {
    return shop.desk.booking(ORG, booking.id()).orElseThrow().status();
  }
}
