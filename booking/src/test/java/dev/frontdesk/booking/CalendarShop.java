package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.Appointments;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Maple Street with a calendar: everything of the room, over memory.
final class CalendarShop implements CalendarNotices {
  static final OrgId ORG = MapleStreet.ORG;
  static final String CALENDAR = "shop@example.test";

  final MapleStreet shop = new MapleStreet();
  final MemoryCalendarStores kept = new MemoryCalendarStores();
  final MemoryCalendar calendar = new MemoryCalendar(CALENDAR, this::refused);
  final List<String> told = new ArrayList<>();
  final Set<BookingId> clashes = new HashSet<>();
  CalendarPlan plan = plan(ConflictPolicy.BLOCK, Map.of());
  final BookingDesk desk =
      new BookingDesk(
          shop.catalogues,
          shop.bookings,
          shop.waitlist,
          new MirroredTimes(_ -> Optional.of(plan), kept, kept),
          new Secret("a key of at least thirty-two bytes"),
          BookingSettings.DEFAULT,
          shop.clock);
  final CalendarWriting writing =
      new CalendarWriting(
          _ -> Optional.of(plan),
          appointments(),
          shop.bookings,
          kept,
          kept,
          kept,
          calendar,
          this);
  final CalendarReading reading =
      new CalendarReading(_ -> Optional.of(plan), kept, shop.bookings, calendar, this);

  CalendarShop() {
    kept.save(CalendarConnection.none(ORG).connected(Optional.empty(), shop.clock.instant()));
  }

  static CalendarPlan plan(ConflictPolicy conflicts, Map<ResourceId, String> calendars) {
    return new CalendarPlan(
        CALENDAR, calendars, conflicts, Duration.ofMinutes(30), CalendarText.DEFAULT, false);
  }

  Instant now() {
    return shop.clock.instant();
  }

  private void refused() {
    kept.save(kept.find(ORG).orElseThrow().broken("invalid_grant", now()));
    disconnected(ORG, "invalid_grant", now());
  }

  private Appointments appointments() {
    return (org, id) -> shop.bookings.find(org, id).map(CalendarShop::appointment);
  }

  private static Appointment appointment(Booking booking) {
    return new Appointment(
        booking.org(),
        "Maple Street Barbers",
        Optional.empty(),
        booking.id(),
        booking.version(),
        Appointment.State.valueOf(booking.status().name()),
        booking.service(),
        "Haircut",
        booking.resources(),
        List.of("Ana"),
        booking.slot(),
        booking.zone(),
        booking.customer().name(),
        booking.customer().phone(),
        booking.customer().email(),
        booking.call(),
        booking.bookedAt(),
        booking.series());
  }

  @Override
  public void disconnected(OrgId org, String reason, Instant at) {
    told.add("disconnected: " + reason);
  }

  @Override
  public void connected(OrgId org, Instant at) {
    told.add("connected");
  }

  @Override
  public void clash(OrgId org, BookingId booking, Instant at) {
    clashes.add(booking);
  }

  @Override
  public void noClash(OrgId org, BookingId booking, Instant at) {
    clashes.remove(booking);
  }
}
