package dev.frontdesk.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.booking.BookingEvent.Kind;
import dev.frontdesk.booking.WriteOutcome.Committed;
import dev.frontdesk.booking.WriteOutcome.Duplicate;
import dev.frontdesk.booking.WriteOutcome.Gone;
import dev.frontdesk.booking.WriteOutcome.Overlap;
import dev.frontdesk.booking.WriteOutcome.QuotaFull;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// What every `BookingStore` promises.
public abstract class BookingStoreContract extends HoldStoreContract {
  @Test
  void a_booking_is_found_as_it_was_made() {
    var booking = claims.booking(ONE, 9, CHAIR, ROOM);

    assertThat(store.book(claims.made(ONE, "k1", booking)))
        .isEqualTo(new Committed<>(List.of(booking)));

    assertThat(store.find(claims.org(), booking.id())).contains(booking);
    assertThat(store.byKey(claims.org(), "k1")).containsExactly(booking);
    assertThat(store.between(claims.org(), booking.slot())).containsExactly(booking);
    assertThat(store.madeIn(claims.org(), ONE, booking.service(), booking.slot().start()))
        .contains(booking);
    assertThat(kinds()).containsExactly(Kind.BOOKING_MADE);
  }

  /// As when the connection was lost in the commit, and nobody knew.
  @Test
  void a_booking_made_again_with_its_own_id_and_key_is_the_same() {
    var wanted = claims.made(ONE, "k1", claims.booking(ONE, 9, CHAIR));
    assertThat(store.book(wanted)).isEqualTo(new Committed<>(wanted.bookings()));

    assertThat(store.book(wanted)).isEqualTo(new Duplicate<>(wanted.bookings()));
    assertThat(store.book(wanted.beside())).isEqualTo(new Duplicate<>(wanted.bookings()));

    assertThat(kinds()).containsExactly(Kind.BOOKING_MADE);
  }

  @Test
  void nothing_is_found_of_another_organisation() {
    var booking = claims.booking(ONE, 9, CHAIR);
    store.book(claims.made(ONE, "k1", booking));
    var others = new Claims();
    organisation(others.organisation());

    assertThat(store.find(others.org(), booking.id())).isEmpty();
    assertThat(store.byKey(others.org(), "k1")).isEmpty();
    assertThat(store.between(others.org(), booking.slot())).isEmpty();
    assertThat(store.busy(others.org(), Set.of(CHAIR), claims.day(), NOW)).isEmpty();
    var theirs = others.booking(ONE, 9, CHAIR);
    assertThat(store.book(others.made(ONE, "k1", theirs))).isInstanceOf(Committed.class);
  }

  @Test
  void bookings_do_not_overlap_but_may_touch() {
    store.book(claims.made(ONE, "k1", claims.booking(ONE, 9, CHAIR)));

    assertThat(store.book(claims.made(TWO, "k2", claims.booking(TWO, 9.75, CHAIR))))
        .isEqualTo(new Overlap<>());
    assertThat(store.book(claims.made(TWO, "k3", claims.booking(TWO, 9.75, ROOM))))
        .isInstanceOf(Committed.class);
    assertThat(store.book(claims.made(TWO, "k4", claims.booking(TWO, 10, CHAIR))))
        .isInstanceOf(Committed.class);
  }

  @Test
  void buffers_keep_others_out_too() {
    var first = claims.claim(9, CHAIR);
    var cleaned =
        new Claim(
            first.service(),
            first.slot(),
            new Slot(first.slot().start(), first.slot().end().plusSeconds(900)),
            first.allocations());
    store.book(claims.made(ONE, "k1", claims.booking(ONE, cleaned)));

    assertThat(store.book(claims.made(TWO, "k2", claims.booking(TWO, 10, CHAIR))))
        .isEqualTo(new Overlap<>());
    assertThat(store.book(claims.made(TWO, "k3", claims.booking(TWO, 10.25, CHAIR))))
        .isInstanceOf(Committed.class);
  }

  @Test
  void seats_of_a_group_stand_side_by_side_and_nobody_sits_among_them_alone() {
    store.book(claims.made(ONE, "k1", claims.seat(ONE, 9, CHAIR, 0, 3)));

    assertThat(store.book(claims.made(TWO, "k2", claims.seat(TWO, 9, CHAIR, 0, 3))))
        .isEqualTo(new Overlap<>());
    assertThat(store.book(claims.made(TWO, "k3", claims.seat(TWO, 9, CHAIR, 1, 3))))
        .isInstanceOf(Committed.class);
    assertThat(store.book(claims.made(TWO, "k4", claims.booking(TWO, 9.5, CHAIR))))
        .isEqualTo(new Overlap<>());
    store.book(claims.made(ONE, "k5", claims.seat(ONE, 14, CHAIR, 2, 3)));
    assertThat(store.book(claims.made(TWO, "k6", claims.booking(TWO, 14, CHAIR))))
        .isEqualTo(new Overlap<>());
  }

  @Test
  void a_clash_on_one_of_several_resources_leaves_nothing_behind() {
    store.book(claims.made(ONE, "k1", claims.booking(ONE, 9, ROOM)));

    assertThat(store.book(claims.made(TWO, "k2", claims.booking(TWO, 9, CHAIR, ROOM))))
        .isEqualTo(new Overlap<>());

    assertThat(store.busy(claims.org(), Set.of(CHAIR), claims.day(), NOW)).isEmpty();
    assertThat(kinds()).containsExactly(Kind.BOOKING_MADE);
  }

  @Test
  void a_key_makes_its_bookings_once() {
    var booking = claims.booking(ONE, 9, CHAIR);
    store.book(claims.made(ONE, "k1", booking));

    assertThat(store.book(claims.made(TWO, "k1", claims.booking(TWO, 15, CHAIR))))
        .isEqualTo(new Duplicate<>(List.of(booking)));
    assertThat(kinds()).containsExactly(Kind.BOOKING_MADE);
  }

  @Test
  void a_call_books_a_service_and_start_once_while_it_stands() {
    var booking = claims.booking(ONE, 9, CHAIR);
    store.book(claims.made(ONE, "k1", booking));
    assertThat(store.book(claims.made(ONE, "k2", claims.booking(ONE, 9, CHAIR))))
        .isEqualTo(new Duplicate<>(List.of(booking)));

    store.change(claims.cancelled(booking, "k3"));

    assertThat(store.book(claims.made(ONE, "k4", claims.booking(ONE, 9, CHAIR))))
        .isInstanceOf(Committed.class);
  }

  @Test
  void a_series_is_made_whole_or_not_at_all() {
    store.book(claims.made(ONE, "k1", claims.booking(ONE, 13, CHAIR)));
    var some = List.of(claims.booking(TWO, 10, CHAIR), claims.booking(TWO, 13, CHAIR));
    var others = List.of(claims.booking(TWO, 10, CHAIR), claims.booking(TWO, 14, CHAIR));

    assertThat(store.book(claims.made(TWO, "k2", some))).isEqualTo(new Overlap<>());
    assertThat(store.byKey(claims.org(), "k2")).isEmpty();
    assertThat(store.book(claims.made(TWO, "k2", others))).isEqualTo(new Committed<>(others));
    assertThat(store.byKey(claims.org(), "k2")).isEqualTo(others);
  }

  @Test
  void a_move_is_one_act_that_may_overlap_where_it_came_from() {
    var booking = claims.booking(ONE, 9, CHAIR);
    store.book(claims.made(ONE, "k1", booking));
    var change = claims.moved(booking, 9.5, "k2");

    assertThat(store.change(change)).isEqualTo(new Committed<>(change.after()));

    assertThat(store.find(claims.org(), booking.id())).contains(change.after());
    assertThat(store.change(change)).isEqualTo(new Duplicate<>(change.after()));
    assertThat(store.book(claims.made(TWO, "k3", claims.booking(TWO, 8.5, CHAIR))))
        .isInstanceOf(Committed.class);
    assertThat(kinds())
        .containsExactly(Kind.BOOKING_MADE, Kind.BOOKING_MOVED, Kind.BOOKING_MADE);
  }

  @Test
  void a_move_to_another_resource_at_the_same_time_uses_up_its_hold() {
    var booking = claims.booking(ONE, 9, CHAIR);
    store.book(claims.made(ONE, "k1", booking));
    store.hold(claims.taken(claims.hold(ONE, 9, ROOM)));

    var change = claims.movedTo(booking, ROOM, "k2");

    assertThat(store.change(change)).isEqualTo(new Committed<>(change.after()));
    assertThat(store.heldBy(claims.org(), ONE, Claims.NOW)).isEmpty();
  }

  @Test
  void a_second_one_at_the_same_start_is_made_only_when_it_is_meant() {
    var first = claims.booking(ONE, 9, CHAIR);
    store.book(claims.made(ONE, "k1", first));
    var again = claims.made(ONE, "k2", claims.booking(ONE, 9, ROOM));
    var another = claims.made(ONE, "k3", claims.booking(ONE, 9, ROOM)).beside();

    assertThat(store.book(again)).isEqualTo(new Duplicate<>(List.of(first)));
    assertThat(store.book(another)).isEqualTo(new Committed<>(another.bookings()));
  }

  @Test
  void a_move_that_clashes_changes_nothing() {
    var booking = claims.booking(ONE, 9, CHAIR);
    store.book(claims.made(ONE, "k1", booking));
    store.book(claims.made(TWO, "k2", claims.booking(TWO, 11, CHAIR)));

    assertThat(store.change(claims.moved(booking, 11.5, "k3"))).isEqualTo(new Overlap<>());

    assertThat(store.find(claims.org(), booking.id())).contains(booking);
    assertThat(store.busy(claims.org(), Set.of(CHAIR), claims.day(), NOW)).hasSize(2);
  }

  @Test
  void a_change_of_what_has_changed_is_refused() {
    var booking = claims.booking(ONE, 9, CHAIR);
    store.book(claims.made(ONE, "k1", booking));
    store.change(claims.moved(booking, 11, "k2"));

    assertThat(store.change(claims.moved(booking, 13, "k3"))).isEqualTo(new Gone<>());
    assertThat(store.change(claims.cancelled(booking, "k4"))).isEqualTo(new Gone<>());
    var never = claims.booking(ONE, 15, CHAIR);
    assertThat(store.change(claims.cancelled(never, "k5"))).isEqualTo(new Gone<>());
  }

  @Test
  void a_cancelled_booking_gives_its_time_back_and_stays_on_record() {
    var booking = claims.booking(ONE, 9, CHAIR);
    store.book(claims.made(ONE, "k1", booking));
    var change = claims.cancelled(booking, "k2");

    assertThat(store.change(change)).isEqualTo(new Committed<>(change.after()));

    assertThat(store.find(claims.org(), booking.id())).contains(change.after());
    assertThat(store.busy(claims.org(), Set.of(CHAIR), claims.day(), NOW)).isEmpty();
    assertThat(store.upcoming(claims.org(), Claims.PHONE, NOW)).isEmpty();
    assertThat(store.book(claims.made(TWO, "k3", claims.booking(TWO, 9, CHAIR))))
        .isInstanceOf(Committed.class);
  }

  @Test
  void a_quota_counts_bookings_and_holds_and_the_new_one() {
    store.book(claims.made(ONE, "k1", claims.booking(ONE, 9, CHAIR)));
    store.hold(claims.taken(claims.hold(TWO, 11, CHAIR)));
    var three = new CallId("call-three");
    var booking = claims.booking(three, 13, CHAIR);

    var two = List.<Quota>of(new Quota.OfResource(CHAIR, claims.day(), 2));
    assertThat(store.book(claims.within(two, three, "k2", booking)))
        .isEqualTo(new QuotaFull<>());
    var roomy =
        List.<Quota>of(
            new Quota.OfResource(CHAIR, claims.day(), 3),
            new Quota.OfService(booking.service(), claims.day(), 3));
    assertThat(store.book(claims.within(roomy, three, "k2", booking)))
        .isInstanceOf(Committed.class);
  }

  @Test
  void what_is_booked_from_a_hold_or_moved_counts_once_against_a_quota() {
    var one = List.<Quota>of(new Quota.OfResource(CHAIR, claims.day(), 1));
    store.hold(claims.taken(claims.hold(ONE, 9, CHAIR)));
    var booking = claims.booking(ONE, 9, CHAIR);

    assertThat(store.book(claims.within(one, ONE, "k1", booking)))
        .isInstanceOf(Committed.class);
    assertThat(store.change(claims.movedWithin(one, booking, 11, "k2")))
        .isInstanceOf(Committed.class);
  }

  @Test
  void busy_times_come_sorted_and_only_of_the_range_and_resources() {
    var late = claims.booking(ONE, 15, CHAIR);
    var early = claims.booking(TWO, 9, CHAIR, ROOM);
    store.book(claims.made(ONE, "k1", late));
    store.book(claims.made(TWO, "k2", early));
    store.hold(claims.taken(claims.hold(TWO, 12, CHAIR)));

    assertThat(store.busy(claims.org(), Set.of(CHAIR), claims.day(), NOW))
        .extracting(BusyTime::owner)
        .containsExactly(
            new BusyTime.Owner.ByBooking(early.id()),
            new BusyTime.Owner.ByHold(TWO),
            new BusyTime.Owner.ByBooking(late.id()));
    assertThat(store.busy(claims.org(), Set.of(ROOM), claims.day(), NOW)).hasSize(1);
    var afternoon = new Slot(early.slot().end(), late.slot().start());
    assertThat(store.busy(claims.org(), Set.of(CHAIR, ROOM), afternoon, NOW)).hasSize(1);
  }

  @Test
  void who_was_booked_last_is_told_by_when_it_was_booked() {
    store.book(claims.made(ONE, "k1", claims.booking(ONE, 9, CHAIR)));

    assertThat(store.lastBooked(claims.org(), Set.of(CHAIR, ROOM)))
        .containsOnlyKeys(CHAIR)
        .containsEntry(CHAIR, NOW);
  }

  @Test
  void upcoming_bookings_of_a_number_come_soonest_first() {
    var late = claims.booking(ONE, 15, CHAIR);
    var early = claims.booking(TWO, 9, CHAIR);
    store.book(claims.made(ONE, "k1", late));
    store.book(claims.made(TWO, "k2", early));

    assertThat(store.upcoming(claims.org(), Claims.PHONE, NOW)).containsExactly(early, late);
    assertThat(store.upcoming(claims.org(), Claims.PHONE, early.slot().end()))
        .containsExactly(late);
    assertThat(store.upcoming(claims.org(), new PhoneNumber("+14155550199"), NOW)).isEmpty();
  }

  @Test
  void of_many_at_once_for_one_slot_one_gets_it() throws Exception {
    var tries = new ArrayList<Callable<WriteOutcome<?>>>();
    for (int i = 0; i < 16; i++) {
      var call = new CallId("caller-" + i);
      if (i % 2 == 0) {
        var booking = claims.booking(call, 9, CHAIR, ROOM);
        var wanted = claims.made(call, "k" + i, booking);
        tries.add(() -> store.book(wanted));
      } else {
        var wanted = claims.taken(claims.hold(call, 9.5, CHAIR, ROOM));
        tries.add(() -> store.hold(wanted));
      }
    }
    assertThat(committed(tries)).isEqualTo(1);
    assertThat(kinds()).hasSize(1);
  }

  @Test
  void one_key_from_many_at_once_books_once() throws Exception {
    var tries = new ArrayList<Callable<WriteOutcome<?>>>();
    var ids = new ArrayList<BookingId>();
    for (int i = 0; i < 8; i++) {
      var booking = claims.booking(ONE, 9, CHAIR);
      ids.add(booking.id());
      var wanted = claims.made(ONE, "same", booking);
      tries.add(() -> store.book(wanted));
    }
    assertThat(committed(tries)).isEqualTo(1);
    assertThat(store.byKey(claims.org(), "same")).hasSize(1);
    assertThat(ids.stream().filter(id -> store.find(claims.org(), id).isPresent())).hasSize(1);
  }

  private static long committed(List<Callable<WriteOutcome<?>>> tries)
      throws InterruptedException, ExecutionException {
    long committed = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(tries)) {
        committed += done.get() instanceof Committed ? 1 : 0;
      }
    }
    return committed;
  }
}
