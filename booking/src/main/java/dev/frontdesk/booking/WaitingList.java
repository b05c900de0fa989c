package dev.frontdesk.booking;

import dev.frontdesk.booking.BookingEvent.Kind;
import dev.frontdesk.booking.SlotOffers.Asking;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.Slot;
import dev.frontdesk.vocabulary.WaitlistId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/// Who waits for a slot, and what is done when one comes free: it is held for who waits longest
/// among those whom it fits.
final class WaitingList {
  /// Entries looked at in one go; the rest have their turn at the next sweep.
  private static final int MOST_AT_ONCE = 50;

  private final BookingStore store;
  private final WaitlistStore waitlist;
  private final SlotOffers offers;
  private final BookingSettings settings;

  WaitingList(
      BookingStore store,
      WaitlistStore waitlist,
      SlotOffers offers,
      BookingSettings settings) {
    this.store = store;
    this.waitlist = waitlist;
    this.offers = offers;
    this.settings = settings;
  }

  WaitlistOutcome join(
      Catalogue catalogue,
      CallId call,
      SlotWish wish,
      CustomerDetails customer,
      String key,
      Instant now) {
    var answer = offers.offer(catalogue, call, wish, now);
    if (answer.whyNot().isEmpty()) {
      return new WaitlistOutcome.FreeNow(answer.offers());
    }
    var whyNot = answer.whyNot().get();
    if (whyNot != WhyNot.TAKEN && whyNot != WhyNot.LIMIT_REACHED) {
      return new WaitlistOutcome.Refused(whyNot);
    }
    var entry = entry(catalogue, call, wish, customer, now);
    return switch (waitlist.join(entry, key, event(Kind.WAITLIST_JOINED, entry, now))) {
      case WriteOutcome.Committed<WaitlistEntry>(var joined) ->
          new WaitlistOutcome.Waiting(joined);
      case WriteOutcome.Duplicate<WaitlistEntry>(var joined) ->
          new WaitlistOutcome.Waiting(joined);
      case WriteOutcome.Overlap<WaitlistEntry>(),
          WriteOutcome.QuotaFull<WaitlistEntry>(),
          WriteOutcome.Gone<WaitlistEntry>() ->
          throw new IllegalStateException("joining the waitlist takes nobody's time");
    };
  }

  private static WaitlistEntry entry(
      Catalogue catalogue, CallId call, SlotWish wish, CustomerDetails customer, Instant now) {
    var zone = catalogue.organisation().zone();
    var service = catalogue.service(wish.service()).orElseThrow();
    var window = BookingWindow.of(service, zone, now);
    var span =
        switch (wish.when()) {
          case SlotWish.When.At(var start) ->
              new SlotWish.When.Between(start, start.plusMinutes(1), DayPart.ANY);
          case SlotWish.When.Between between -> between;
          case SlotWish.When.Soonest() ->
              new SlotWish.When.Between(
                  LocalDateTime.ofInstant(now, zone),
                  LocalDateTime.ofInstant(window.end(), zone),
                  DayPart.ANY);
        };
    return new WaitlistEntry(
        new WaitlistId(Ids.newUuid(now)),
        catalogue.organisation().id(),
        call,
        wish.service(),
        wish.resource(),
        span.from(),
        span.to(),
        span.part(),
        customer,
        now,
        WaitlistMoves.TABLE.initial(),
        Optional.empty(),
        1);
  }

  /// Offers what is free to those who wait, in their order.
  ///
  /// @return how many offers were made
  int offerFreed(Catalogue catalogue, Instant now) {
    int made = 0;
    for (var entry : waiting(catalogue)) {
      if (isOver(catalogue, entry, now)) {
        change(entry, WaitlistAct.LEAVE, now);
      } else if (offerTo(catalogue, entry, now)) {
        made++;
      }
    }
    return made;
  }

  private List<WaitlistEntry> waiting(Catalogue catalogue) {
    return waitlist.open(catalogue.organisation().id()).stream()
        .filter(entry -> entry.status() == WaitlistStatus.WAITING)
        .limit(MOST_AT_ONCE)
        .toList();
  }

  private boolean offerTo(Catalogue catalogue, WaitlistEntry entry, Instant now) {
    var service = catalogue.service(entry.service());
    if (service.isEmpty()) {
      return false;
    }
    var zone = catalogue.organisation().zone();
    var window = BookingWindow.of(service.get(), zone, now);
    var target = SlotTarget.between(entry.from(), entry.to(), entry.part(), zone);
    if (target.stretches().isEmpty()) {
      return false;
    }
    var call = callOf(entry);
    var asking = new Asking(call, Optional.empty());
    var found =
        offers.search(catalogue, service.get(), asking, window, target, entry.resource(), 1);
    if (found.whyNot().isPresent() || found.assignments().isEmpty()) {
      return false;
    }
    var claim = found.assignments().getFirst().claim();
    var hold = Bookings.newHold(catalogue, call, claim, settings.waitlistHoldFor(), now);
    var offered = entry.after(WaitlistAct.OFFER, Optional.of(hold.id()));
    var event = event(Kind.WAITLIST_OFFERED, offered, now, hold.claim());
    var wanted = Bookings.newHold(hold, Bookings.quotas(catalogue, hold));
    var outcome = waitlist.offer(entry, offered, wanted, event);
    return outcome instanceof WriteOutcome.Committed<Hold>;
  }

  /// Passes over those who did not take up their offer in time.
  void lapse(Catalogue catalogue, Instant now) {
    var org = catalogue.organisation().id();
    for (var entry : waitlist.open(org)) {
      if (entry.status() == WaitlistStatus.OFFERED
          && store.heldBy(org, callOf(entry), now).isEmpty()) {
        change(entry, WaitlistAct.LAPSE, now);
      }
    }
  }

  BookOutcome accept(
      Catalogue catalogue, CallId call, WaitlistId id, String key, Instant now) {
    var org = catalogue.organisation().id();
    var before = store.byKey(org, key);
    if (!before.isEmpty()) {
      return new BookOutcome.Booked(before.getFirst());
    }
    var found = waitlist.find(org, id);
    if (found.isEmpty()) {
      return new BookOutcome.Invalid(TokenProblem.INVALID);
    }
    var entry = found.get();
    var hold = store.heldBy(org, callOf(entry), now);
    if (entry.status() != WaitlistStatus.OFFERED || hold.isEmpty()) {
      return new BookOutcome.Invalid(TokenProblem.EXPIRED);
    }
    var held = hold.get();
    var booking =
        Bookings.newBooking(catalogue, call, held.claim(), entry.customer(), now);
    var wanted =
        Bookings.made(catalogue, call, List.of(booking), key, Optional.of(held.id()), now);
    return switch (store.book(wanted)) {
      case WriteOutcome.Committed<List<Booking>>(var made) -> {
        change(entry, WaitlistAct.ACCEPT, now);
        yield new BookOutcome.Booked(made.getFirst());
      }
      case WriteOutcome.Duplicate<List<Booking>>(var made) ->
          new BookOutcome.Booked(made.getFirst());
      case WriteOutcome.QuotaFull<List<Booking>>() ->
          new BookOutcome.Refused(WhyNot.LIMIT_REACHED, List.of());
      case WriteOutcome.Overlap<List<Booking>>(), WriteOutcome.Gone<List<Booking>>() ->
          new BookOutcome.JustTaken(List.of());
    };
  }

  void leave(Catalogue catalogue, WaitlistId id, Instant now) {
    var org = catalogue.organisation().id();
    var found = waitlist.find(org, id);
    if (found.isEmpty()
        || WaitlistMoves.TABLE.next(found.get().status(), WaitlistAct.LEAVE).isEmpty()) {
      return;
    }
    var entry = found.get();
    store.heldBy(org, callOf(entry), now).ifPresent(held -> store.release(org, held.id(), now));
    change(entry, WaitlistAct.LEAVE, now);
  }

  /// Who loses the race against another change has nothing left to do.
  private void change(WaitlistEntry entry, WaitlistAct act, Instant now) {
    var after = entry.after(act, entry.offer());
    waitlist.change(entry, after, event(Kind.WAITLIST_ENDED, after, now));
  }

  private static boolean isOver(Catalogue catalogue, WaitlistEntry entry, Instant now) {
    var zone = catalogue.organisation().zone();
    return !entry.to().isAfter(LocalDateTime.ofInstant(now, zone));
  }

  /// A call has one hold at most; a place on the waitlist holds as a call of its own.
  private static CallId callOf(WaitlistEntry entry) {
    return new CallId("waitlist-" + entry.id().value());
  }

  private static BookingEvent event(Kind kind, WaitlistEntry entry, Instant now) {
    return event(kind, entry, now, Optional.empty(), List.of());
  }

  private static BookingEvent event(
      Kind kind, WaitlistEntry entry, Instant now, Claim claim) {
    return event(kind, entry, now, Optional.of(claim.slot()), claim.resources());
  }

  private static BookingEvent event(
      Kind kind,
      WaitlistEntry entry,
      Instant now,
      Optional<Slot> slot,
      List<ResourceId> resources) {
    return new BookingEvent(
        entry.org(),
        kind,
        entry.id().value(),
        Optional.of(entry.call()),
        entry.service(),
        resources,
        slot,
        Optional.empty(),
        now);
  }
}
