package dev.frontdesk.lab;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.TimeZone;
import java.util.TreeSet;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The occurrences of a recurring event: when they start, what they are called, how each looks.
final class SimulatedCalendarSeries {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
  private static final int MOST = 1_000;

  private SimulatedCalendarSeries() {}

  /// Ascending; rules without an end are followed up to `until`.
  static TreeSet<Instant> starts(JsonNode master, ZoneId calendar, Instant until) {
    var start = master.path("start");
    var zone =
        start.has("timeZone") ? ZoneId.of(start.path("timeZone").asString()) : calendar;
    var first = SimulatedCalendarRules.moment(start, calendar);
    var starts = new TreeSet<Instant>();
    starts.add(first);
    for (var line : master.path("recurrence")) {
      var text = line.asString();
      var value = text.substring(text.indexOf(':', text.startsWith("RRULE") ? 0 : 5) + 1);
      if (text.startsWith("RRULE")) {
        follow(value, first, zone, until, starts);
      } else if (text.startsWith("RDATE")) {
        starts.addAll(dates(text, zone));
      } else if (text.startsWith("EXDATE")) {
        starts.removeAll(dates(text, zone));
      }
    }
    return starts;
  }

  private static void follow(
      String rule, Instant first, ZoneId zone, Instant until, TreeSet<Instant> starts) {
    try {
      var from = new DateTime(TimeZone.getTimeZone(zone), first.toEpochMilli());
      var each = new RecurrenceRule(rule).iterator(from);
      while (each.hasNext() && starts.size() < MOST) {
        var next = Instant.ofEpochMilli(each.nextMillis());
        if (next.isAfter(until)) {
          return;
        }
        starts.add(next);
      }
    } catch (InvalidRecurrenceRuleException e) {
      throw CalendarRefusal.invalid("Invalid recurrence rule.");
    }
  }

  private static TreeSet<Instant> dates(String line, ZoneId otherwise) {
    var head = line.substring(0, line.indexOf(':'));
    int named = head.indexOf("TZID=");
    var zone = named < 0 ? otherwise : ZoneId.of(head.substring(named + 5));
    var dates = new TreeSet<Instant>();
    for (var text : line.substring(line.indexOf(':') + 1).split(",")) {
      dates.add(
          text.endsWith("Z")
              ? LocalDateTime.parse(text.substring(0, text.length() - 1), STAMP)
                  .toInstant(ZoneOffset.UTC)
              : LocalDateTime.parse(text, STAMP).atZone(zone).toInstant());
    }
    return dates;
  }

  static String id(String master, Instant start) {
    return master + "_" + STAMP.format(start.atOffset(ZoneOffset.UTC)) + "Z";
  }

  /// An occurrence that nobody changed.
  static ObjectNode occurrence(ObjectNode master, Instant start, ZoneId calendar) {
    var one = master.deepCopy();
    one.remove("recurrence");
    one.put("id", id(master.path("id").asString(), start));
    one.put("recurringEventId", master.path("id").asString());
    var length = SimulatedCalendarRules.length(master, calendar);
    one.set("originalStartTime", time(one, "start", start));
    one.set("end", time(one, "end", start.plus(length)));
    one.set("start", time(one, "start", start));
    return one;
  }

  private static ObjectNode time(ObjectNode event, String side, Instant moment) {
    var time = ((ObjectNode) event.path(side)).deepCopy();
    var zone =
        time.has("timeZone") ? ZoneId.of(time.path("timeZone").asString()) : ZoneOffset.UTC;
    time.put(
        "dateTime", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(zone)));
    return time;
  }
}
