package dev.frontdesk.server;

import dev.frontdesk.booking.DayPart;
import dev.frontdesk.booking.SlotWish;
import dev.frontdesk.server.ApiErrors.BadRequest;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What `GET /slots` asks for: `service`, and one of `at`, `from` with `to`, or neither for as soon
/// as possible; `resource`, `moving` (a booking whose own time counts as free), `visit`, `limit`.
/// Times are the organisation's wall clock, `2026-11-23T14:30` or a bare date.
record SlotQuery(SlotWish wish, Optional<CallId> visit) {
  private static final int USUAL_LIMIT = 10;
  private static final Set<String> FIELDS =
      Set.of("service", "at", "from", "to", "resource", "moving", "visit", "limit");

  /// @throws BadRequest naming the mistake
  static SlotQuery read(Map<String, String> query) {
    known(query, FIELDS);
    var service = need(query, "service", ServiceId::new);
    var resource = may(query, "resource", ResourceId::new);
    var moving = may(query, "moving", BookingId::new);
    int limit = may(query, "limit", Integer::valueOf).orElse(USUAL_LIMIT);
    if (limit < 1 || limit > SlotWish.MOST_OFFERS) {
      throw mistake("limit must be 1 to " + SlotWish.MOST_OFFERS);
    }
    return new SlotQuery(
        new SlotWish(service, resource, when(query), moving, limit),
        may(query, "visit", CallId::new));
  }

  private static SlotWish.When when(Map<String, String> query) {
    var at = may(query, "at", SlotQuery::time);
    if (at.isPresent()) {
      return new SlotWish.When.At(at.get());
    }
    if (!query.containsKey("from") && !query.containsKey("to")) {
      return new SlotWish.When.Soonest();
    }
    var from = need(query, "from", SlotQuery::time);
    var to = need(query, "to", SlotQuery::time);
    if (!from.isBefore(to)) {
      throw mistake("to must be later than from");
    }
    return new SlotWish.When.Between(from, to, DayPart.ANY);
  }

  /// `from` and `to` of a list of bookings.
  static Slot range(Map<String, String> query, ZoneId zone) {
    known(query, Set.of("from", "to"));
    var from = need(query, "from", SlotQuery::time).atZone(zone).toInstant();
    var to = need(query, "to", SlotQuery::time).atZone(zone).toInstant();
    if (!from.isBefore(to)) {
      throw mistake("to must be later than from");
    }
    return new Slot(from, to);
  }

  private static void known(Map<String, String> query, Set<String> fields) {
    for (var key : query.keySet()) {
      if (!fields.contains(key)) {
        throw mistake("parameter " + key + " should not exist");
      }
    }
  }

  private static LocalDateTime time(String text) {
    return text.length() == 10
        ? LocalDate.parse(text).atStartOfDay()
        : LocalDateTime.parse(text);
  }

  private static <T> T need(Map<String, String> query, String key, Function<String, T> reader) {
    return may(query, key, reader).orElseThrow(() -> mistake(key + " is missing"));
  }

  private static <T> Optional<T> may(
      Map<String, String> query, String key, Function<String, T> reader) {
    try {
      return Optional.ofNullable(query.get(key)).map(reader);
    } catch (IllegalArgumentException | DateTimeException unusable) {
      throw mistake(
          key
              + switch (key) {
                case "at", "from", "to" -> " must be a local time such as 2026-11-23T14:30";
                case "limit" -> " must be a whole number";
                default -> " is not an id";
              });
    }
  }

  private static BadRequest mistake(String text) {
    return new BadRequest(List.of(text));
  }
}
