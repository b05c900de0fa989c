package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.HoldId;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Hour-long holds and bookings in a new organisation, to try stores with. Times are hours of
/// 16 June 2026, UTC: 9.5 is half past nine.
public final class Claims {
  public static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  public static final PhoneNumber PHONE = new PhoneNumber("+14155550123");
  private static final Instant MIDNIGHT = Instant.parse("2026-06-16T00:00:00Z");
  private static final ServiceId VISIT = new ServiceId("visit");
  private static final CustomerDetails DANA =
      new CustomerDetails(new PersonName("Dana"), Optional.of(PHONE), Optional.empty());

  private final Organisation organisation =
      new Organisation(
          new OrgId("org-" + Ids.newUuid(NOW)),
          "A shop",
          ZoneOffset.UTC,
          Optional.empty(),
          Map.of());

  public Organisation organisation() {
    return organisation;
  }

  public OrgId org() {
    return organisation.id();
  }

  public Slot day() {
    return new Slot(MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1)));
  }

  public Claim claim(double hour, ResourceId... resources) {
    return claim(
        hour, Arrays.stream(resources).map(one -> new Allocation(one, Share.ALL)).toList());
  }

  private Claim claim(double hour, List<Allocation> allocations) {
    var start = MIDNIGHT.plusSeconds((long) (hour * 3600));
    var slot = new Slot(start, start.plus(Duration.ofHours(1)));
    return new Claim(VISIT, slot, slot, allocations);
  }

  public Hold hold(CallId call, double hour, ResourceId... resources) {
    return new Hold(
        new HoldId(Ids.newUuid(NOW)),
        org(),
        call,
        claim(hour, resources),
        NOW,
        NOW.plus(Duration.ofMinutes(5)));
  }

  public NewHold taken(Hold hold) {
    var event = BookingEvent.of(BookingEvent.Kind.SLOT_HELD, hold, NOW);
    return new NewHold(hold, List.of(), event);
  }

  public Booking booking(CallId call, double hour, ResourceId... resources) {
    return booking(call, claim(hour, resources));
  }

  /// One of `capacity` seats.
  public Booking seat(CallId call, double hour, ResourceId resource, int seat, int capacity) {
    var allocation = new Allocation(resource, Share.part(seat, capacity));
    return booking(call, claim(hour, List.of(allocation)));
  }

  public Booking booking(CallId call, Claim claim) {
    return new Booking(
        new BookingId(Ids.newUuid(NOW)),
        org(),
        claim,
        organisation.zone(),
        DANA,
        BookingStatus.CONFIRMED,
        call,
        NOW,
        Optional.empty(),
        1);
  }

  public NewBookings made(CallId call, String key, Booking booking) {
    return made(call, key, List.of(booking));
  }

  public NewBookings made(CallId call, String key, List<Booking> bookings) {
    return made(call, key, bookings, NOW);
  }

  public NewBookings made(CallId call, String key, List<Booking> bookings, Instant now) {
    return made(call, key, bookings, Optional.empty(), List.of(), now);
  }

  public NewBookings consuming(Hold hold, CallId call, String key, Booking booking) {
    return made(call, key, List.of(booking), Optional.of(hold.id()), List.of(), NOW);
  }

  public NewBookings within(List<Quota> quotas, CallId call, String key, Booking booking) {
    return made(call, key, List.of(booking), Optional.empty(), quotas, NOW);
  }

  private NewBookings made(
      CallId call,
      String key,
      List<Booking> bookings,
      Optional<HoldId> consumes,
      List<Quota> quotas,
      Instant now) {
    var events =
        bookings.stream()
            .map(one -> event(BookingEvent.Kind.BOOKING_MADE, one, call))
            .toList();
    return new NewBookings(org(), call, key, bookings, consumes, quotas, events, now);
  }

  public BookingChange movedTo(Booking booking, ResourceId resource, String key) {
    var allocation = List.of(new Allocation(resource, Share.ALL));
    var claim = booking.claim();
    var after = booking.movedTo(
        new Claim(claim.service(), claim.slot(), claim.slot(), allocation));
    var event = event(BookingEvent.Kind.BOOKING_MOVED, after, booking.call());
    return new BookingChange(
        booking, after, Optional.of(booking.call()), key, List.of(), event, NOW);
  }

  public BookingChange moved(Booking booking, double hour, String key) {
    return movedWithin(List.of(), booking, hour, key);
  }

  public BookingChange movedWithin(
      List<Quota> quotas, Booking booking, double hour, String key) {
    var after = booking.movedTo(claim(hour, booking.claim().allocations()));
    var event =
        event(BookingEvent.Kind.BOOKING_MOVED, after, booking.call())
            .movedFrom(booking.slot());
    var call = Optional.of(booking.call());
    return new BookingChange(booking, after, call, key, quotas, event, NOW);
  }

  public BookingChange cancelled(Booking booking, String key) {
    var after = booking.after(BookingAct.CANCEL);
    var event = event(BookingEvent.Kind.BOOKING_CANCELLED, after, booking.call());
    var call = Optional.of(booking.call());
    return new BookingChange(booking, after, call, key, List.of(), event, NOW);
  }

  private static BookingEvent event(BookingEvent.Kind kind, Booking booking, CallId call) {
    return BookingEvent.of(kind, booking, Optional.of(call), NOW);
  }
}
