package dev.frontdesk.booking;

import dev.frontdesk.booking.Availability.Assignment;
import dev.frontdesk.booking.SlotTokens.Offered;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Answers wishes: loads busy times, searches, signs what it found.
final class SlotOffers {
  /// Most callers take something within so many days of their wish.
  private static final Duration NEAR = Duration.ofDays(3);

  private final BookingStore bookings;
  private final OutsideTimes outside;
  private final SlotTokens tokens;

  SlotOffers(BookingStore bookings, OutsideTimes outside, SlotTokens tokens) {
    this.bookings = bookings;
    this.outside = outside;
    this.tokens = tokens;
  }

  /// Whose time counts as free: the call's own hold, the booking that is to be moved.
  record Asking(CallId call, Optional<BookingId> moving) {}

  Offers offer(Catalogue catalogue, CallId call, SlotWish wish, Instant now) {
    var service = catalogue.service(wish.service());
    if (service.isEmpty()) {
      return none(WhyNot.UNKNOWN_SERVICE);
    }
    if (wish.resource().isPresent()) {
      var named = wish.resource().get();
      if (catalogue.resource(named).isEmpty()) {
        return none(WhyNot.UNKNOWN_RESOURCE);
      }
      if (!catalogue.offers(wish.service(), named)) {
        return none(WhyNot.WRONG_RESOURCE);
      }
    }
    var window = BookingWindow.of(service.get(), catalogue.organisation().zone(), now);
    var target = target(catalogue, wish.when(), window);
    var asking = new Asking(call, wish.moving());
    boolean skipped = target.stretches().isEmpty();
    if (skipped && wish.when() instanceof SlotWish.When.At(var start)) {
      target = SlotTarget.at(start.atZone(catalogue.organisation().zone()).toInstant());
    }
    var found =
        search(catalogue, service.get(), asking, window, target, wish.resource(), wish.limit());
    if (skipped) {
      found = new Found(found.assignments(), Optional.of(WhyNot.NO_SUCH_TIME));
    }
    return signed(catalogue.organisation().id(), asking, found, now);
  }

  /// The nearest to what was just lost.
  List<Offer> insteadOf(
      Catalogue catalogue, Asking asking, Offered lost, int limit, Instant now) {
    var service = catalogue.service(lost.service());
    if (service.isEmpty()) {
      return List.of();
    }
    var window = BookingWindow.of(service.get(), catalogue.organisation().zone(), now);
    var target = SlotTarget.at(lost.slot().start());
    var found =
        search(
            catalogue, service.get(), asking, window, target, Optional.empty(), limit);
    return signed(catalogue.organisation().id(), asking, found, now).offers();
  }

  /// What was found, and why it is not what was wished, if it is not.
  record Found(List<Assignment> assignments, Optional<WhyNot> whyNot) {}

  Found search(
      Catalogue catalogue,
      Service service,
      Asking asking,
      BookingWindow window,
      SlotTarget target,
      Optional<ResourceId> wanted,
      int limit) {
    var near = near(target, window);
    var availability = availability(catalogue, service, asking, near, window.now());
    var search = new SlotSearch(availability, window, target, wanted);
    var granted = search.granted(limit);
    if (!granted.isEmpty()) {
      return new Found(granted, Optional.empty());
    }
    var whyNot = Optional.of(search.whyNot());
    var all = new Slot(window.now(), window.end());
    if (target.stretches().isEmpty()) {
      return new Found(List.of(), whyNot);
    }
    var alternatives = search.alternatives(limit);
    if (!near.equals(all) && !isAmple(alternatives, target, limit)) {
      var wider = availability(catalogue, service, asking, all, window.now());
      alternatives = new SlotSearch(wider, window, target, wanted).alternatives(limit);
    }
    return new Found(alternatives, whyNot);
  }

  /// Rules and busy times of a service over `range`.
  Availability availability(
      Catalogue catalogue, Service service, Asking asking, Slot range, Instant now) {
    var org = catalogue.organisation().id();
    var members = service.pools().stream().map(catalogue::members).toList();
    var ids = new HashSet<ResourceId>();
    boolean limited = service.rules().limits().any();
    for (var pool : members) {
      for (var member : pool) {
        ids.add(member.id());
        limited |= member.limits().any();
      }
    }
    // Limits count whole weeks of any zone.
    var margin = limited ? Duration.ofDays(8) : Duration.ZERO;
    var load =
        new Slot(
            range.start().minus(service.before()).minus(margin),
            range.end().plus(service.length()).plus(service.after()).plus(margin));
    var busy = new ArrayList<>(outside.busy(org, ids, load, now));
    var own = new ArrayList<BusyTime>();
    for (var time : bookings.busy(org, ids, load, now)) {
      (isOwn(time, asking) ? own : busy).add(time);
    }
    busy.sort(Comparator.comparing(time -> time.blocked().start()));
    var preferred = preferred(org, service, members, ids);
    return Availability.of(catalogue.organisation(), service, preferred, range, busy, own);
  }

  private List<List<Resource>> preferred(
      OrgId org, Service service, List<List<Resource>> members, HashSet<ResourceId> ids) {
    if (service.choice() == ResourceChoice.FIRST_LISTED
        || members.stream().allMatch(pool -> pool.size() == 1)) {
      return members;
    }
    var last = bookings.lastBooked(org, ids);
    Comparator<Resource> longestAgo =
        Comparator.comparing(one -> last.getOrDefault(one.id(), Instant.MIN));
    return members.stream().map(pool -> pool.stream().sorted(longestAgo).toList()).toList();
  }

  private Offers signed(OrgId org, Asking asking, Found found, Instant now) {
    var offers = new ArrayList<Offer>();
    for (var one : found.assignments()) {
      var claim = one.claim();
      var offered =
          new Offered(claim.service(), claim.slot(), one.resources(), asking.moving(), now);
      var token = tokens.issue(org, asking.call(), offered);
      offers.add(new Offer(token, claim.service(), claim.slot(), one.resources()));
    }
    return new Offers(offers, found.whyNot());
  }

  private static boolean isOwn(BusyTime time, Asking asking) {
    return switch (time.owner()) {
      case BusyTime.Owner.ByHold(var call) -> call.equals(asking.call());
      case BusyTime.Owner.ByBooking(var booking) ->
          asking.moving().filter(booking::equals).isPresent();
      case BusyTime.Owner.ByCalendar() -> false;
    };
  }

  private static boolean isAmple(List<Assignment> found, SlotTarget target, int limit) {
    boolean before = false;
    boolean after = false;
    for (var one : found) {
      long start = one.claim().slot().start().getEpochSecond();
      before |= start < target.first();
      after |= start >= target.last();
    }
    return found.size() >= limit && (limit == 1 || before && after);
  }

  private static SlotTarget target(Catalogue catalogue, SlotWish.When when, BookingWindow window) {
    var zone = catalogue.organisation().zone();
    return switch (when) {
      case SlotWish.When.At(var start) -> SlotTarget.at(start, zone);
      case SlotWish.When.Between(var from, var to, var part) ->
          SlotTarget.between(from, to, part, zone);
      case SlotWish.When.Soonest() ->
          SlotTarget.between(
              LocalDateTime.ofInstant(window.now(), zone),
              LocalDateTime.ofInstant(window.end(), zone),
              DayPart.ANY,
              zone);
    };
  }

  /// The wished time and some days around it, as far as the window reaches.
  private static Slot near(SlotTarget target, BookingWindow window) {
    if (target.stretches().isEmpty()) {
      return new Slot(window.now(), window.end());
    }
    var from = later(moment(target.first()).minus(NEAR), window.now());
    var to = earlier(moment(target.last()).plus(NEAR), window.end());
    return from.isBefore(to) ? new Slot(from, to) : new Slot(window.now(), window.end());
  }

  private static Instant moment(long seconds) {
    return Instant.ofEpochSecond(seconds);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Offers none(WhyNot whyNot) {
    return new Offers(List.of(), Optional.of(whyNot));
  }
}
