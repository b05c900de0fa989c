package dev.frontdesk.booking;

import dev.frontdesk.booking.WrittenEntry.State;
import dev.frontdesk.booking.spi.CalendarEntry.Occurrence;
import dev.frontdesk.booking.spi.CalendarEvent;
import dev.frontdesk.booking.spi.CalendarProvider;
import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.Appointments;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Makes the calendar show a booking as it stands now. Doing it again changes nothing. Without a
/// connection the booking is put off, and written when there is one. Blocks.
public final class CalendarWriting {
  /// Longer than this no single question to the vendor takes.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Function<OrgId, Optional<CalendarPlan>> plans;
  private final Appointments appointments;
  private final BookingStore bookings;
  private final CalendarConnections connections;
  private final WrittenEntries written;
  private final CalendarMirrors mirrors;
  private final CalendarProvider provider;
  private final CalendarNotices notices;

  public CalendarWriting(
      Function<OrgId, Optional<CalendarPlan>> plans,
      Appointments appointments,
      BookingStore bookings,
      CalendarConnections connections,
      WrittenEntries written,
      CalendarMirrors mirrors,
      CalendarProvider provider,
      CalendarNotices notices) {
    this.plans = plans;
    this.appointments = appointments;
    this.bookings = bookings;
    this.connections = connections;
    this.written = written;
    this.mirrors = mirrors;
    this.provider = provider;
    this.notices = notices;
  }

  /// @return what became of it, with nothing personal in it
  public ProviderResult<String> write(OrgId org, BookingId booking, Instant now) {
    var plan = plans.apply(org);
    if (plan.isEmpty()) {
      return new Ok<>("nothing to do: no calendar is set up");
    }
    var found = appointments.find(org, booking);
    if (found.isEmpty()) {
      return new Ok<>("nothing to do: no such booking");
    }
    var appointment = found.get();
    var before = written.find(org, booking);
    if (before.filter(entry -> standsAlready(entry, appointment)).isPresent()) {
      return new Ok<>("nothing to do: version " + appointment.version() + " stands");
    }
    if (!connected(org)) {
      return putOff(appointment, before, now);
    }
    var done =
        appointment.state() == Appointment.State.CANCELLED
            ? remove(plan.get(), appointment, before, now)
            : put(plan.get(), appointment, before, now);
    return done instanceof Failed<String> && !connected(org)
        ? putOff(appointment, before, now)
        : done;
  }

  private static boolean standsAlready(WrittenEntry entry, Appointment appointment) {
    return entry.state() != State.PUT_OFF && entry.version() >= appointment.version();
  }

  private ProviderResult<String> putOff(
      Appointment appointment, Optional<WrittenEntry> before, Instant now) {
    var event = before.flatMap(WrittenEntry::event);
    written.save(entry(appointment, State.PUT_OFF, event, now));
    return new Ok<>("put off: the calendar is not connected");
  }

  private ProviderResult<String> put(
      CalendarPlan plan, Appointment appointment, Optional<WrittenEntry> before, Instant now) {
    var known = before.flatMap(WrittenEntry::event);
    var target = plan.calendarOf(appointment.resources());
    if (known.isPresent() && !known.get().calendar().equals(target)) {
      // Off the old one first: should we die between the two, the next attempt does the same.
      var off = removeFrom(appointment, known.get().calendar(), known, now);
      if (off instanceof Failed<Optional<CalendarEvent>>(var failure)) {
        return new Failed<>(failure);
      }
      known = Optional.empty();
    }
    var entry = plan.text().entry(appointment, plan, occurrence(appointment));
    var put = provider.put(appointment.org(), entry, known, now.plus(PATIENCE));
    return switch (put) {
      case Failed<CalendarEvent>(var failure) -> new Failed<>(failure);
      case Ok<CalendarEvent>(var event) -> {
        written.save(entry(appointment, State.WRITTEN, Optional.of(event), now));
        tellOfClash(plan, appointment, now);
        yield new Ok<>("event " + event.id() + " written");
      }
    };
  }

  private ProviderResult<String> remove(
      CalendarPlan plan, Appointment appointment, Optional<WrittenEntry> before, Instant now) {
    var known = before.flatMap(WrittenEntry::event);
    if (known.isEmpty() && appointment.series().isPresent()) {
      // It may show already as part of its series: only its own event can tell.
      var put = put(plan, appointment, before, now);
      if (put instanceof Failed<String>) {
        return put;
      }
      known = written.find(appointment.org(), appointment.id()).flatMap(WrittenEntry::event);
    }
    return removeKnown(plan, appointment, known, now);
  }

  private ProviderResult<String> removeKnown(
      CalendarPlan plan, Appointment appointment, Optional<CalendarEvent> known, Instant now) {
    var calendar =
        known.map(CalendarEvent::calendar).orElse(plan.calendarOf(appointment.resources()));
    return switch (removeFrom(appointment, calendar, known, now)) {
      case Failed<Optional<CalendarEvent>>(var failure) -> new Failed<>(failure);
      case Ok<Optional<CalendarEvent>>(var event) -> {
        written.save(entry(appointment, State.REMOVED, event.or(() -> known), now));
        notices.noClash(appointment.org(), appointment.id(), now);
        yield new Ok<>(event.map(e -> "event " + e.id() + " removed").orElse("nothing stood"));
      }
    };
  }

  private ProviderResult<Optional<CalendarEvent>> removeFrom(
      Appointment appointment, String calendar, Optional<CalendarEvent> known, Instant now) {
    return provider.remove(
        appointment.org(), appointment.id(), calendar, known, now.plus(PATIENCE));
  }

  private Optional<Occurrence> occurrence(Appointment appointment) {
    return appointment
        .series()
        .flatMap(
            series -> {
              var starts = new HashMap<BookingId, Instant>();
              for (var one : bookings.ofSeries(appointment.org(), series)) {
                starts.put(one.id(), one.slot().start());
              }
              return written.occurrence(appointment.org(), series, appointment.id(), starts);
            });
  }

  /// Whatever stood there when we looked last: what comes later is found when it is read.
  private void tellOfClash(CalendarPlan plan, Appointment appointment, Instant now) {
    var org = appointment.org();
    if (clashes(plan, mirrors, org, Set.copyOf(appointment.resources()), appointment.slot())) {
      notices.clash(org, appointment.id(), now);
    } else {
      notices.noClash(org, appointment.id(), now);
    }
  }

  static boolean clashes(
      CalendarPlan plan,
      CalendarMirrors mirrors,
      OrgId org,
      Set<ResourceId> resources,
      Slot slot) {
    var calendars = new TreeSet<String>();
    resources.forEach(resource -> calendars.addAll(plan.blocking(resource)));
    return mirrors.known(org, calendars, slot).events().stream()
        .anyMatch(event -> event.busy().overlaps(slot));
  }

  private boolean connected(OrgId org) {
    return connections.find(org).map(CalendarConnection::stands).orElse(false);
  }

  private static WrittenEntry entry(
      Appointment appointment, State state, Optional<CalendarEvent> event, Instant now) {
    return new WrittenEntry(
        appointment.org(), appointment.id(), appointment.version(), state, event, now);
  }
}
