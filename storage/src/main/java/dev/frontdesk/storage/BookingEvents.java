package dev.frontdesk.storage;

import dev.frontdesk.booking.BookingEvent;
import dev.frontdesk.durable.ActiveTrace;
import dev.frontdesk.durable.AuditEntry;
import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.vocabulary.Slot;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// What happened to holds, bookings and the waitlist, as rows of the two logs.
final class BookingEvents {
  private BookingEvents() {}

  /// Call it last in the transaction of what the events tell of.
  static void append(Handle handle, List<BookingEvent> events) {
    for (var event : events) {
      SqlOutbox.append(handle, outbox(event));
    }
    for (var event : events) {
      SqlAuditLog.append(handle, audit(event));
    }
  }

  static OutboxEntry outbox(BookingEvent event) {
    var trace =
        event.call().map(ActiveTrace::orOf).orElseGet(() -> ActiveTrace.orNew(event.at()));
    return OutboxEntry.of(
        event.org(), kind(event), event.subject(), payload(event), trace, event.at());
  }

  static AuditEntry audit(BookingEvent event) {
    return AuditEntry.of(
        event.org(),
        event.call().map(call -> "call:" + call.value()).orElse("system"),
        kind(event),
        subjectKind(event) + ":" + event.subject(),
        payload(event),
        event.at());
  }

  /// `BOOKING_MADE` becomes `booking.booking-made`.
  private static String kind(BookingEvent event) {
    return "booking." + event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String subjectKind(BookingEvent event) {
    return switch (event.kind()) {
      case SLOT_HELD, HOLD_RELEASED, HOLD_EXPIRED -> "hold";
      case BOOKING_MADE, BOOKING_MOVED, BOOKING_CANCELLED, NO_SHOW_NOTED -> "booking";
      case WAITLIST_JOINED, WAITLIST_OFFERED, WAITLIST_ENDED -> "waitlist";
    };
  }

  /// Written by hand, so that the same event always reads the same: the audit's hash stands on it.
  /// Ids have no character that JSON would escape.
  private static String payload(BookingEvent event) {
    var text = new StringBuilder("{\"subject\":\"" + event.subject() + '"');
    event.call().ifPresent(call -> text.append(",\"call\":\"" + call.value() + '"'));
    text.append(",\"service\":\"" + event.service().value() + '"');
    text.append(
        event.resources().stream()
            .map(resource -> '"' + resource.value() + '"')
            .collect(Collectors.joining(",", ",\"resources\":[", "]")));
    event.slot().ifPresent(slot -> text.append(",\"slot\":" + slot(slot)));
    event.before().ifPresent(slot -> text.append(",\"before\":" + slot(slot)));
    return text.append('}').toString();
  }

  private static String slot(Slot slot) {
    return "{\"start\":\"" + slot.start() + "\",\"end\":\"" + slot.end() + "\"}";
  }
}
