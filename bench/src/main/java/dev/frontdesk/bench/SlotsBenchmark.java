package dev.frontdesk.bench;

import dev.frontdesk.booking.Allocation;
import dev.frontdesk.booking.BookingDesk;
import dev.frontdesk.booking.BookingRules;
import dev.frontdesk.booking.BookingSettings;
import dev.frontdesk.booking.BookingStore;
import dev.frontdesk.booking.BusyTime;
import dev.frontdesk.booking.Catalogue;
import dev.frontdesk.booking.CatalogueStore;
import dev.frontdesk.booking.DayPart;
import dev.frontdesk.booking.Limits;
import dev.frontdesk.booking.Offers;
import dev.frontdesk.booking.Organisation;
import dev.frontdesk.booking.Resource;
import dev.frontdesk.booking.Service;
import dev.frontdesk.booking.Share;
import dev.frontdesk.booking.SlotWish;
import dev.frontdesk.booking.TimeSpan;
import dev.frontdesk.booking.WeeklySchedule;
import dev.frontdesk.booking.Working;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.Secret;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long a wish takes over 30 days, in an autumn with a clock change. Aims at p99: 5 ms for one
/// resource, 20 ms for 20 resources with 10,000 bookings.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SlotsBenchmark {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final OrgId ORG = new OrgId("bench");
  private static final CallId CALL = new CallId("call");
  private static final ServiceId VISIT = new ServiceId("visit");
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 20);
  private static final int DAYS = 30;
  private static final int SLOTS_A_DAY = 18;

  /// Resources and standing bookings; of 18 half hours a day that one resource works.
  @Param({"1/250", "20/10000", "20/10800"})
  private String shop = "1/250";

  private BookingDesk desk = desk(1, 0);

  @Setup
  public void open() {
    var sizes = shop.split("/");
    desk = desk(Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1]));
  }

  /// The first of what is free within 30 days.
  @Benchmark
  public Offers anyTimeInThirtyDays() {
    var from = FIRST.atStartOfDay();
    var when = new SlotWish.When.Between(from, from.plusDays(DAYS), DayPart.ANY);
    return desk.offer(
        ORG, CALL, new SlotWish(VISIT, Optional.empty(), when, Optional.empty(), 10));
  }

  /// One start that is taken or off the grid: why not, and what comes nearest.
  @Benchmark
  public Offers exactStart() {
    return desk.offer(ORG, CALL, SlotWish.at(VISIT, FIRST.plusDays(15).atTime(10, 5), 3));
  }

  private static BookingDesk desk(int resources, int bookings) {
    var catalogue = catalogue(resources);
    var store = (BookingStore) new StillBookings(busy(resources, bookings));
    return new BookingDesk(
        new OneCatalogue(catalogue),
        store,
        new NoWaitlist(),
        new Secret("a key of at least thirty-two bytes"),
        BookingSettings.DEFAULT,
        Clock.fixed(FIRST.atStartOfDay(ZONE).toInstant(), ZONE));
  }

  private record OneCatalogue(Catalogue catalogue) implements CatalogueStore {
    @Override
    public Optional<Catalogue> find(OrgId org) {
      return Optional.of(catalogue);
    }

    @Override
    public void save(Catalogue catalogue) {
      throw new UnsupportedOperationException("there is one");
    }
  }

  private static Catalogue catalogue(int count) {
    var days = new EnumMap<DayOfWeek, List<TimeSpan>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      days.put(day, List.of(TimeSpan.parse("08:00-12:30"), TimeSpan.parse("13:00-17:30")));
    }
    var working = Working.weekly(ZONE, new WeeklySchedule(days));
    var resources = new ArrayList<Resource>();
    for (int i = 0; i < count; i++) {
      resources.add(Resource.person(resource(i), "Resource " + i, working));
    }
    var rules =
        new BookingRules(
            Duration.ZERO, DAYS - 1, Duration.ofMinutes(15), Duration.ZERO, Limits.NONE);
    var service = Service.of(VISIT, "Visit", Duration.ofMinutes(30)).withRules(rules);
    var organisation =
        new Organisation(ORG, "A big shop", ZONE, Optional.empty(), Map.of());
    return new Catalogue(organisation, List.of(service), resources);
  }

  /// So many of all the half hours there are, at random but each time the same.
  private static List<BusyTime> busy(int resources, int bookings) {
    var all = new ArrayList<BusyTime>();
    for (int i = 0; i < resources; i++) {
      for (int day = 0; day < DAYS; day++) {
        for (int half = 0; half < SLOTS_A_DAY; half++) {
          int minutes = 8 * 60 + half * 30 + (half < SLOTS_A_DAY / 2 ? 0 : 30);
          var start = FIRST.plusDays(day).atStartOfDay().plusMinutes(minutes);
          all.add(busy(i, start, "b" + all.size()));
        }
      }
    }
    Collections.shuffle(all, new Random(42));
    return all.stream()
        .limit(bookings)
        .sorted(Comparator.comparing(time -> time.blocked().start()))
        .toList();
  }

  private static BusyTime busy(int resource, LocalDateTime local, String id) {
    var start = local.atZone(ZONE).toInstant();
    var slot = new Slot(start, start.plus(Duration.ofMinutes(30)));
    return new BusyTime(
        new Allocation(resource(resource), Share.ALL),
        VISIT,
        slot,
        slot,
        new BusyTime.Owner.ByBooking(new BookingId(id)));
  }

  private static ResourceId resource(int index) {
    return new ResourceId("r" + index);
  }
}
