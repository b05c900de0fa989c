package dev.frontdesk.storage;

import static dev.frontdesk.storage.TestStorage.NINE;

import dev.frontdesk.booking.Allocation;
import dev.frontdesk.booking.Booking;
import dev.frontdesk.booking.BookingEvent;
import dev.frontdesk.booking.BookingStatus;
import dev.frontdesk.booking.Claim;
import dev.frontdesk.booking.CustomerDetails;
import dev.frontdesk.booking.DayPart;
import dev.frontdesk.booking.Hold;
import dev.frontdesk.booking.NewBookings;
import dev.frontdesk.booking.NewHold;
import dev.frontdesk.booking.Share;
import dev.frontdesk.booking.WaitlistEntry;
import dev.frontdesk.booking.WaitlistStatus;
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
import dev.frontdesk.vocabulary.WaitlistId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Writes as a booking desk would hand them to the store: haircuts of half an hour.
record Bookings(OrgId org) {
  static final ServiceId HAIRCUT = new ServiceId("haircut");
  static final CustomerDetails DANA =
      new CustomerDetails(
          new PersonName("Dana Whitfield"),
          Optional.of(new PhoneNumber("+14155550123")),
          Optional.empty());

  NewBookings one(CallId call, String resource, Instant start, String key) {
    return one(call, List.of(resource), start, Duration.ofMinutes(30), key);
  }

  NewBookings one(
      CallId call, List<String> resources, Instant start, Duration length, String key) {
    var booking =
        new Booking(
            new BookingId(Ids.newUuid(NINE)),
            org,
            claim(resources, start, length),
            ZoneId.of("America/New_York"),
            DANA,
            BookingStatus.CONFIRMED,
            call,
            NINE,
            Optional.empty(),
            1);
    var event = event(BookingEvent.Kind.BOOKING_MADE, booking.id().value(), call, booking.claim());
    return new NewBookings(
        org, call, key, List.of(booking), Optional.empty(), List.of(), List.of(event), NINE);
  }

  NewHold hold(CallId call, String resource, Instant start) {
    return hold(call, List.of(resource), start, Duration.ofMinutes(30));
  }

  NewHold hold(CallId call, List<String> resources, Instant start, Duration length) {
    var hold =
        new Hold(
            new HoldId(Ids.newUuid(NINE)),
            org,
            call,
            claim(resources, start, length),
            NINE,
            NINE.plusSeconds(300));
    return new NewHold(
        hold,
        List.of(),
        event(BookingEvent.Kind.SLOT_HELD, hold.id().value(), call, hold.claim()));
  }

  WaitlistEntry waiting(CallId call) {
    return new WaitlistEntry(
        new WaitlistId(Ids.newUuid(NINE)),
        org,
        call,
        HAIRCUT,
        Optional.of(new ResourceId("ana")),
        LocalDateTime.parse("2026-03-29T01:30"),
        LocalDateTime.parse("2026-03-29T02:30"),
        DayPart.AFTERNOON,
        DANA,
        NINE,
        WaitlistStatus.WAITING,
        Optional.empty(),
        1);
  }

  BookingEvent joined(WaitlistEntry entry) {
    return new BookingEvent(
        org,
        BookingEvent.Kind.WAITLIST_JOINED,
        entry.id().value(),
        Optional.of(entry.call()),
        entry.service(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        entry.joinedAt());
  }

  private BookingEvent event(BookingEvent.Kind kind, String subject, CallId call, Claim claim) {
    return new BookingEvent(
        org,
        kind,
        subject,
        Optional.of(call),
        claim.service(),
        claim.resources(),
        Optional.of(claim.slot()),
        Optional.empty(),
        NINE);
  }

  private static Claim claim(List<String> resources, Instant start, Duration length) {
    var slot = new Slot(start, start.plus(length));
    return new Claim(
        HAIRCUT,
        slot,
        slot,
        resources.stream().map(r -> new Allocation(new ResourceId(r), Share.ALL)).toList());
  }
}
