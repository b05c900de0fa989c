package dev.frontdesk.lab;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One calendar: its events, deleted ones included, for their ids are never given out again.
final class SimulatedCalendarBook {
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration HORIZON = Duration.ofDays(730);

  private final String id;
  private final ZoneId zone;
  private final Clock clock;
  private final Map<String, ObjectNode> events = new LinkedHashMap<>();
  private final Map<String, Long> changedAt = new HashMap<>();
  private long changes;
  private boolean revivable = true;

  SimulatedCalendarBook(String id, ZoneId zone, Clock clock) {
    this.id = id;
    this.zone = zone;
    this.clock = clock;
  }

  String id() {
    return id;
  }

  ZoneId zone() {
    return zone;
  }

  synchronized void refuseRevival() {
    revivable = false;
  }

  synchronized ObjectNode insert(ObjectNode wanted) {
    SimulatedCalendarRules.check(wanted, true);
    SimulatedCalendarRules.checkId(wanted);
    var event = wanted.deepCopy();
    if (!event.has("id")) {
      event.put("id", UUID.randomUUID().toString().replace("-", ""));
    }
    var key = event.path("id").asString();
    if (events.containsKey(key)) {
      throw new CalendarRefusal(
          409, "duplicate", "The requested identifier already exists.");
    }
    event.put("kind", "calendar#event");
    if (!event.has("status")) {
      event.put("status", "confirmed");
    }
    if (!event.has("iCalUID")) {
      event.put("iCalUID", key + "@google.com");
    }
    event.put("created", clock.instant().toString());
    return kept(key, event);
  }

  synchronized ObjectNode get(String key) {
    return found(key).deepCopy();
  }

  /// Merges, as PATCH does: null takes a field away, maps are merged, lists replaced.
  synchronized ObjectNode patch(String key, Optional<String> ifMatch, ObjectNode change) {
    var standing = found(key);
    check(standing, ifMatch);
    SimulatedCalendarRules.check(change, false);
    if (change.has("id") && !change.path("id").asString().equals(key)) {
      throw CalendarRefusal.invalid("Invalid resource id value.");
    }
    if (isCancelled(standing) && (!revivable || !change.has("status"))) {
      throw new CalendarRefusal(403, "forbidden", "Forbidden");
    }
    var event = standing.deepCopy();
    merge(event, change);
    SimulatedCalendarRules.check(event, true);
    return kept(key, event);
  }

  synchronized ObjectNode replace(String key, Optional<String> ifMatch, ObjectNode wanted) {
    var standing = found(key);
    check(standing, ifMatch);
    SimulatedCalendarRules.check(wanted, true);
    if (isCancelled(standing)) {
      throw new CalendarRefusal(403, "forbidden", "Forbidden");
    }
    var event = wanted.deepCopy();
    for (var field : List.of("id", "kind", "iCalUID", "created", "recurringEventId",
        "originalStartTime")) {
      if (standing.has(field)) {
        event.set(field, standing.path(field));
      }
    }
    if (!event.has("status")) {
      event.put("status", "confirmed");
    }
    return kept(key, event);
  }

  synchronized void delete(String key, Optional<String> ifMatch) {
    var standing = found(key);
    if (isCancelled(standing)) {
      throw new CalendarRefusal(410, "deleted", "Resource has been deleted");
    }
    check(standing, ifMatch);
    var event = standing.deepCopy();
    event.put("status", "cancelled");
    kept(key, event);
  }

  /// Events and occurrences that overlap `[from, to)`, as `singleEvents` shows them.
  synchronized List<ObjectNode> within(Instant from, Instant to) {
    return singles(0, from, to).stream()
        .filter(event -> !isCancelled(event))
        .filter(event -> overlaps(event, from, to))
        .toList();
  }

  /// What changed after `since`, cancelled ones included.
  synchronized List<ObjectNode> changedSince(long since, Instant from, Instant to) {
    return singles(since, from, to).stream()
        .filter(event -> isCancelled(event) || overlaps(event, from, to))
        .toList();
  }

  synchronized long lastChange() {
    return changes;
  }

  synchronized List<ObjectNode> instances(String key, boolean deleted) {
    var master = found(key);
    if (!master.has("recurrence")) {
      throw CalendarRefusal.notFound();
    }
    return occurrences(master, clock.instant().plus(HORIZON)).stream()
        .filter(one -> deleted || !isCancelled(one))
        .toList();
  }

  /// Everything that is not cancelled: events, and the occurrences of recurring ones.
  synchronized List<ObjectNode> standing() {
    return singles(0, Instant.EPOCH, clock.instant().plus(HORIZON)).stream()
        .filter(event -> !isCancelled(event))
        .toList();
  }

  private List<ObjectNode> singles(long since, Instant from, Instant to) {
    var found = new ArrayList<ObjectNode>();
    for (var event : List.copyOf(events.values())) {
      long at = changedAt.getOrDefault(event.path("id").asString(), 0L);
      if (event.has("recurrence")) {
        for (var one : occurrences(event, to)) {
          if (Math.max(at, changedAt.getOrDefault(one.path("id").asString(), 0L)) > since) {
            found.add(one);
          }
        }
      } else if (at > since && !event.has("recurringEventId")) {
        found.add(event); // never altered, only replaced
      }
    }
    return found;
  }

  private List<ObjectNode> occurrences(ObjectNode master, Instant until) {
    var found = new ArrayList<ObjectNode>();
    for (var start : SimulatedCalendarSeries.starts(master, zone, until)) {
      var key = SimulatedCalendarSeries.id(master.path("id").asString(), start);
      var changed = events.get(key);
      var one =
          changed == null
              ? SimulatedCalendarSeries.occurrence(master, start, zone)
              : changed.deepCopy();
      if (isCancelled(master)) {
        one.put("status", "cancelled");
      }
      found.add(one);
    }
    return found;
  }

  private ObjectNode found(String key) {
    var event = events.get(key);
    if (event != null) {
      return event;
    }
    int stamp = key.lastIndexOf('_');
    @Nullable ObjectNode master = stamp < 0 ? null : events.get(key.substring(0, stamp));
    if (master != null && master.has("recurrence")) {
      for (var one : occurrences(master, clock.instant().plus(HORIZON))) {
        if (one.path("id").asString().equals(key)) {
          return one;
        }
      }
    }
    throw CalendarRefusal.notFound();
  }

  private ObjectNode kept(String key, ObjectNode event) {
    changes++;
    event.put("etag", "\"" + changes + "000\"");
    event.put("updated", clock.instant().toString());
    events.put(key, event);
    changedAt.put(key, changes);
    return event.deepCopy();
  }

  private boolean overlaps(ObjectNode event, Instant from, Instant to) {
    return SimulatedCalendarRules.moment(event.path("start"), zone).isBefore(to)
        && SimulatedCalendarRules.moment(event.path("end"), zone).isAfter(from);
  }

  static boolean isCancelled(JsonNode event) {
    return event.path("status").asString("").equals("cancelled");
  }

  private static void check(ObjectNode standing, Optional<String> ifMatch) {
    if (ifMatch.filter(tag -> !tag.equals(standing.path("etag").asString())).isPresent()) {
      throw new CalendarRefusal(412, "conditionNotMet", "Precondition Failed");
    }
  }

  private static void merge(ObjectNode into, ObjectNode change) {
    for (var entry : change.properties()) {
      var value = entry.getValue();
      if (value.isNull()) {
        into.remove(entry.getKey());
      } else if (value instanceof ObjectNode map
          && into.path(entry.getKey()) instanceof ObjectNode old
          && entry.getKey().matches("extendedProperties|private|shared")) {
        merge(old, map);
      } else {
        into.set(entry.getKey(), value.deepCopy());
      }
    }
  }
}
