package dev.frontdesk.storage;

import static dev.frontdesk.storage.TestStorage.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.booking.Booking;
import dev.frontdesk.booking.BusyTime;
import dev.frontdesk.durable.AuditChain.Verdict;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.Slot;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// 32 clients at once wish for random, overlapping times of few resources, while the database's
/// connections are cut under them and once a backend is killed, which makes PostgreSQL drop all
/// others and recover from its log.
///
/// Faults happen at set points of the common work, and each client's wishes follow from the seed;
/// how the clients interleave is the machine's choice.
class DoubleBookingRaceTest {
  static final List<String> RESOURCES = List.of("ana", "ben", "chair-1", "chair-2");
  private static final int CLIENTS = 32;
  private static final int WISHES = 16;
  private static final int CUT_EVERY = 70;
  private static final int KILL_AT = 260;

  private final OrgId org = TestStorage.newOrganisation();
  private final AtomicInteger work = new AtomicInteger();

  @ParameterizedTest
  @ValueSource(longs = {20_260_302})
  void nothing_is_booked_twice_and_nothing_acknowledged_is_lost(long seed) throws Exception {
    var clients =
        IntStream.range(0, CLIENTS)
            .mapToObj(n -> new RaceClient(org, n, seed * CLIENTS + n, this::faultWhenDue))
            .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (var client : clients) {
        running.add(threads.submit(() -> {
          client.wish(WISHES);
          return null;
        }));
      }
      for (var one : running) {
        one.get();
      }
    }

    var standing = standing();
    assertThatItWasARace(clients);
    assertThat(clashes(standing)).as("seed %d", seed).isEmpty();
    for (var client : clients) {
      client.assertThatEveryAcknowledgedActStands();
    }
    assertThat(standing.stream().map(Booking::id).collect(Collectors.toSet()))
        .as("every standing booking was acknowledged or may have been")
        .isSubsetOf(
            clients.stream().flatMap(c -> c.known().stream()).collect(Collectors.toSet()));
    assertThat(takenTimes()).isEqualTo(allocationsOf(standing));
    assertThat(TestStorage.shared().audit().verify(org)).isInstanceOf(Verdict.Intact.class);
    assertThatEveryChangeWasTold();
  }

  /// Enough was won and enough was lost for the rest of the test to mean something. How many
  /// bookings stand at the end says nothing: it is what moves and cancels happened to leave.
  private static void assertThatItWasARace(List<RaceClient> clients) {
    assertThat(clients.stream().mapToInt(RaceClient::won).sum()).isGreaterThan(2 * CLIENTS);
    assertThat(clients.stream().mapToInt(RaceClient::lost).sum()).isGreaterThan(2 * CLIENTS);
  }

  private void faultWhenDue() {
    int done = work.incrementAndGet();
    if (done == KILL_AT) {
      killOneBackend();
    } else if (done % CUT_EVERY == 0) {
      cutAllConnections();
    }
  }

  private static void cutAllConnections() {
    try (var superuser = TestStorage.asSuperuser();
        var statement = superuser.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'frontdesk_app'");
    } catch (SQLException _) {
      return; // it is recovering: cut off enough
    }
  }

  private static void killOneBackend() {
    try (var superuser = TestStorage.asSuperuser();
        var statement = superuser.createStatement();
        var rows = statement.executeQuery("""
            select pid from pg_stat_activity where usename = 'frontdesk_app'
             order by state = 'active' desc limit 1""")) {
      assertThat(rows.next()).isTrue();
      ProcessHandle.of(rows.getLong(1)).orElseThrow().destroyForcibly();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Booking> standing() {
    return TestStorage.shared().bookings().between(org, always()).stream()
        .filter(Booking::blocks)
        .toList();
  }

  /// Found by the definition, not by asking the constraint.
  private static List<String> clashes(List<Booking> bookings) {
    var clashes = new ArrayList<String>();
    for (var one : bookings) {
      for (var other : bookings) {
        if (one.id().value().compareTo(other.id().value()) < 0
            && one.claim().clashesWith(other.claim())) {
          clashes.add(one.claim() + " and " + other.claim());
        }
      }
    }
    return clashes;
  }

  private Set<String> takenTimes() {
    var resources = RESOURCES.stream().map(ResourceId::new).collect(Collectors.toSet());
    var afterAllHolds = NINE.plus(Duration.ofDays(1));
    return TestStorage.shared().bookings().busy(org, resources, always(), afterAllHolds).stream()
        .map(DoubleBookingRaceTest::describe)
        .collect(Collectors.toSet());
  }

  private static String describe(BusyTime busy) {
    return busy.owner() + " " + busy.allocation() + " " + busy.blocked();
  }

  private static Set<String> allocationsOf(List<Booking> bookings) {
    return bookings.stream()
        .flatMap(booking -> booking.claim().allocations().stream().map(allocation ->
            new BusyTime.Owner.ByBooking(booking.id()) + " " + allocation
                + " " + booking.claim().blocked()))
        .collect(Collectors.toSet());
  }

  /// Each booking row is as many changes old as its version says, and each change was told once.
  private void assertThatEveryChangeWasTold() {
    var told =
        TestStorage.shared().outbox().waiting(org, 100_000).stream()
            .filter(entry -> entry.kind().startsWith("booking.booking-"))
            .collect(Collectors.groupingBy(entry -> entry.key(), Collectors.counting()));
    var written =
        TestStorage.shared().bookings().between(org, always()).stream()
            .collect(Collectors.toMap(b -> b.id().value(), b -> (long) b.version()));
    assertThat(told).isEqualTo(written);
  }

  private static Slot always() {
    return new Slot(NINE.minus(Duration.ofDays(1)), NINE.plus(Duration.ofDays(2)));
  }
}
