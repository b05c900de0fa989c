package dev.frontdesk.booking;

import dev.frontdesk.testkit.SettableClock;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.Secret;
import dev.frontdesk.vocabulary.ServiceId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A barber's shop to test against. It is Friday, 12 June 2026, nine in the morning in California.
public final class MapleStreet {
  public static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
  public static final OrgId ORG = new OrgId("maple-street");
  public static final CallId CALL = new CallId("call-1");
  public static final CallId OTHER_CALL = new CallId("call-2");
  public static final ServiceId HAIRCUT = new ServiceId("haircut");
  public static final ServiceId COLOUR = new ServiceId("colour");
  public static final ResourceId ANA = new ResourceId("ana");
  public static final ResourceId BEN = new ResourceId("ben");
  public static final Instant NOW = Instant.parse("2026-06-12T16:00:00Z");
  public static final CustomerDetails DANA =
      new CustomerDetails(
          new PersonName("Dana Whitfield"),
          Optional.of(new PhoneNumber("+14155550123")),
          Optional.empty());

  public final SettableClock clock = new SettableClock(NOW);
  public final MemoryCatalogues catalogues = new MemoryCatalogues();
  public final MemoryBookings bookings = new MemoryBookings();
  public final MemoryWaitlist waitlist = new MemoryWaitlist(bookings);
  public final BookingDesk desk;

  /// The shop of `catalogue()`.
  public MapleStreet() {
    this(catalogue());
  }

  public MapleStreet(Catalogue catalogue) {
    catalogues.save(catalogue);
    desk = over(bookings);
  }

  /// The same shop's desk over another store.
  BookingDesk over(BookingStore store) {
    return new BookingDesk(
        catalogues,
        store,
        waitlist,
        new Secret("a key of at least thirty-two bytes"),
        BookingSettings.DEFAULT,
        clock);
  }

  /// Ana: Monday to Friday 9-12 and 13-17, Saturday 10-14. Ben: Tuesday to Saturday 10-18.
  /// A haircut takes 30 minutes of either, a colour 90 of Ana with 15 to clean up.
  public static Catalogue catalogue() {
    return catalogue(List.of(haircut(), colour()), List.of(ana(), ben()));
  }

  public static Catalogue catalogue(List<Service> services, List<Resource> resources) {
    return new Catalogue(organisation(), services, resources);
  }

  public static Organisation organisation() {
    return new Organisation(
        ORG,
        "Maple Street Barbers",
        ZONE,
        Optional.of("12 Maple Street"),
        Map.of("parking", "Behind the shop, free for customers."));
  }

  public static Service haircut() {
    return Service.of(HAIRCUT, "Haircut", Duration.ofMinutes(30));
  }

  public static Service colour() {
    return Service.of(COLOUR, "Colour", Duration.ofMinutes(90))
        .withBuffers(Duration.ZERO, Duration.ofMinutes(15))
        .withPools(List.of(new ResourcePool.OneOf(List.of(ANA))))
        .withRules(
            new BookingRules(
                Duration.ofHours(2),
                30,
                Duration.ofMinutes(30),
                Duration.ofHours(24),
                Limits.NONE));
  }

  public static Resource ana() {
    var weekdays = new EnumMap<DayOfWeek, List<TimeSpan>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      if (day.getValue() <= 5) {
        weekdays.put(day, spans("09:00-12:00", "13:00-17:00"));
      }
    }
    weekdays.put(DayOfWeek.SATURDAY, spans("10:00-14:00"));
    return Resource.person(ANA, "Ana", Working.weekly(ZONE, new WeeklySchedule(weekdays)));
  }

  public static Resource ben() {
    return Resource.person(
        BEN, "Ben", Working.weekly(ZONE, week(2, 6, "10:00-18:00")));
  }

  /// @param from 1 for Monday
  public static WeeklySchedule week(int from, int to, String... spans) {
    var days = new EnumMap<DayOfWeek, List<TimeSpan>>(DayOfWeek.class);
    for (int day = from; day <= to; day++) {
      days.put(DayOfWeek.of(day), spans(spans));
    }
    return new WeeklySchedule(days);
  }

  public static List<TimeSpan> spans(String... spans) {
    return Arrays.stream(spans).map(TimeSpan::parse).toList();
  }

  /// A moment in the shop's zone, as in `2026-06-16T15:00`.
  public static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  public static String local(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZONE).toString();
  }

  /// The starts of the offers, in the shop's zone.
  public static List<String> starts(Offers offers) {
    return offers.offers().stream().map(offer -> local(offer.slot().start())).toList();
  }

  public static Set<ResourceId> both() {
    return Set.of(ANA, BEN);
  }

  /// The only offer for this very start.
  public Offer offerAt(ServiceId service, String local, CallId call) {
    var offers = desk.offer(ORG, call, SlotWish.at(service, LocalDateTime.parse(local), 1));
    if (!offers.granted()) {
      throw new AssertionError("not offered: " + offers.whyNot());
    }
    return offers.offers().getFirst();
  }

  public SlotToken tokenAt(ServiceId service, String local, CallId call) {
    return offerAt(service, local, call).token();
  }

  /// A booking that must succeed.
  public Booking booked(ServiceId service, String local, CallId call, String key) {
    var outcome = desk.book(ORG, call, tokenAt(service, local, call), DANA, key);
    if (outcome instanceof BookOutcome.Booked(var booking)) {
      return booking;
    }
    throw new AssertionError("not booked: " + outcome);
  }

  /// A booking entered for one resource, as scenarios have them.
  public Booking entered(String id, ServiceId service, ResourceId resource, String local) {
    var outcome =
        desk.enter(
            ORG,
            new BookingId(id),
            service,
            List.of(resource),
            at(local),
            DANA,
            "enter-" + id);
    if (outcome instanceof BookOutcome.Booked(var booking)) {
      return booking;
    }
    throw new AssertionError("not entered: " + outcome);
  }
}
