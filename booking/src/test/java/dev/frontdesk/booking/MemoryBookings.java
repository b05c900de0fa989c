package dev.frontdesk.booking;

import dev.frontdesk.booking.BookingEvent.Kind;
import dev.frontdesk.booking.WriteOutcome.Committed;
import dev.frontdesk.booking.WriteOutcome.Duplicate;
import dev.frontdesk.booking.WriteOutcome.Gone;
import dev.frontdesk.booking.WriteOutcome.Overlap;
import dev.frontdesk.booking.WriteOutcome.QuotaFull;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.HoldId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.SeriesId;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Holds and bookings in memory, under the same constraint as the database's: one lock, every
/// write all or nothing.
public final class MemoryBookings implements BookingStore {
  private final Map<HoldId, Hold> holds = new LinkedHashMap<>();
  private final Map<HoldId, HoldStatus> holdStatus = new HashMap<>();
  private final Map<List<Object>, Booking> bookings = new LinkedHashMap<>();
  private final Map<List<Object>, List<BookingId>> keys = new HashMap<>();
  private final List<BookingEvent> events = new ArrayList<>();

  /// What the outbox would hold, in order.
  public synchronized List<BookingEvent> events() {
    return List.copyOf(events);
  }

  public synchronized HoldStatus statusOf(HoldId hold) {
    return holdStatus.get(hold);
  }

  @Override
  public synchronized List<BusyTime> busy(
      OrgId org, Set<ResourceId> resources, Slot range, Instant now) {
    var busy = new ArrayList<BusyTime>();
    for (var hold : liveHolds(org, now)) {
      add(busy, hold.claim(), new BusyTime.Owner.ByHold(hold.call()), resources, range);
    }
    for (var booking : standing(org)) {
      var owner = new BusyTime.Owner.ByBooking(booking.id());
      add(busy, booking.claim(), owner, resources, range);
    }
    busy.sort(Comparator.comparing(time -> time.blocked().start()));
    return busy;
  }

  private static void add(
      List<BusyTime> busy,
      Claim claim,
      BusyTime.Owner owner,
      Set<ResourceId> resources,
      Slot range) {
    if (claim.blocked().overlaps(range)) {
      for (var one : claim.allocations()) {
        if (resources.contains(one.resource())) {
          busy.add(new BusyTime(one, claim.service(), claim.slot(), claim.blocked(), owner));
        }
      }
    }
  }

  @Override
  public synchronized Map<ResourceId, Instant> lastBooked(OrgId org, Set<ResourceId> resources) {
    var last = new HashMap<ResourceId, Instant>();
    for (var booking : of(org, _ -> true)) {
      for (var resource : booking.resources()) {
        if (resources.contains(resource)) {
          last.merge(resource, booking.bookedAt(), (a, b) -> a.isAfter(b) ? a : b);
        }
      }
    }
    return last;
  }

  @Override
  public synchronized Optional<Booking> find(OrgId org, BookingId booking) {
    return Optional.ofNullable(bookings.get(List.of(org, booking)));
  }

  @Override
  public synchronized List<Booking> byKey(OrgId org, String key) {
    return keys.getOrDefault(List.of(org, key), List.of()).stream()
        .map(id -> bookings.get(List.of(org, id)))
        .sorted(Comparator.comparing(booking -> booking.slot().start()))
        .toList();
  }

  @Override
  public synchronized Optional<Booking> madeIn(
      OrgId org, CallId call, ServiceId service, Instant start) {
    return standing(org).stream()
        .filter(booking -> booking.call().equals(call))
        .filter(booking -> booking.service().equals(service))
        .filter(booking -> booking.slot().start().equals(start))
        .findFirst();
  }

  @Override
  public synchronized List<Booking> upcoming(OrgId org, PhoneNumber phone, Instant now) {
    return of(
        org,
        booking ->
            booking.blocks()
                && booking.slot().end().isAfter(now)
                && booking.customer().phone().filter(phone::equals).isPresent());
  }

  @Override
  public synchronized List<Booking> between(OrgId org, Slot range) {
    return of(org, booking -> booking.slot().overlaps(range));
  }

  @Override
  public synchronized List<Booking> ofSeries(OrgId org, SeriesId series) {
    return of(org, booking -> booking.series().filter(series::equals).isPresent());
  }

  @Override
  public synchronized Optional<Hold> heldBy(OrgId org, CallId call, Instant now) {
    return liveHolds(org, now).stream().filter(hold -> hold.call().equals(call)).findFirst();
  }

  @Override
  public synchronized WriteOutcome<Hold> hold(NewHold wanted) {
    var hold = wanted.hold();
    var now = hold.takenAt();
    var own = heldBy(hold.org(), hold.call(), now);
    if (own.isPresent() && own.get().claim().equals(hold.claim())) {
      return new Duplicate<>(own.get());
    }
    var ignored = own.map(Hold::id);
    if (clashes(hold.org(), hold.claim(), ignored, Optional.empty(), Optional.empty(), now)) {
      return new Overlap<>();
    }
    if (isFull(hold.org(), wanted.quotas(), List.of(hold.claim()), ignored, List.of(), now)) {
      return new QuotaFull<>();
    }
    own.ifPresent(old -> end(old, HoldEvent.RELEASE, Optional.of(Kind.HOLD_RELEASED), now));
    holds.put(hold.id(), hold);
    holdStatus.put(hold.id(), HoldMoves.TABLE.initial());
    events.add(wanted.event());
    return new Committed<>(hold);
  }

  @Override
  public synchronized WriteOutcome<Hold> release(OrgId org, HoldId id, Instant now) {
    var hold = holds.get(id);
    if (hold == null || !hold.org().equals(org) || holdStatus.get(id) != HoldStatus.HELD) {
      return new Gone<>();
    }
    end(hold, HoldEvent.RELEASE, Optional.of(Kind.HOLD_RELEASED), now);
    return new Committed<>(hold);
  }

  @Override
  public synchronized List<Hold> expireHolds(OrgId org, Instant now) {
    var over =
        holds.values().stream()
            .filter(hold -> hold.org().equals(org) && !hold.isLive(now))
            .filter(hold -> holdStatus.get(hold.id()) == HoldStatus.HELD)
            .toList();
    over.forEach(hold -> end(hold, HoldEvent.EXPIRE, Optional.of(Kind.HOLD_EXPIRED), now));
    return over;
  }

  @Override
  public synchronized WriteOutcome<List<Booking>> book(NewBookings wanted) {
    var org = wanted.org();
    var now = wanted.now();
    if (keys.containsKey(List.of(org, wanted.key()))) {
      return new Duplicate<>(byKey(org, wanted.key()));
    }
    if (wanted.maybeToldTwice()) {
      var only = wanted.bookings().getFirst();
      var made = madeIn(org, wanted.call(), only.service(), only.slot().start());
      if (made.isPresent()) {
        return new Duplicate<>(List.of(made.get()));
      }
    }
    var own = heldBy(org, wanted.call(), now);
    var claims = wanted.bookings().stream().map(Booking::claim).toList();
    for (int i = 0; i < claims.size(); i++) {
      var claim = claims.get(i);
      boolean amongThemselves = claims.subList(0, i).stream().anyMatch(claim::clashesWith);
      var mine = own.map(Hold::id);
      if (amongThemselves
          || clashes(org, claim, mine, wanted.consumes(), Optional.empty(), now)) {
        return new Overlap<>();
      }
    }
    var ignored = own.map(Hold::id);
    var consumed = wanted.consumes().stream().toList();
    if (isFull(org, wanted.quotas(), claims, ignored, consumed, now)) {
      return new QuotaFull<>();
    }
    own.ifPresent(hold -> end(hold, HoldEvent.BOOK, Optional.empty(), now));
    wanted
        .consumes()
        .map(holds::get)
        .filter(hold -> holdStatus.get(hold.id()) == HoldStatus.HELD)
        .ifPresent(hold -> end(hold, HoldEvent.BOOK, Optional.empty(), now));
    for (var booking : wanted.bookings()) {
      bookings.put(List.of(org, booking.id()), booking);
    }
    var ids = wanted.bookings().stream().map(Booking::id).toList();
    keys.put(List.of(org, wanted.key()), ids);
    events.addAll(wanted.events());
    return new Committed<>(wanted.bookings());
  }

  @Override
  public synchronized WriteOutcome<Booking> change(BookingChange wanted) {
    var after = wanted.after();
    var org = after.org();
    var now = wanted.now();
    if (keys.containsKey(List.of(org, wanted.key()))) {
      return new Duplicate<>(byKey(org, wanted.key()).getFirst());
    }
    var stored = find(org, after.id());
    if (stored.isEmpty() || stored.get().version() != wanted.before().version()) {
      return new Gone<>();
    }
    boolean moves = !after.claim().equals(wanted.before().claim());
    var own = wanted.call().filter(_ -> moves).flatMap(call -> heldBy(org, call, now));
    if (after.blocks()) {
      var claim = after.claim();
      var mine = own.map(Hold::id);
      if (clashes(org, claim, mine, Optional.empty(), Optional.of(after.id()), now)) {
        return new Overlap<>();
      }
      var removed = bookings.remove(List.of(org, after.id()));
      boolean full = isFull(org, wanted.quotas(), List.of(claim), mine, List.of(), now);
      bookings.put(List.of(org, after.id()), removed);
      if (full) {
        return new QuotaFull<>();
      }
    }
    own.ifPresent(hold -> end(hold, HoldEvent.BOOK, Optional.empty(), now));
    bookings.put(List.of(org, after.id()), after);
    keys.put(List.of(org, wanted.key()), List.of(after.id()));
    events.add(wanted.event());
    return new Committed<>(after);
  }

  private void end(Hold hold, HoldEvent how, Optional<Kind> kind, Instant now) {
    holdStatus.compute(hold.id(), (_, status) -> HoldMoves.TABLE.after(status, how));
    kind.ifPresent(what -> events.add(BookingEvent.of(what, hold, now)));
  }

  private boolean clashes(
      OrgId org,
      Claim claim,
      Optional<HoldId> own,
      Optional<HoldId> consumed,
      Optional<BookingId> moving,
      Instant now) {
    return liveHolds(org, now).stream()
            .filter(hold -> own.filter(hold.id()::equals).isEmpty())
            .filter(hold -> consumed.filter(hold.id()::equals).isEmpty())
            .anyMatch(hold -> hold.claim().clashesWith(claim))
        || standing(org).stream()
            .filter(booking -> moving.filter(booking.id()::equals).isEmpty())
            .anyMatch(booking -> booking.claim().clashesWith(claim));
  }

  private boolean isFull(
      OrgId org,
      List<Quota> quotas,
      List<Claim> added,
      Optional<HoldId> own,
      List<HoldId> consumed,
      Instant now) {
    var claims = new ArrayList<>(added);
    for (var hold : liveHolds(org, now)) {
      if (own.filter(hold.id()::equals).isEmpty() && !consumed.contains(hold.id())) {
        claims.add(hold.claim());
      }
    }
    standing(org).forEach(booking -> claims.add(booking.claim()));
    return quotas.stream()
        .anyMatch(
            quota -> claims.stream().filter(one -> counts(quota, one)).count() > quota.most());
  }

  private static boolean counts(Quota quota, Claim claim) {
    var start = claim.slot().start();
    var within = quota.within();
    if (start.isBefore(within.start()) || !start.isBefore(within.end())) {
      return false;
    }
    return switch (quota) {
      case Quota.OfResource(var resource, _, _) -> claim.resources().contains(resource);
      case Quota.OfService(var service, _, _) -> claim.service().equals(service);
    };
  }

  private List<Hold> liveHolds(OrgId org, Instant now) {
    return holds.values().stream()
        .filter(hold -> hold.org().equals(org) && hold.isLive(now))
        .filter(hold -> holdStatus.get(hold.id()) == HoldStatus.HELD)
        .toList();
  }

  private List<Booking> standing(OrgId org) {
    return of(org, Booking::blocks);
  }

  private List<Booking> of(OrgId org, Predicate<Booking> which) {
    return bookings.values().stream()
        .filter(booking -> booking.org().equals(org))
        .filter(which)
        .sorted(Comparator.comparing(booking -> booking.slot().start()))
        .toList();
  }
}
