package dev.frontdesk.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.booking.BookingEvent.Kind;
import dev.frontdesk.booking.WriteOutcome.Committed;
import dev.frontdesk.booking.WriteOutcome.Duplicate;
import dev.frontdesk.booking.WriteOutcome.Gone;
import dev.frontdesk.booking.WriteOutcome.Overlap;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.HoldId;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.WaitlistId;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every `WaitlistStore` promises. Each test works in an organisation of its own.
public abstract class WaitlistStoreContract {
  private static final ResourceId CHAIR = new ResourceId("chair");
  private static final CallId ONE = new CallId("call-one");
  private static final CallId TWO = new CallId("call-two");
  private static final LocalDateTime NOON = LocalDateTime.parse("2026-06-16T12:00");

  private WaitlistStore waitlist;
  private BookingStore bookings;
  private Claims claims;

  protected abstract WaitlistStore waitlist();

  /// The bookings of the same store.
  protected abstract BookingStore bookings();

  /// Makes an organisation in whatever way the store needs it.
  protected abstract void organisation(Organisation organisation);

  @BeforeEach
  void openShop() {
    waitlist = waitlist();
    bookings = bookings();
    claims = new Claims();
    organisation(claims.organisation());
  }

  @Test
  void entries_wait_in_the_order_in_which_they_joined() {
    var first = joined(ONE, "k1");
    var second = joined(TWO, "k2");

    assertThat(waitlist.open(claims.org())).containsExactly(first, second);
    assertThat(waitlist.openFor(claims.org(), Claims.PHONE)).containsExactly(first, second);
    assertThat(waitlist.openFor(claims.org(), new PhoneNumber("+14155550199"))).isEmpty();
    assertThat(waitlist.find(claims.org(), first.id())).contains(first);
    assertThat(waitlist.open(new Claims().org())).isEmpty();
  }

  @Test
  void a_key_or_the_same_wish_in_a_call_joins_once() {
    var first = joined(ONE, "k1");
    var other = entry(TWO, NOON.plusHours(1));
    var same = entry(ONE, NOON);

    assertThat(waitlist.join(other, "k1", event(Kind.WAITLIST_JOINED, other)))
        .isEqualTo(new Duplicate<>(first));
    assertThat(waitlist.join(same, "k2", event(Kind.WAITLIST_JOINED, same)))
        .isEqualTo(new Duplicate<>(first));
    var later = entry(ONE, NOON.plusHours(1));
    assertThat(waitlist.join(later, "k3", event(Kind.WAITLIST_JOINED, later)))
        .isInstanceOf(Committed.class);
  }

  @Test
  void an_offer_holds_the_slot_and_marks_the_entry_together() {
    var entry = joined(ONE, "k1");
    var hold = claims.hold(new CallId("waitlist-1"), 12, CHAIR);
    var offered = entry.after(WaitlistAct.OFFER, Optional.of(hold.id()));

    assertThat(
            waitlist.offer(
                entry, offered, claims.taken(hold), event(Kind.WAITLIST_OFFERED, offered)))
        .isEqualTo(new Committed<>(hold));

    assertThat(waitlist.find(claims.org(), entry.id())).contains(offered);
    assertThat(bookings.heldBy(claims.org(), hold.call(), Claims.NOW)).contains(hold);
    assertThat(
            waitlist.offer(
                entry, offered, claims.taken(hold), event(Kind.WAITLIST_OFFERED, offered)))
        .isEqualTo(new Gone<>());
  }

  @Test
  void an_offer_of_what_is_taken_changes_nothing() {
    var entry = joined(ONE, "k1");
    bookings.book(claims.made(TWO, "b1", claims.booking(TWO, 12, CHAIR)));
    var hold = claims.hold(new CallId("waitlist-1"), 12, CHAIR);
    var offered = entry.after(WaitlistAct.OFFER, Optional.of(hold.id()));

    assertThat(
            waitlist.offer(
                entry, offered, claims.taken(hold), event(Kind.WAITLIST_OFFERED, offered)))
        .isEqualTo(new Overlap<>());
    assertThat(waitlist.find(claims.org(), entry.id())).contains(entry);
  }

  @Test
  void who_left_waits_no_more_and_leaves_once() {
    var entry = joined(ONE, "k1");
    var left = entry.after(WaitlistAct.LEAVE, Optional.<HoldId>empty());

    assertThat(waitlist.change(entry, left, event(Kind.WAITLIST_ENDED, left)))
        .isEqualTo(new Committed<>(left));
    assertThat(waitlist.change(entry, left, event(Kind.WAITLIST_ENDED, left)))
        .isEqualTo(new Gone<>());
    assertThat(waitlist.open(claims.org())).isEmpty();
    assertThat(waitlist.find(claims.org(), entry.id())).contains(left);
  }

  private WaitlistEntry joined(CallId call, String key) {
    var entry = entry(call, NOON);
    assertThat(waitlist.join(entry, key, event(Kind.WAITLIST_JOINED, entry)))
        .isEqualTo(new Committed<>(entry));
    return entry;
  }

  private WaitlistEntry entry(CallId call, LocalDateTime from) {
    return new WaitlistEntry(
        new WaitlistId(Ids.newUuid(Claims.NOW)),
        claims.org(),
        call,
        new ServiceId("visit"),
        Optional.of(CHAIR),
        from,
        from.plusHours(3),
        DayPart.AFTERNOON,
        new CustomerDetails(
            new PersonName("Dana"), Optional.of(Claims.PHONE), Optional.empty()),
        Claims.NOW,
        WaitlistStatus.WAITING,
        Optional.empty(),
        1);
  }

  private static BookingEvent event(Kind kind, WaitlistEntry entry) {
    return new BookingEvent(
        entry.org(),
        kind,
        entry.id().value(),
        Optional.of(entry.call()),
        entry.service(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Claims.NOW);
  }
}
