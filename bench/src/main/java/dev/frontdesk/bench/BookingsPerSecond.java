package dev.frontdesk.bench;

import dev.frontdesk.booking.Allocation;
import dev.frontdesk.booking.Booking;
import dev.frontdesk.booking.BookingEvent;
import dev.frontdesk.booking.BookingStatus;
import dev.frontdesk.booking.BookingStore;
import dev.frontdesk.booking.Catalogue;
import dev.frontdesk.booking.Claim;
import dev.frontdesk.booking.CustomerDetails;
import dev.frontdesk.booking.NewBookings;
import dev.frontdesk.booking.Organisation;
import dev.frontdesk.booking.Share;
import dev.frontdesk.booking.WriteOutcome.Committed;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.storage.StorageSettings;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Bookings per second through the store, and those of pgbench sending the same statements to the
/// same server: what our own code costs on top of PostgreSQL.
///
/// Each client books for an organisation of its own, since an organisation's audit chain has one
/// end and its commits come one after the other. Arguments: clients (8), seconds (10).
public final class BookingsPerSecond {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  private static final ServiceId VISIT = new ServiceId("visit");
  private static final Duration LENGTH = Duration.ofMinutes(30);
  private static final int WARM_AFTER = 5_000;
  private static final int MOST_WARM_UPS = 6;
  private static final PrintStream OUT = System.out;

  private final BookingStore store;
  private final int clients;
  private final Duration length;

  private BookingsPerSecond(BookingStore store, int clients, Duration length) {
    this.store = store;
    this.clients = clients;
    this.length = length;
  }

  public static void main(String[] arguments) throws Exception {
    int clients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
    var length = Duration.ofSeconds(arguments.length > 1 ? Long.parseLong(arguments[1]) : 10);
    var home = Files.createTempDirectory(Path.of("bench/target"), "bookings");
    try (var storage = Storage.open(StorageSettings.embedded(home, Clock.systemUTC()))) {
      var bench = new BookingsPerSecond(storage.bookings(), clients, length);
      bench.makeOrganisations(storage);
      var pgbench = new Pgbench(storage.embedded().orElseThrow(), "booking", clients, length);
      bench.warmUp();
      // One after the other, twice: the tables grow and the machine has other work.
      double ours = 0;
      double theirs = 0;
      for (int round = 1; round <= 2; round++) {
        theirs += pgbench.perSecond();
        ours += bench.round("round " + round);
      }
      OUT.printf(
          "%d clients: store %.0f/s, pgbench %.0f/s, ratio %.2f%n",
          clients, ours / 2, theirs / 2, ours / theirs);
    }
  }

  private void makeOrganisations(Storage storage) {
    for (int client = 0; client < clients; client++) {
      var organisation =
          new Organisation(
              org(client), "Bench " + client, ZoneId.of("UTC"), Optional.empty(), Map.of());
      storage.catalogues().save(new Catalogue(organisation, List.of(), List.of()));
    }
  }

  /// Until the JIT has had its say; on a busy machine that takes more than one round.
  private void warmUp() throws Exception {
    double booked = 0;
    for (int round = 1; booked < WARM_AFTER && round <= MOST_WARM_UPS; round++) {
      booked += round("warm-up " + round) * length.toSeconds();
    }
  }

  private double round(String name) throws Exception {
    long until = System.nanoTime() + length.toNanos();
    long booked = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Long>>();
      for (int client = 0; client < clients; client++) {
        var org = org(client);
        running.add(threads.submit(() -> bookUntil(org, until)));
      }
      for (var one : running) {
        booked += one.get();
      }
    }
    double perSecond = booked / (double) length.toSeconds();
    OUT.printf("%s: %.0f bookings/s%n", name, perSecond);
    return perSecond;
  }

  private long bookUntil(OrgId org, long until) {
    long booked = 0;
    var from = Instant.now();
    while (System.nanoTime() < until) {
      if (!(store.book(wanted(org, from.plus(LENGTH.multipliedBy(booked))))
          instanceof Committed)) {
        throw new IllegalStateException("a free time was refused");
      }
      booked++;
    }
    return booked;
  }

  private static NewBookings wanted(OrgId org, Instant start) {
    var call = new CallId(Ids.newUuid(NOW));
    var slot = new Slot(start, start.plus(LENGTH));
    var chair = new Allocation(new ResourceId("chair-" + call.value()), Share.ALL);
    var claim = new Claim(VISIT, slot, slot, List.of(chair));
    var booking =
        new Booking(
            new BookingId(Ids.newUuid(NOW)),
            org,
            claim,
            ZoneId.of("America/New_York"),
            new CustomerDetails(
                new PersonName("Dana Whitfield"),
                Optional.of(new PhoneNumber("+1" + (1_000_000_000L + Math.abs(start.hashCode())))),
                Optional.empty()),
            BookingStatus.CONFIRMED,
            call,
            NOW,
            Optional.empty(),
            1);
    var event =
        new BookingEvent(
            org,
            BookingEvent.Kind.BOOKING_MADE,
            booking.id().value(),
            Optional.of(call),
            VISIT,
            claim.resources(),
            Optional.of(slot),
            Optional.empty(),
            NOW);
    return new NewBookings(
        org, call, call.value(), List.of(booking), Optional.empty(), List.of(), List.of(event),
        NOW);
  }

  private static OrgId org(int client) {
    return new OrgId("bench-" + client);
  }
}
