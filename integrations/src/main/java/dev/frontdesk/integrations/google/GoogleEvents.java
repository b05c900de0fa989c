package dev.frontdesk.integrations.google;

import com.google.api.client.util.DateTime;
import com.google.api.services.calendar.model.Event;
import com.google.api.services.calendar.model.Event.ExtendedProperties;
import com.google.api.services.calendar.model.EventAttendee;
import com.google.api.services.calendar.model.EventDateTime;
import dev.frontdesk.booking.spi.CalendarChanges.Change;
import dev.frontdesk.booking.spi.CalendarEntry;
import dev.frontdesk.booking.spi.CalendarEntry.Occurrence;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.SeriesId;
import dev.frontdesk.vocabulary.Slot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Entries as Google's events, and back. Pure.
final class GoogleEvents {
  static final String BOOKING = "frontdeskBooking";
  static final String SERIES = "frontdeskSeries";
  static final String VERSION = "frontdeskVersion";
  static final String GENERATION = "frontdeskGeneration";
  private static final String SOURCE = "frontdeskSource";
  private static final String TAGS = "frontdeskTags";
  private static final String CANCELLED = "cancelled";
  private static final DateTimeFormatter RDATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  private GoogleEvents() {}

  /// What a booking's event says. Fields left out stay as they are when an event is changed.
  static Event of(CalendarEntry entry, int generation) {
    var own = new HashMap<String, String>();
    own.put(BOOKING, entry.booking().value());
    own.put(VERSION, Integer.toString(entry.version()));
    own.put(GENERATION, Integer.toString(generation));
    own.put(SOURCE, "frontdesk");
    own.put(TAGS, String.join(",", entry.tags()));
    var event =
        texts(entry)
            .setStart(time(entry.slot().start(), entry.zone()))
            .setEnd(time(entry.slot().end(), entry.zone()))
            .setExtendedProperties(new ExtendedProperties().setPrivate(own));
    if (!entry.attendees().isEmpty()) {
      event.setAttendees(
          entry.attendees().stream()
              .map(one -> new EventAttendee().setEmail(one.value()))
              .toList());
    }
    return event;
  }

  /// The recurring event that a series shows as: its first occurrence, and the dates of the rest.
  static Event master(CalendarEntry entry, Occurrence occurrence, int generation) {
    var own = new HashMap<String, String>();
    own.put(SERIES, occurrence.series().value());
    own.put(GENERATION, Integer.toString(generation));
    own.put(SOURCE, "frontdesk");
    var first = occurrence.all().getFirst();
    return texts(entry)
        .setStart(time(first, entry.zone()))
        .setEnd(time(first.plus(entry.slot().length()), entry.zone()))
        .setRecurrence(List.of(dates(occurrence.all(), entry.zone())))
        .setExtendedProperties(new ExtendedProperties().setPrivate(own));
  }

  private static Event texts(CalendarEntry entry) {
    var event =
        new Event()
            .setStatus("confirmed")
            .setSummary(entry.summary())
            .setDescription(entry.description());
    entry.location().ifPresent(event::setLocation);
    return event;
  }

  private static String dates(List<Instant> all, ZoneId zone) {
    return "RDATE;TZID="
        + zone.getId()
        + ":"
        + all.stream()
            .map(one -> LocalDateTime.ofInstant(one, zone).format(RDATE))
            .collect(Collectors.joining(","));
  }

  private static EventDateTime time(Instant moment, ZoneId zone) {
    int offsetMinutes = zone.getRules().getOffset(moment).getTotalSeconds() / 60;
    return new EventDateTime()
        .setDateTime(new DateTime(moment.toEpochMilli(), offsetMinutes))
        .setTimeZone(zone.getId());
  }

  static String bookingId(OrgId org, String booking, int generation) {
    return GoogleEventId.of(org.value(), booking, generation);
  }

  static String seriesId(OrgId org, SeriesId series, int generation) {
    return GoogleEventId.of(org.value(), "series/" + series.value(), generation);
  }

  static boolean isCancelled(Event event) {
    return CANCELLED.equals(event.getStatus());
  }

  static Optional<String> own(Event event, String property) {
    @Nullable ExtendedProperties properties = event.getExtendedProperties();
    @Nullable Map<String, String> own = properties == null ? null : properties.getPrivate();
    return own == null ? Optional.empty() : Optional.ofNullable(own.get(property));
  }

  /// Whether the event shows this version of the booking, or a later one.
  static boolean shows(Event event, CalendarEntry entry) {
    return !isCancelled(event)
        && isOf(event, entry)
        && own(event, VERSION).map(v -> number(v) >= entry.version()).orElse(false);
  }

  static boolean isOf(Event event, CalendarEntry entry) {
    return own(event, BOOKING).filter(entry.booking().value()::equals).isPresent();
  }

  /// What the event does to the time of whoever owns the calendar.
  ///
  /// @param zone the calendar's, in which whole days are meant
  static Change change(Event event, OrgId org, ZoneId zone) {
    return new Change(event.getId(), busy(event, zone), isOurs(event, org));
  }

  /// Not by its properties alone, which a copy made by hand would have too.
  private static boolean isOurs(Event event, OrgId org) {
    int generation = own(event, GENERATION).map(GoogleEvents::number).orElse(0);
    @Nullable String series = event.getRecurringEventId();
    var base = series == null ? event.getId() : series;
    return own(event, SERIES)
        .map(id -> seriesId(org, new SeriesId(id), generation))
        .filter(base::equals)
        .or(() ->
            own(event, BOOKING)
                .map(id -> bookingId(org, id, generation))
                .filter(base::equals))
        .isPresent();
  }

  private static Optional<Slot> busy(Event event, ZoneId zone) {
    if (isCancelled(event)
        || "transparent".equals(event.getTransparency())
        || "workingLocation".equals(event.getEventType())
        || "birthday".equals(event.getEventType())
        || isDeclined(event)
        || event.getStart() == null
        || event.getEnd() == null) {
      return Optional.empty();
    }
    var from = moment(event.getStart(), zone);
    var to = moment(event.getEnd(), zone);
    return from.isBefore(to) ? Optional.of(new Slot(from, to)) : Optional.empty();
  }

  private static boolean isDeclined(Event event) {
    @Nullable List<EventAttendee> attendees = event.getAttendees();
    return attendees != null
        && attendees.stream()
            .anyMatch(
                one ->
                    Boolean.TRUE.equals(one.getSelf())
                        && "declined".equals(one.getResponseStatus()));
  }

  private static Instant moment(EventDateTime time, ZoneId zone) {
    @Nullable DateTime exact = time.getDateTime();
    return exact != null
        ? Instant.ofEpochMilli(exact.getValue())
        : LocalDate.parse(time.getDate().toStringRfc3339()).atStartOfDay(zone).toInstant();
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException somebodyElses) {
      return 0;
    }
  }
}
