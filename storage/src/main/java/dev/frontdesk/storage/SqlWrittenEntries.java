package dev.frontdesk.storage;

import dev.frontdesk.booking.WrittenEntries;
import dev.frontdesk.booking.WrittenEntry;
import dev.frontdesk.booking.spi.CalendarEntry.Occurrence;
import dev.frontdesk.booking.spi.CalendarEvent;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.SeriesId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

final class SqlWrittenEntries implements WrittenEntries {
  private final Transactions transactions;

  SqlWrittenEntries(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<WrittenEntry> find(OrgId org, BookingId booking) {
    return transactions.again(org, handle ->
        handle.createQuery(
                "select * from calendar_events where org_id = :org and booking_id = :booking")
            .bind("org", org.value())
            .bind("booking", booking.value())
            .map((row, _) -> entry(org, row))
            .findOne());
  }

  @Override
  public void save(WrittenEntry entry) {
    var event = entry.event();
    transactions.again(entry.org(), handle ->
        handle.createUpdate("""
                insert into calendar_events
                  (org_id, booking_id, version, state, calendar, event_id, generation, tag,
                   acted_at)
                values (:org, :booking, :version, :state, :calendar, :event, :generation, :tag,
                   :at)
                on conflict (org_id, booking_id) do update
                  set version = excluded.version, state = excluded.state,
                      calendar = excluded.calendar, event_id = excluded.event_id,
                      generation = excluded.generation, tag = excluded.tag,
                      acted_at = excluded.acted_at
                where calendar_events.version <= excluded.version""")
            .bind("org", entry.org().value())
            .bind("booking", entry.booking().value())
            .bind("version", entry.version())
            .bind("state", entry.state().name())
            .bind("calendar", event.map(CalendarEvent::calendar).orElse(null))
            .bind("event", event.map(CalendarEvent::id).orElse(null))
            .bind("generation", event.map(CalendarEvent::generation).orElse(null))
            .bind("tag", event.map(CalendarEvent::tag).orElse(null))
            .bind("at", entry.at())
            .execute());
  }

  @Override
  public List<BookingId> putOff(OrgId org, int limit) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select booking_id from calendar_events
                 where org_id = :org and state = 'PUT_OFF'
                 order by acted_at, booking_id limit :limit""")
            .bind("org", org.value())
            .bind("limit", limit)
            .map((row, _) -> new BookingId(row.getString("booking_id")))
            .list());
  }

  @Override
  public Optional<Occurrence> occurrence(
      OrgId org, SeriesId series, BookingId booking, Map<BookingId, Instant> starts) {
    return transactions.again(org, handle -> {
      var settled = occurrences(handle, org, series);
      if (settled.isEmpty()) {
        settle(handle, org, series, starts);
        settled = occurrences(handle, org, series);
      }
      var all = settled.values().stream().sorted().toList();
      return Optional.ofNullable(settled.get(booking))
          .map(original -> new Occurrence(series, all, original));
    });
  }

  /// One writer settles; a second waits for the lock and finds it settled.
  private static void settle(
      Handle handle, OrgId org, SeriesId series, Map<BookingId, Instant> starts) {
    handle.createQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 4))) l")
        .bind("key", org.value() + "/" + series.value())
        .mapTo(Integer.class)
        .one();
    if (!occurrences(handle, org, series).isEmpty()) {
      return;
    }
    starts.forEach((booking, start) ->
        handle.createUpdate("""
                insert into calendar_occurrences (org_id, series_id, booking_id, starts_at)
                values (:org, :series, :booking, :start)
                on conflict do nothing""")
            .bind("org", org.value())
            .bind("series", series.value())
            .bind("booking", booking.value())
            .bind("start", start)
            .execute());
  }

  private static Map<BookingId, Instant> occurrences(
      Handle handle, OrgId org, SeriesId series) {
    var found = new HashMap<BookingId, Instant>();
    handle.createQuery("""
            select booking_id, starts_at from calendar_occurrences
             where org_id = :org and series_id = :series""")
        .bind("org", org.value())
        .bind("series", series.value())
        .map((row, _) ->
            found.put(
                new BookingId(row.getString("booking_id")), Columns.instant(row, "starts_at")))
        .list();
    return found;
  }

  private static WrittenEntry entry(OrgId org, ResultSet row) throws SQLException {
    var calendar = Columns.maybeText(row, "calendar");
    var id = Columns.maybeText(row, "event_id");
    var event =
        calendar.isPresent() && id.isPresent()
            ? Optional.of(
                new CalendarEvent(
                    calendar.get(),
                    id.get(),
                    row.getInt("generation"),
                    Columns.maybeText(row, "tag").orElse("")))
            : Optional.<CalendarEvent>empty();
    return new WrittenEntry(
        org,
        new BookingId(row.getString("booking_id")),
        row.getInt("version"),
        WrittenEntry.State.valueOf(row.getString("state")),
        event,
        Columns.instant(row, "acted_at"));
  }
}
