package dev.frontdesk.storage;

import dev.frontdesk.booking.BookingEvent;
import dev.frontdesk.durable.ActiveTrace;
import dev.frontdesk.durable.AuditChain.Head;
import dev.frontdesk.durable.AuditEntry;
import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.vocabulary.Slot;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// What happened to holds, bookings and the waitlist, as rows of the two logs.
final class BookingEvents {
  private static final String APPEND =
      """
      insert into outbox
        (org_id, entry_id, kind, key, payload, trace_id, state, created_at, due_at)
      select :org, e.id, e.kind, e.key, e.payload::jsonb, e.trace, 'waiting', e.at::timestamptz,
             e.at::timestamptz
        from unnest(:ids, :kinds, :keys, :payloads, :traces, :dues)
             e (id, kind, key, payload, trace, at)
      on conflict (org_id, entry_id) do nothing;
      """
          + SqlAuditLog.APPEND;

  private static final String APPEND_AND_COMMIT = APPEND + ";\ncommit";

  private BookingEvents() {}

  /// Call it last in the transaction of what the events tell of.
  static void append(Handle handle, List<BookingEvent> events) {
    if (!events.isEmpty()) {
      var org = events.getFirst().org();
      append(handle, SqlAuditLog.head(handle, org), events);
    }
  }

  /// @param head   of the organisation's audit chain, read by `SqlAuditLog.HEAD`
  /// @param events one at least, all of one organisation
  static void append(Handle handle, Head head, List<BookingEvent> events) {
    write(handle, head, events, APPEND);
  }

  /// The transaction's last act: events and commit go in one message, so that the chain is ours for
  /// as short as can be.
  static void appendAndCommit(Handle handle, Head head, List<BookingEvent> events) {
    write(handle, head, events, APPEND_AND_COMMIT);
  }

  /// The chain takes one step at a time: all but the last record go before.
  private static void write(
      Handle handle, Head head, List<BookingEvent> events, String statements) {
    var entries = events.stream().map(BookingEvents::outbox).toList();
    var records = SqlAuditLog.next(head, events.stream().map(BookingEvents::audit).toList());
    var org = events.getFirst().org().value();
    entries.forEach(entry -> WorkSignals.after(handle, entry.org(), entry.at()));
    for (var record : records.subList(0, records.size() - 1)) {
      SqlAuditLog.bind(handle.createUpdate(SqlAuditLog.APPEND), record).bind("org", org).execute();
    }
    SqlAuditLog.bind(handle.createUpdate(statements), records.getLast())
        .bind("org", org)
        .bindArray("ids", String.class, texts(entries, OutboxEntry::id))
        .bindArray("kinds", String.class, texts(entries, OutboxEntry::kind))
        .bindArray("keys", String.class, texts(entries, OutboxEntry::key))
        .bindArray("payloads", String.class, texts(entries, OutboxEntry::payload))
        .bindArray("traces", String.class, texts(entries, e -> e.trace().value()))
        .bindArray("dues", String.class, texts(entries, e -> ClaimRows.micros(e.at())))
        .execute();
  }

  private static List<String> texts(
      List<OutboxEntry> entries, Function<OutboxEntry, String> text) {
    return entries.stream().map(text).toList();
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
