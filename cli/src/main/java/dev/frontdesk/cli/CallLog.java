package dev.frontdesk.cli;

import dev.frontdesk.server.CallEvent;
import dev.frontdesk.server.CallEvents;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the feed told during a demo, kept for its result.
final class CallLog {
  private final List<CallEvent> events = new ArrayList<>();

  synchronized void add(CallEvent event) {
    events.add(event);
  }

  synchronized Optional<String> call() {
    return events.stream().map(event -> event.call().value()).findFirst();
  }

  synchronized List<Map<String, Object>> turns() {
    return events.stream()
        .filter(event -> event.type().equals("turn.timed"))
        .map(CallEvent::fields)
        .toList();
  }

  /// The bookings that the call made or changed, in the order of their last change.
  synchronized Set<String> bookings() {
    var ids = new LinkedHashSet<String>();
    for (var event : events) {
      if (Set.of("booked", "rescheduled", "cancelled").contains(event.type())) {
        String id = String.valueOf(event.fields().get("booking"));
        ids.remove(id);
        ids.add(id);
      }
    }
    return ids;
  }

  synchronized Optional<String> endedReason() {
    return events.stream()
        .filter(event -> event.type().equals(CallEvents.LAST))
        .map(event -> String.valueOf(event.fields().get("endedReason")))
        .findFirst();
  }
}
