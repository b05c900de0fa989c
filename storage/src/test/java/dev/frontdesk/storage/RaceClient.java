package dev.frontdesk.storage;

import static dev.frontdesk.storage.TestStorage.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.booking.Booking;
import dev.frontdesk.booking.BookingChange;
import dev.frontdesk.booking.BookingEvent;
import dev.frontdesk.booking.BookingStatus;
import dev.frontdesk.booking.BookingStore;
import dev.frontdesk.booking.Claim;
import dev.frontdesk.booking.WriteOutcome.Committed;
import dev.frontdesk.booking.WriteOutcome.Duplicate;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// One of those who race: holds, books, moves and cancels at random, and remembers what it was
/// told.
final class RaceClient {
  private static final Duration GRID = Duration.ofMinutes(15);
  private static final int STARTS = 4 * 8;

  private final BookingStore store = TestStorage.shared().bookings();
  private final Bookings bookings;
  private final int number;
  private final Random random;
  private final Runnable afterEach;
  private final Map<BookingId, Booking> acknowledged = new LinkedHashMap<>();
  private final Set<BookingId> unsure = new HashSet<>();
  private int acts;
  private int won;
  private int lost;

  RaceClient(OrgId org, int number, long seed, Runnable afterEach) {
    this.bookings = new Bookings(org);
    this.number = number;
    this.random = new Random(seed);
    this.afterEach = afterEach;
  }

  void wish(int times) {
    for (int i = 0; i < times; i++) {
      act();
      afterEach.run();
    }
  }

  private void act() {
    int choice = random.nextInt(10);
    var mine = acknowledged.values().stream().filter(Booking::blocks).toList();
    if (choice < 3 || mine.isEmpty() && choice >= 6) {
      holdThenBook();
    } else if (choice < 6) {
      book(newCall());
    } else if (choice < 8) {
      move(mine.get(random.nextInt(mine.size())));
    } else {
      cancel(mine.get(random.nextInt(mine.size())));
    }
  }

  private void holdThenBook() {
    var call = newCall();
    var resources = resources();
    var start = start();
    var length = length();
    try {
      store.hold(bookings.hold(call, resources, start, length));
    } catch (StorageUnavailable _) {
      return; // no promise was made
    }
    if (random.nextBoolean()) {
      book(call, resources, start, length);
    } else {
      book(call); // another time than the held one: the caller changed their mind
    }
  }

  private void book(CallId call) {
    book(call, resources(), start(), length());
  }

  private void book(CallId call, List<String> resources, Instant start, Duration length) {
    var wanted = bookings.one(call, resources, start, length, newKey());
    var id = wanted.bookings().getFirst().id();
    try {
      switch (store.book(wanted)) {
        case Committed(var made) -> acknowledge(made);
        case Duplicate(var made) -> acknowledge(made);
        default -> lost++;
      }
    } catch (StorageUnavailable _) {
      unsure.add(id);
    }
  }

  private void move(Booking booking) {
    var to = bookings.one(booking.call(), resources(), start(), length(), "unused");
    change(
        booking,
        to.bookings().getFirst().claim(),
        BookingStatus.CONFIRMED,
        BookingEvent.Kind.BOOKING_MOVED);
  }

  private void cancel(Booking booking) {
    change(
        booking,
        booking.claim(),
        BookingStatus.CANCELLED,
        BookingEvent.Kind.BOOKING_CANCELLED);
  }

  private void change(
      Booking before, Claim claim, BookingStatus status, BookingEvent.Kind kind) {
    var after =
        new Booking(
            before.id(),
            before.org(),
            claim,
            before.zone(),
            before.customer(),
            status,
            before.call(),
            before.bookedAt(),
            before.series(),
            before.version() + 1);
    var event =
        new BookingEvent(
            before.org(),
            kind,
            before.id().value(),
            Optional.of(before.call()),
            before.service(),
            claim.resources(),
            Optional.of(claim.slot()),
            Optional.of(before.slot()),
            NINE);
    var wanted =
        new BookingChange(
            before, after, Optional.of(before.call()), newKey(), List.of(), event, NINE);
    try {
      switch (store.change(wanted)) {
        case Committed(var changed) -> acknowledge(List.of(changed));
        case Duplicate(var changed) -> acknowledge(List.of(changed));
        default -> lost++;
      }
    } catch (StorageUnavailable _) {
      acknowledged.remove(before.id());
      unsure.add(before.id());
    }
  }

  private void acknowledge(List<Booking> written) {
    written.forEach(booking -> acknowledged.put(booking.id(), booking));
    won++;
  }

  /// Writes that were acknowledged.
  int won() {
    return won;
  }

  /// Writes that were refused, as others had the time.
  int lost() {
    return lost;
  }

  void assertThatEveryAcknowledgedActStands() {
    acknowledged.forEach((id, booking) ->
        assertThat(store.find(booking.org(), id)).as("client %d", number).contains(booking));
  }

  /// Bookings that this client was told of, or may have made without being told.
  Set<BookingId> known() {
    var known = new HashSet<>(acknowledged.keySet());
    known.addAll(unsure);
    return known;
  }

  private CallId newCall() {
    return new CallId("race-%d-%d".formatted(number, acts++));
  }

  private String newKey() {
    return "race-%d-%d".formatted(number, acts++);
  }

  private List<String> resources() {
    var all = new ArrayList<>(DoubleBookingRaceTest.RESOURCES);
    java.util.Collections.shuffle(all, random);
    return all.subList(0, 1 + random.nextInt(2));
  }

  private Instant start() {
    return NINE.plus(GRID.multipliedBy(random.nextInt(STARTS)));
  }

  private Duration length() {
    return GRID.multipliedBy(1 + random.nextInt(4));
  }
}
