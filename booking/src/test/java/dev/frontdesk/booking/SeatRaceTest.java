package dev.frontdesk.booking;

import static dev.frontdesk.booking.MapleStreet.ANA;
import static dev.frontdesk.booking.MapleStreet.CALL;
import static dev.frontdesk.booking.MapleStreet.DANA;
import static dev.frontdesk.booking.MapleStreet.HAIRCUT;
import static dev.frontdesk.booking.MapleStreet.NOW;
import static dev.frontdesk.booking.MapleStreet.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.CallId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Seats of a group that others take between a caller's check and write.
class SeatRaceTest {
  private static final String TEN = "2026-06-16T10:00";

  private final MapleStreet shop =
      new MapleStreet(
          MapleStreet.catalogue(
              List.of(MapleStreet.haircut().withCapacity(40)), List.of(MapleStreet.ana())));

  @Test
  void who_loses_race_after_race_goes_on_while_there_is_room() {
    var mine = shop.tokenAt(HAIRCUT, TEN, CALL);
    var rivals = new Rivals(39);
    var desk = shop.over(rivals);

    assertThat(desk.hold(ORG, CALL, mine)).isInstanceOf(HoldOutcome.Held.class);
    assertThat(rivals.left).isZero();
  }

  @Test
  void who_books_without_a_hold_goes_on_too() {
    var mine = shop.tokenAt(HAIRCUT, TEN, CALL);
    var rivals = new Rivals(39);

    assertThat(shop.over(rivals).book(ORG, CALL, mine, DANA, "k1"))
        .isInstanceOf(BookOutcome.Booked.class);
    assertThat(rivals.left).isZero();
  }

  @Test
  void who_loses_the_last_seat_hears_so() {
    var mine = shop.tokenAt(HAIRCUT, TEN, CALL);
    var rivals = new Rivals(40);

    assertThat(shop.over(rivals).hold(ORG, CALL, mine)).isInstanceOf(HoldOutcome.JustTaken.class);
  }

  @Test
  void a_store_that_refuses_what_it_shows_as_free_is_not_asked_for_ever() {
    var mine = shop.tokenAt(HAIRCUT, TEN, CALL);
    var asked = new ArrayList<NewHold>();
    var desk =
        shop.over(
            new BookingsBehind(shop.bookings) {
              @Override
              public WriteOutcome<Hold> hold(NewHold wanted) {
                asked.add(wanted);
                return new WriteOutcome.Overlap<>();
              }
            });

    assertThat(desk.hold(ORG, CALL, mine)).isInstanceOf(HoldOutcome.JustTaken.class);
    assertThat(asked).hasSizeBetween(2, 20);
  }

  @Test
  void who_holds_a_seat_books_that_one_though_an_earlier_came_free() {
    var first = shop.tokenAt(HAIRCUT, TEN, new CallId("first"));
    var second = shop.tokenAt(HAIRCUT, TEN, CALL);
    var theirs = held(shop.desk.hold(ORG, new CallId("first"), first));
    var mine = held(shop.desk.hold(ORG, CALL, second));
    shop.desk.release(ORG, theirs.id());

    var booked = shop.desk.book(ORG, CALL, second, DANA, "k1");

    assertThat(mine.claim()).isNotEqualTo(theirs.claim());
    assertThat(booked)
        .isInstanceOfSatisfying(
            BookOutcome.Booked.class,
            it -> assertThat(it.booking().claim()).isEqualTo(mine.claim()));
  }

  @Test
  void who_comes_alone_takes_the_first_seat_and_losers_spread() {
    int[] free = IntStream.range(3, 40).toArray();
    UnaryOperator<Integer> afterOneLoss =
        n -> new SeatChoice(List.of(), SeatChoice.seedOf("call-" + n), 1)
            .of(ANA, free, 40);

    assertThat(new SeatChoice(List.of(), 7, 0).of(ANA, free, 40)).isEqualTo(3);
    var chosen = IntStream.range(0, 200).boxed().map(afterOneLoss).toList();
    assertThat(chosen.stream().distinct().count()).isGreaterThan(30);
    assertThat(chosen).allMatch(part -> part >= 3 && part < 40);
    assertThat(IntStream.range(0, 200).boxed().map(afterOneLoss).toList()).isEqualTo(chosen);
  }

  private static Hold held(HoldOutcome outcome) {
    if (outcome instanceof HoldOutcome.Held(var hold)) {
      return hold;
    }
    throw new AssertionError("not held: " + outcome);
  }

  /// Each time the caller writes, somebody else was a moment earlier with the very same seat.
  private final class Rivals extends BookingsBehind {
    private int left;

    Rivals(int rivals) {
      super(shop.bookings);
      this.left = rivals;
    }

    @Override
    public WriteOutcome<Hold> hold(NewHold wanted) {
      take(wanted.hold().claim());
      return super.hold(wanted);
    }

    @Override
    public WriteOutcome<List<Booking>> book(NewBookings wanted) {
      take(wanted.bookings().getFirst().claim());
      return super.book(wanted);
    }

    private void take(Claim claim) {
      assertThat(claim.resources()).containsExactly(ANA);
      if (left > 0) {
        var rival = new CallId("rival-" + left--);
        var hold =
            Bookings.newHold(
                MapleStreet.catalogue(), rival, claim, BookingSettings.DEFAULT.holdFor(), NOW);
        assertThat(shop.bookings.hold(Bookings.newHold(hold, List.of())))
            .isInstanceOf(WriteOutcome.Committed.class);
      }
    }
  }
}
