package dev.frontdesk.booking;

import static dev.frontdesk.booking.MapleStreet.ANA;
import static dev.frontdesk.booking.MapleStreet.CALL;
import static dev.frontdesk.booking.MapleStreet.COLOUR;
import static dev.frontdesk.booking.MapleStreet.DANA;
import static dev.frontdesk.booking.MapleStreet.ORG;
import static dev.frontdesk.booking.MapleStreet.OTHER_CALL;
import static dev.frontdesk.booking.MapleStreet.local;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.booking.BookingEvent.Kind;
import dev.frontdesk.testkit.TransitionCoverage;
import dev.frontdesk.vocabulary.CallId;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingListTest {
  private static final TransitionCoverage<WaitlistStatus, WaitlistAct> WAITLIST =
      TransitionCoverage.of("WaitlistEntry", WaitlistMoves.TABLE);
  private static final SlotWish WISH =
      SlotWish.at(COLOUR, LocalDateTime.parse("2026-06-16T13:00"), 2);

  private final MapleStreet shop = new MapleStreet();
  private final BookingDesk desk = shop.desk;
  private Booking inTheWay;

  @AfterAll
  static void every_line_was_taken_and_is_drawn() {
    WAITLIST.everyTransitionWasVisited();
    WAITLIST.diagramIsCurrent();
  }

  @BeforeEach
  void take_the_slot() {
    inTheWay = shop.entered("b1", COLOUR, ANA, "2026-06-16T13:00");
  }

  @Test
  void nobody_waits_for_what_is_free_or_never_will_be() {
    var free = SlotWish.at(COLOUR, LocalDateTime.parse("2026-06-17T13:00"), 2);
    var sunday = SlotWish.at(COLOUR, LocalDateTime.parse("2026-06-14T13:00"), 2);

    assertThat(desk.joinWaitlist(ORG, CALL, free, DANA, "w1"))
        .isInstanceOf(WaitlistOutcome.FreeNow.class);
    assertThat(desk.joinWaitlist(ORG, CALL, sunday, DANA, "w1"))
        .isEqualTo(new WaitlistOutcome.Refused(WhyNot.CLOSED));
  }

  @Test
  void a_cancellation_offers_the_slot_to_who_waits_longest() {
    var first = joined(CALL, "w1");
    var second = joined(OTHER_CALL, "w2");

    desk.cancel(ORG, CALL, inTheWay.id(), "k1");

    var offered = entry(first);
    assertThat(offered.status())
        .isEqualTo(WAITLIST.step(WaitlistStatus.WAITING, WaitlistAct.OFFER));
    assertThat(entry(second).status()).isEqualTo(WaitlistStatus.WAITING);
    assertThat(shop.waitlist.events().getLast())
        .satisfies(event -> assertThat(event.kind()).isEqualTo(Kind.WAITLIST_OFFERED));
    assertThat(desk.offer(ORG, new CallId("call-9"), WISH).whyNot()).contains(WhyNot.TAKEN);
  }

  @Test
  void what_is_offered_can_be_accepted_once() {
    var entry = joined(CALL, "w1");
    desk.cancel(ORG, CALL, inTheWay.id(), "k1");

    var outcome = desk.acceptWaitlist(ORG, OTHER_CALL, entry.id(), "k2");

    var booking = ((BookOutcome.Booked) outcome).booking();
    assertThat(local(booking.slot().start())).isEqualTo("2026-06-16T13:00");
    assertThat(booking.customer()).isEqualTo(DANA);
    assertThat(entry(entry).status())
        .isEqualTo(WAITLIST.step(WaitlistStatus.OFFERED, WaitlistAct.ACCEPT));
    assertThat(desk.acceptWaitlist(ORG, OTHER_CALL, entry.id(), "k2")).isEqualTo(outcome);
    assertThat(desk.acceptWaitlist(ORG, OTHER_CALL, entry.id(), "k3"))
        .isEqualTo(new BookOutcome.Invalid(TokenProblem.EXPIRED));
  }

  @Test
  void an_offer_not_taken_up_goes_to_the_next() {
    var first = joined(CALL, "w1");
    var second = joined(OTHER_CALL, "w2");
    desk.cancel(ORG, CALL, inTheWay.id(), "k1");
    shop.clock.advance(BookingSettings.DEFAULT.waitlistHoldFor());

    assertThat(desk.sweep(ORG)).isEqualTo(1);

    assertThat(entry(first).status())
        .isEqualTo(WAITLIST.step(WaitlistStatus.OFFERED, WaitlistAct.LAPSE));
    assertThat(entry(second).status()).isEqualTo(WaitlistStatus.OFFERED);
    assertThat(desk.acceptWaitlist(ORG, CALL, first.id(), "k2"))
        .isEqualTo(new BookOutcome.Invalid(TokenProblem.EXPIRED));
  }

  @Test
  void a_booking_moved_away_offers_its_slot_too() {
    var entry = joined(OTHER_CALL, "w1");
    var token = shop.tokenAt(COLOUR, "2026-06-17T13:00", CALL);

    desk.reschedule(ORG, CALL, inTheWay.id(), token, "k1");

    assertThat(entry(entry).status()).isEqualTo(WaitlistStatus.OFFERED);
  }

  @Test
  void who_leaves_gives_the_offer_back() {
    var waiting = joined(CALL, "w1");
    var offered = joined(OTHER_CALL, "w2");
    desk.leaveWaitlist(ORG, waiting.id());
    assertThat(entry(waiting).status())
        .isEqualTo(WAITLIST.step(WaitlistStatus.WAITING, WaitlistAct.LEAVE));

    desk.cancel(ORG, CALL, inTheWay.id(), "k1");
    desk.leaveWaitlist(ORG, offered.id());
    desk.leaveWaitlist(ORG, offered.id());

    assertThat(entry(offered).status())
        .isEqualTo(WAITLIST.step(WaitlistStatus.OFFERED, WaitlistAct.LEAVE));
    assertThat(desk.offer(ORG, CALL, WISH).granted()).isTrue();
  }

  @Test
  void who_waited_in_vain_is_let_go() {
    var entry = joined(CALL, "w1");
    shop.clock.set(MapleStreet.at("2026-06-16T13:01"));

    assertThat(desk.sweep(ORG)).isZero();

    assertThat(entry(entry).status()).isEqualTo(WaitlistStatus.LEFT);
  }

  @Test
  void the_same_wish_waits_once_and_is_found_by_number() {
    var entry = joined(CALL, "w1");

    assertThat(desk.joinWaitlist(ORG, CALL, WISH, DANA, "w2"))
        .isEqualTo(new WaitlistOutcome.Waiting(entry));
    assertThat(desk.waiting(ORG, DANA.phone().orElseThrow())).containsExactly(entry);
  }

  private WaitlistEntry joined(CallId call, String key) {
    var outcome = desk.joinWaitlist(ORG, call, WISH, DANA, key);
    return ((WaitlistOutcome.Waiting) outcome).entry();
  }

  private WaitlistEntry entry(WaitlistEntry entry) {
    return shop.waitlist.find(ORG, entry.id()).orElseThrow();
  }
}
