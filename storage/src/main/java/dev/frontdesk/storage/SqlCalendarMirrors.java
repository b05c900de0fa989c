package dev.frontdesk.storage;

import dev.frontdesk.booking.CalendarMirror;
import dev.frontdesk.booking.CalendarMirrors;
import dev.frontdesk.booking.spi.CalendarChanges.Change;
import dev.frontdesk.booking.spi.PushChannel;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Slot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

final class SqlCalendarMirrors implements CalendarMirrors {
  private final Transactions transactions;

  SqlCalendarMirrors(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<CalendarMirror> find(OrgId org, String calendar) {
    return transactions.again(org, handle -> find(handle, org, calendar));
  }

  private static Optional<CalendarMirror> find(Handle handle, OrgId org, String calendar) {
    return handle.createQuery(
            "select * from calendar_mirrors where org_id = :org and calendar = :calendar")
        .bind("org", org.value())
        .bind("calendar", calendar)
        .map((row, _) -> mirror(org, row))
        .findOne();
  }

  @Override
  public boolean apply(
      Optional<CalendarMirror> before, CalendarMirror after, List<Change> events, boolean whole) {
    var org = after.org();
    return transactions.again(org, handle -> {
      if (!advance(handle, before, after)) {
        // Our own answer may have been lost: then it stands as we would leave it.
        return find(handle, org, after.calendar())
            .filter(now -> now.token().equals(after.token()))
            .isPresent();
      }
      if (whole) {
        handle.createUpdate(
                "delete from calendar_busy where org_id = :org and calendar = :calendar")
            .bind("org", org.value())
            .bind("calendar", after.calendar())
            .execute();
      }
      write(handle, after, events);
      return true;
    });
  }

  /// Takes the place of the reading before, unless another has.
  private static boolean advance(
      Handle handle, Optional<CalendarMirror> before, CalendarMirror after) {
    return handle.createUpdate("""
            insert into calendar_mirrors
              (org_id, calendar, token, read_from, read_to, read_at, whole_at, problem)
            values (:org, :calendar, :token, :from, :to, :readAt, :wholeAt, '')
            on conflict (org_id, calendar) do update
              set token = excluded.token, read_from = excluded.read_from,
                  read_to = excluded.read_to, read_at = excluded.read_at,
                  whole_at = excluded.whole_at, problem = ''
            where calendar_mirrors.token is not distinct from :before""")
        .bind("org", after.org().value())
        .bind("calendar", after.calendar())
        .bind("token", after.token().orElse(null))
        .bind("from", after.range().start())
        .bind("to", after.range().end())
        .bind("readAt", after.readAt())
        .bind("wholeAt", after.wholeAt())
        .bind("before", before.flatMap(CalendarMirror::token).orElse(null))
        .execute()
        == 1;
  }

  private static void write(Handle handle, CalendarMirror after, List<Change> events) {
    if (events.isEmpty()) {
      return;
    }
    var gone =
        handle.prepareBatch("""
            delete from calendar_busy
             where org_id = :org and calendar = :calendar and event_id = :event""");
    var busy =
        handle.prepareBatch("""
            insert into calendar_busy (org_id, calendar, event_id, starts_at, ends_at)
            values (:org, :calendar, :event, :from, :to)
            on conflict (org_id, calendar, event_id) do update
              set starts_at = excluded.starts_at, ends_at = excluded.ends_at""");
    for (var event : events) {
      var batch = event.busy().isPresent() ? busy : gone;
      batch
          .bind("org", after.org().value())
          .bind("calendar", after.calendar())
          .bind("event", event.id());
      event.busy().ifPresent(slot -> batch.bind("from", slot.start()).bind("to", slot.end()));
      batch.add();
    }
    gone.execute();
    busy.execute();
  }

  @Override
  public void failed(CalendarMirror mirror) {
    transactions.again(mirror.org(), handle ->
        handle.createUpdate("""
                insert into calendar_mirrors
                  (org_id, calendar, read_from, read_to, read_at, whole_at, problem)
                values (:org, :calendar, :from, :to, :readAt, :wholeAt, :problem)
                on conflict (org_id, calendar) do update set problem = excluded.problem""")
            .bind("org", mirror.org().value())
            .bind("calendar", mirror.calendar())
            .bind("from", mirror.range().start())
            .bind("to", mirror.range().end())
            .bind("readAt", mirror.readAt())
            .bind("wholeAt", mirror.wholeAt())
            .bind("problem", mirror.problem())
            .execute());
  }

  @Override
  public void channel(OrgId org, String calendar, Optional<PushChannel> channel) {
    transactions.again(org, handle ->
        handle.createUpdate("""
                update calendar_mirrors
                   set channel_id = :id, channel_resource = :resource,
                       channel_expires_at = :until
                 where org_id = :org and calendar = :calendar""")
            .bind("org", org.value())
            .bind("calendar", calendar)
            .bind("id", channel.map(PushChannel::id).orElse(null))
            .bind("resource", channel.map(PushChannel::resource).orElse(null))
            .bind("until", channel.map(PushChannel::expiresAt).orElse(null))
            .execute());
  }

  @Override
  public Known known(OrgId org, Set<String> calendars, Slot range) {
    var names = List.copyOf(calendars);
    return transactions.again(org, handle ->
        new Known(
            handle.createQuery("""
                    select * from calendar_mirrors
                     where org_id = :org and calendar = any(:calendars)""")
                .bind("org", org.value())
                .bindArray("calendars", String.class, names)
                .map((row, _) -> mirror(org, row))
                .list(),
            handle.createQuery("""
                    select * from calendar_busy
                     where org_id = :org and calendar = any(:calendars)
                       and ends_at > :from and starts_at < :to
                     order by starts_at, event_id""")
                .bind("org", org.value())
                .bindArray("calendars", String.class, names)
                .bind("from", range.start())
                .bind("to", range.end())
                .map((row, _) -> outside(row))
                .list()));
  }

  private static Outside outside(ResultSet row) throws SQLException {
    return new Outside(
        row.getString("calendar"),
        row.getString("event_id"),
        new Slot(Columns.instant(row, "starts_at"), Columns.instant(row, "ends_at")));
  }

  private static CalendarMirror mirror(OrgId org, ResultSet row) throws SQLException {
    var calendar = row.getString("calendar");
    var until = Columns.maybeInstant(row, "channel_expires_at");
    var channel =
        until.isEmpty()
            ? Optional.<PushChannel>empty()
            : Optional.of(
                new PushChannel(
                    calendar,
                    row.getString("channel_id"),
                    Columns.maybeText(row, "channel_resource").orElse(""),
                    until.get()));
    return new CalendarMirror(
        org,
        calendar,
        Columns.maybeText(row, "token"),
        new Slot(Columns.instant(row, "read_from"), Columns.instant(row, "read_to")),
        Columns.instant(row, "read_at"),
        Columns.instant(row, "whole_at"),
        channel,
        row.getString("problem"));
  }
}
