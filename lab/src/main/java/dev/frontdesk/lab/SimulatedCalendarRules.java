package dev.frontdesk.lab;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What Google Calendar takes as an event, and what it refuses.
final class SimulatedCalendarRules {
  private static final Pattern ID = Pattern.compile("[a-v0-9]{5,1024}");
  private static final Set<String> FIELDS =
      Set.of(
          "id", "iCalUID", "etag", "kind", "status", "summary", "description", "location", "start",
          "end", "recurrence", "recurringEventId", "originalStartTime", "extendedProperties",
          "attendees", "transparency", "visibility", "eventType", "reminders", "source", "colorId",
          "sequence", "htmlLink", "created", "updated", "creator", "organizer",
          "guestsCanInviteOthers", "guestsCanModify", "guestsCanSeeOtherGuests", "conferenceData",
          "attachments", "endTimeUnspecified", "hangoutLink");
  private static final Set<String> TIME_FIELDS = Set.of("date", "dateTime", "timeZone");
  private static final int MOST_KEY = 44;
  private static final int MOST_VALUE = 1_024;

  private SimulatedCalendarRules() {}

  /// @param whole whether start and end must be there, as for a new event
  static void check(JsonNode event, boolean whole) {
    fields(event, FIELDS);
    for (var side : Set.of("start", "end")) {
      if (event.has(side)) {
        fields(event.path(side), TIME_FIELDS);
      } else if (whole) {
        throw new CalendarRefusal(400, "required", "Missing " + side + " time.");
      }
    }
    if (event.has("start") && event.has("end")) {
      var zone = ZoneId.of("UTC");
      if (!moment(event.path("start"), zone).isBefore(moment(event.path("end"), zone))) {
        throw new CalendarRefusal(400, "timeRangeEmpty", "The specified time range is empty.");
      }
    }
    if (event.has("recurrence") && !event.path("recurrence").isEmpty()) {
      recurrence(event);
    }
    properties(event.path("extendedProperties"));
    if (event.path("reminders").path("overrides").size() > 5) {
      throw CalendarRefusal.invalid("Too many reminder overrides.");
    }
    var status = event.path("status").asString("confirmed");
    if (!Set.of("confirmed", "tentative", "cancelled").contains(status)) {
      throw CalendarRefusal.invalid("Invalid status.");
    }
  }

  /// For events that are new; occurrences have ids of Google's own.
  static void checkId(JsonNode event) {
    if (event.has("id") && !ID.matcher(event.path("id").asString()).matches()) {
      throw CalendarRefusal.invalid("Invalid resource id value.");
    }
    if (event.has("id") && event.has("iCalUID")) {
      throw CalendarRefusal.invalid("Only one of id and iCalUID may be given.");
    }
  }

  private static void recurrence(JsonNode event) {
    for (var line : event.path("recurrence")) {
      if (!line.asString().matches("(RRULE|EXRULE|RDATE|EXDATE)[;:].*")) {
        throw CalendarRefusal.invalid("Invalid recurrence rule.");
      }
    }
    if (event.path("start").has("dateTime") && !event.path("start").has("timeZone")) {
      throw new CalendarRefusal(400, "required", "Missing time zone definition for start time.");
    }
  }

  private static void properties(JsonNode properties) {
    fields(properties, Set.of("private", "shared"));
    for (var kind : properties) {
      for (var entry : kind.properties()) {
        if (entry.getKey().length() > MOST_KEY
            || entry.getValue().asString("").length() > MOST_VALUE) {
          throw CalendarRefusal.invalid("Extended property too long.");
        }
      }
    }
  }

  private static void fields(JsonNode object, Set<String> known) {
    for (var entry : object.properties()) {
      if (!known.contains(entry.getKey())) {
        throw new CalendarRefusal(
            400, "badRequest", "Invalid JSON payload received. Unknown name " + entry.getKey());
      }
    }
  }

  /// @param calendar the zone of days and of times without one
  static Instant moment(JsonNode time, ZoneId calendar) {
    try {
      var zone = time.has("timeZone") ? ZoneId.of(time.path("timeZone").asString()) : calendar;
      if (time.has("date")) {
        return LocalDate.parse(time.path("date").asString()).atStartOfDay(zone).toInstant();
      }
      var text = time.path("dateTime").asString("");
      if (text.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)")) {
        return OffsetDateTime.parse(text).toInstant();
      }
      if (!time.has("timeZone")) {
        throw new CalendarRefusal(400, "required", "Missing time zone definition.");
      }
      return LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw CalendarRefusal.invalid("Invalid value for: Invalid format or time zone.");
    }
  }

  static Instant parameter(String name, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw CalendarRefusal.invalid("Invalid value for: " + name);
    }
  }

  static Duration length(JsonNode event, ZoneId zone) {
    return Duration.between(moment(event.path("start"), zone), moment(event.path("end"), zone));
  }
}
