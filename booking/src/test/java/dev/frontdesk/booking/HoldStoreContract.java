package dev.frontdesk.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.booking.BookingEvent.Kind;
import dev.frontdesk.booking.WriteOutcome.Committed;
import dev.frontdesk.booking.WriteOutcome.Duplicate;
import dev.frontdesk.booking.WriteOutcome.Gone;
import dev.frontdesk.booking.WriteOutcome.Overlap;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.ResourceId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every `BookingStore` promises of holds; `BookingStoreContract` goes on from here. Each test
/// works in an organisation of its own.
public abstract class HoldStoreContract {
  static final ResourceId CHAIR = new ResourceId("chair");
  static final ResourceId ROOM = new ResourceId("room");
  static final CallId ONE = new CallId("call-one");
  static final CallId TWO = new CallId("call-two");
  static final Instant NOW = Claims.NOW;

  BookingStore store;
  Claims claims;

  protected abstract BookingStore store();

  /// Makes an organisation in whatever way the store needs it.
  protected abstract void organisation(Organisation organisation);

  /// The kinds of the events appended for the organisation, oldest first.
  protected abstract List<Kind> events(Organisation organisation);

  @BeforeEach
  void openShop() {
    store = store();
    claims = new Claims();
    organisation(claims.organisation());
  }

  @Test
  void a_hold_keeps_others_out_until_the_instant_it_expires() {
    var hold = claims.hold(ONE, 9, CHAIR);
    assertThat(store.hold(claims.taken(hold))).isEqualTo(new Committed<>(hold));
    var booking = claims.booking(TWO, 9, CHAIR);

    var before = claims.made(TWO, "k1", List.of(booking), hold.expiresAt().minusMillis(1));
    var after = claims.made(TWO, "k1", List.of(booking), hold.expiresAt());
    assertThat(store.book(before)).isEqualTo(new Overlap<>());
    assertThat(store.busy(claims.org(), Set.of(CHAIR), claims.day(), NOW)).hasSize(1);
    assertThat(store.busy(claims.org(), Set.of(CHAIR), claims.day(), hold.expiresAt()))
        .isEmpty();
    assertThat(store.book(after)).isInstanceOf(Committed.class);
  }

  /// As when the connection was lost in the commit, and nobody knew.
  @Test
  void a_hold_taken_again_with_its_own_id_is_the_same() {
    var hold = claims.taken(claims.hold(ONE, 9, CHAIR));
    assertThat(store.hold(hold)).isEqualTo(new Committed<>(hold.hold()));

    assertThat(store.hold(hold)).isEqualTo(new Duplicate<>(hold.hold()));

    assertThat(store.heldBy(claims.org(), ONE, NOW)).contains(hold.hold());
    assertThat(kinds()).containsExactly(Kind.SLOT_HELD);
  }

  @Test
  void a_call_has_one_hold() {
    var first = claims.hold(ONE, 9, CHAIR);
    var second = claims.hold(ONE, 11, CHAIR);
    store.hold(claims.taken(first));
    store.hold(claims.taken(second));

    assertThat(store.heldBy(claims.org(), ONE, NOW)).contains(second);
    assertThat(store.book(claims.made(TWO, "k1", claims.booking(TWO, 9, CHAIR))))
        .isInstanceOf(Committed.class);
    assertThat(kinds())
        .containsExactlyInAnyOrder(
            Kind.SLOT_HELD, Kind.HOLD_RELEASED, Kind.SLOT_HELD, Kind.BOOKING_MADE);
  }

  @Test
  void holding_the_same_again_gives_the_hold_that_stands() {
    var first = claims.hold(ONE, 9, CHAIR);
    store.hold(claims.taken(first));

    assertThat(store.hold(claims.taken(claims.hold(ONE, 9, CHAIR))))
        .isEqualTo(new Duplicate<>(first));
    assertThat(kinds()).containsExactly(Kind.SLOT_HELD);
  }

  @Test
  void who_cannot_have_the_next_hold_keeps_the_last() {
    var first = claims.hold(ONE, 9, CHAIR);
    store.hold(claims.taken(first));
    store.book(claims.made(TWO, "k1", claims.booking(TWO, 11, CHAIR)));

    assertThat(store.hold(claims.taken(claims.hold(ONE, 11, CHAIR)))).isEqualTo(new Overlap<>());

    assertThat(store.heldBy(claims.org(), ONE, NOW)).contains(first);
  }

  @Test
  void a_hold_does_not_stand_in_its_own_calls_way_when_it_is_moved_a_little() {
    store.hold(claims.taken(claims.hold(ONE, 9, CHAIR)));

    assertThat(store.hold(claims.taken(claims.hold(ONE, 9.5, CHAIR))))
        .isInstanceOf(Committed.class);
  }

  @Test
  void booking_uses_up_the_calls_hold() {
    var hold = claims.hold(ONE, 9, CHAIR);
    store.hold(claims.taken(hold));

    assertThat(store.book(claims.made(ONE, "k1", claims.booking(ONE, 9, CHAIR))))
        .isInstanceOf(Committed.class);

    assertThat(store.heldBy(claims.org(), ONE, NOW)).isEmpty();
    assertThat(store.release(claims.org(), hold.id(), NOW)).isEqualTo(new Gone<>());
    assertThat(store.busy(claims.org(), Set.of(CHAIR), claims.day(), NOW)).hasSize(1);
  }

  @Test
  void booking_uses_up_the_hold_it_is_told_to_consume() {
    var hold = claims.hold(TWO, 9, CHAIR);
    store.hold(claims.taken(hold));
    var booking = claims.booking(ONE, 9, CHAIR);

    assertThat(store.book(claims.made(ONE, "k1", booking))).isEqualTo(new Overlap<>());
    assertThat(store.book(claims.consuming(hold, ONE, "k2", booking)))
        .isInstanceOf(Committed.class);
    assertThat(store.heldBy(claims.org(), TWO, NOW)).isEmpty();
  }

  @Test
  void a_hold_is_released_once() {
    var hold = claims.hold(ONE, 9, CHAIR);
    store.hold(claims.taken(hold));

    assertThat(store.release(claims.org(), hold.id(), NOW)).isEqualTo(new Committed<>(hold));
    assertThat(store.release(claims.org(), hold.id(), NOW)).isEqualTo(new Gone<>());
    assertThat(store.busy(claims.org(), Set.of(CHAIR), claims.day(), NOW)).isEmpty();
    assertThat(kinds()).containsExactly(Kind.SLOT_HELD, Kind.HOLD_RELEASED);
  }

  @Test
  void holds_expire_once() {
    var hold = claims.hold(ONE, 9, CHAIR);
    store.hold(claims.taken(hold));

    assertThat(store.expireHolds(claims.org(), hold.expiresAt().minusMillis(1))).isEmpty();
    assertThat(store.expireHolds(claims.org(), hold.expiresAt())).containsExactly(hold);
    assertThat(store.expireHolds(claims.org(), hold.expiresAt())).isEmpty();
    assertThat(kinds()).containsExactly(Kind.SLOT_HELD, Kind.HOLD_EXPIRED);
  }

  List<Kind> kinds() {
    return events(claims.organisation());
  }
}
