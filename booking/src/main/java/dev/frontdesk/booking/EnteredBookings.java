package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Bookings that come from elsewhere than a call: the rules for callers do not apply to them.
final class EnteredBookings {
  private static final int MOST_IN_VAIN = 10;

  private final BookingStore store;

  EnteredBookings(BookingStore store) {
    this.store = store;
  }

  /// @param resources those known, in any order
  record Entry(
      BookingId id,
      ServiceId service,
      List<ResourceId> resources,
      Instant start,
      CustomerDetails customer,
      String key) {}

  BookOutcome enter(Catalogue catalogue, Entry entry, Instant now) {
    var found = catalogue.service(entry.service());
    if (found.isEmpty()) {
      return new BookOutcome.Refused(WhyNot.UNKNOWN_SERVICE, List.of());
    }
    for (var resource : entry.resources()) {
      if (!catalogue.offers(entry.service(), resource)) {
        return new BookOutcome.Refused(WhyNot.WRONG_RESOURCE, List.of());
      }
    }
    // A call of its own for each, so that none is taken for a repetition of another.
    var call = new CallId("entered-" + entry.id().value());
    int most = MOST_IN_VAIN + seats(catalogue, found.get()); // each race lost takes a seat away
    for (int lost = 0; lost < most; lost++) {
      var seat = new SeatChoice(List.of(), SeatChoice.seedOf(entry.id()), lost);
      var claim = claim(catalogue, found.get(), entry, seat, now);
      if (claim.isEmpty()) {
        break;
      }
      var booking =
          Bookings.newBooking(
              catalogue,
              entry.id(),
              call,
              claim.get(),
              entry.customer(),
              Optional.empty(),
              now);
      var event =
          BookingEvent.of(
              BookingEvent.Kind.BOOKING_MADE, booking, Optional.empty(), now);
      var wanted =
          new NewBookings(
              booking.org(),
              call,
              entry.key(),
              List.of(booking),
              Optional.empty(),
              List.of(),
              List.of(event),
              now);
      switch (store.book(wanted)) {
        case WriteOutcome.Committed<List<Booking>>(var made) -> {
          return new BookOutcome.Booked(made.getFirst());
        }
        case WriteOutcome.Duplicate<List<Booking>>(var made) -> {
          return new BookOutcome.Booked(made.getFirst());
        }
        case WriteOutcome.Overlap<List<Booking>>(),
            WriteOutcome.QuotaFull<List<Booking>>(),
            WriteOutcome.Gone<List<Booking>>() -> {}
      }
    }
    return new BookOutcome.JustTaken(List.of());
  }

  private static int seats(Catalogue catalogue, Service service) {
    return service.pools().stream()
        .mapToInt(pool -> service.capacity() * catalogue.members(pool).size())
        .sum();
  }

  private Optional<Claim> claim(
      Catalogue catalogue, Service service, Entry entry, SeatChoice seat, Instant now) {
    var slot = service.slotAt(entry.start());
    var blocked = service.blockedBy(slot);
    var members = service.pools().stream().map(catalogue::members).toList();
    var ids = new HashSet<ResourceId>();
    members.forEach(pool -> pool.forEach(member -> ids.add(member.id())));
    var busy = store.busy(catalogue.organisation().id(), ids, blocked, now);
    var chosen = new ArrayList<Allocation>();
    for (var pool : members) {
      var named = pool.stream().map(Resource::id).filter(entry.resources()::contains).toList();
      var choice = named.isEmpty() ? pool.stream().map(Resource::id).toList() : named;
      var free =
          choice.stream()
              .filter(id -> chosen.stream().noneMatch(one -> one.resource().equals(id)))
              .flatMap(id -> freePart(service, id, busy, seat).stream())
              .findFirst();
      if (free.isEmpty()) {
        return Optional.empty();
      }
      chosen.add(free.get());
    }
    return Optional.of(new Claim(service.id(), slot, blocked, chosen));
  }

  /// `busy` overlaps the wanted time already, so any of it on the same share is in the way.
  private static Optional<Allocation> freePart(
      Service service, ResourceId id, List<BusyTime> busy, SeatChoice seat) {
    int capacity = service.capacity();
    int[] free =
        IntStream.range(0, capacity)
            .filter(
                part -> {
                  var allocation = new Allocation(id, Share.part(part, capacity));
                  return busy.stream().noneMatch(time -> isInTheWay(time, allocation));
                })
            .toArray();
    return free.length == 0
        ? Optional.empty()
        : Optional.of(new Allocation(id, Share.part(seat.of(id, free, capacity), capacity)));
  }

  private static boolean isInTheWay(BusyTime time, Allocation wanted) {
    return time.allocation().resource().equals(wanted.resource())
        && time.allocation().share().overlaps(wanted.share());
  }
}
