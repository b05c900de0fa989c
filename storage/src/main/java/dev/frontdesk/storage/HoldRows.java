package dev.frontdesk.storage;

import dev.frontdesk.booking.BookingEvent;
import dev.frontdesk.booking.Hold;
import dev.frontdesk.booking.HoldStatus;
import dev.frontdesk.booking.NewHold;
import dev.frontdesk.booking.WriteOutcome;
import dev.frontdesk.durable.AuditChain.Head;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.HoldId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ResourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/// Holds as rows, and what becomes of them. All within the caller's transaction.
final class HoldRows {
  private static final String LIVE_OF =
      """
      select * from holds
       where org_id = :org and call_id = :call and status = 'HELD' and expires_at > :now""";

  /// Ends holds and answers them; they keep nobody out any more.
  static final String MAKE_WAY =
      """
      with ended as (
        update holds
           set status = case when expires_at > :now or hold_id = :consumes
                             then :end else 'EXPIRED' end
         where org_id = :org and status = 'HELD'
           and (call_id = :call
             or hold_id = :consumes
             or expires_at <= :now and hold_id in (
                  select owner_id from allocations
                   where org_id = :org and resource_id = any(:resources)
                     and expires_at <= :now))
        returning *),
      freed as (
        delete from allocations
         where org_id = :org and owner_id in (select hold_id from ended))
      select * from ended""";

  private static final String TAKE =
      String.join(
          ";\n",
          LIVE_OF,
          MAKE_WAY,
          """
          insert into holds
            (org_id, hold_id, call_id, status, service_id, starts_at, ends_at, blocked_from,
             blocked_until, resources, shares_from, shares_to, taken_at, expires_at)
          values (:org, :owner, :call, 'HELD', :service, :starts, :ends, :blockedFrom,
             :blockedUntil, :resources, :sharesFrom, :sharesTo, :now, :expires)
          on conflict (org_id, hold_id) do nothing""",
          ClaimRows.ALLOCATE,
          SqlAuditLog.HEAD);

  private HoldRows() {}

  /// A hold that has just stopped keeping others out, and as what.
  record Settled(Hold hold, HoldStatus status) {}

  /// Whose holds make way for a write.
  ///
  /// @param call      the call that writes, whose live hold ends
  /// @param consumes  another hold that ends as `end`, even when its time is just over
  /// @param end       as what a live one ends; others whose time is over end as EXPIRED
  /// @param resources where any hold whose time is over makes way too
  record Making(
      OrgId org,
      Optional<CallId> call,
      Optional<HoldId> consumes,
      HoldStatus end,
      Collection<ResourceId> resources,
      Instant now) {}

  static List<Settled> makeWay(Handle handle, Making making) {
    return bind(handle.createQuery(MAKE_WAY), making)
        .bind("org", making.org.value())
        .bindArray("resources", String.class, values(making.resources))
        .map((row, _) -> settled(making.org, row))
        .list();
  }

  /// Binds what `MAKE_WAY` takes but :org and :resources.
  static <S extends SqlStatement<S>> S bind(S statement, Making making) {
    return statement
        .bind("call", making.call.map(CallId::value).orElse(null))
        .bind("consumes", making.consumes.map(HoldId::value).orElse(null))
        .bind("end", making.end.name())
        .bind("now", making.now);
  }

  static Optional<Hold> liveOf(Handle handle, OrgId org, CallId call, Instant now) {
    return handle.createQuery(LIVE_OF)
        .bind("org", org.value())
        .bind("call", call.value())
        .bind("now", now)
        .map((row, _) -> hold(org, row))
        .findOne();
  }

  /// Takes a hold in place of the call's other one. Two messages: all that may be in its way, then,
  /// when nothing is, what is told of it and the commit.
  static WriteOutcome<Hold> takeAndCommit(Handle handle, NewHold wanted, Locks locks) {
    return take(handle, wanted, locks, BookingEvents::appendAndCommit);
  }

  /// As `takeAndCommit`, as a part of something greater.
  static WriteOutcome<Hold> take(Handle handle, NewHold wanted) {
    return take(handle, wanted, Locks.NONE, BookingEvents::append);
  }

  @FunctionalInterface
  private interface Telling {
    void tell(Handle handle, Head head, List<BookingEvent> events);
  }

  private static WriteOutcome<Hold> take(
      Handle handle, NewHold wanted, Locks locks, Telling telling) {
    var hold = wanted.hold();
    var taken =
        Transactions.together(
            handle, hold.org(), locks, TAKE, insert -> bind(insert, hold), answers ->
                new Taken(
                    answers.rows(row -> hold(hold.org(), row)),
                    answers.rows(row -> settled(hold.org(), row)),
                    answers.count(),
                    answers.count(),
                    answers.rows(SqlAuditLog::head)));
    if (taken.earlier.stream().anyMatch(held -> held.claim().equals(hold.claim()))) {
      return new WriteOutcome.Duplicate<>(taken.earlier.getFirst());
    }
    if (taken.allocated != hold.claim().allocations().size()) {
      return new WriteOutcome.Overlap<>();
    }
    if (!QuotaCount.allKept(handle, hold.org(), wanted.quotas(), hold.takenAt())) {
      return new WriteOutcome.QuotaFull<>();
    }
    var events = new ArrayList<>(events(taken.settled, hold.takenAt()));
    events.add(wanted.event());
    telling.tell(handle, taken.head.getFirst(), events);
    return new WriteOutcome.Committed<>(hold);
  }

  /// What `TAKE` answers.
  private record Taken(
      List<Hold> earlier, List<Settled> settled, int inserted, int allocated, List<Head> head) {}

  private static void bind(Update take, Hold hold) {
    var making =
        new Making(
            hold.org(),
            Optional.of(hold.call()),
            Optional.empty(),
            HoldStatus.RELEASED,
            hold.claim().resources(),
            hold.takenAt());
    ClaimRows.bind(bind(take, making), hold.claim())
        .bind("owner", hold.id().value())
        .bind("expires", hold.expiresAt())
        .bind("expiry", ClaimRows.micros(hold.expiresAt()));
  }

  static Optional<Hold> release(Handle handle, OrgId org, HoldId hold, Instant now) {
    var released =
        handle.createQuery("""
                update holds set status = 'RELEASED'
                 where org_id = :org and hold_id = :hold and status = 'HELD'
                returning *""")
            .bind("org", org.value())
            .bind("hold", hold.value())
            .map((row, _) -> settled(org, row))
            .list();
    free(handle, org, released);
    BookingEvents.append(handle, events(released, now));
    return released.stream().map(Settled::hold).findFirst();
  }

  static List<Hold> expire(Handle handle, OrgId org, Instant now) {
    var expired =
        handle.createQuery("""
                update holds set status = 'EXPIRED'
                 where org_id = :org and status = 'HELD' and expires_at <= :now
                returning *""")
            .bind("org", org.value())
            .bind("now", now)
            .map((row, _) -> settled(org, row))
            .list();
    free(handle, org, expired);
    BookingEvents.append(handle, events(expired, now));
    return expired.stream().map(Settled::hold).toList();
  }

  /// What to tell of holds that made way; one that became a booking is told with the booking.
  static List<BookingEvent> events(List<Settled> settled, Instant now) {
    return settled.stream().flatMap(s -> kind(s.status).map(kind ->
        new BookingEvent(
            s.hold.org(),
            kind,
            s.hold.id().value(),
            Optional.of(s.hold.call()),
            s.hold.claim().service(),
            s.hold.claim().resources(),
            Optional.of(s.hold.claim().slot()),
            Optional.empty(),
            now)).stream()).toList();
  }

  private static Optional<BookingEvent.Kind> kind(HoldStatus status) {
    return switch (status) {
      case RELEASED -> Optional.of(BookingEvent.Kind.HOLD_RELEASED);
      case EXPIRED -> Optional.of(BookingEvent.Kind.HOLD_EXPIRED);
      case HELD, BOOKED -> Optional.empty();
    };
  }

  private static void free(Handle handle, OrgId org, List<Settled> settled) {
    ClaimRows.free(handle, org, settled.stream().map(s -> s.hold.id().value()).toList());
  }

  static Settled settled(OrgId org, ResultSet row) throws SQLException {
    return new Settled(hold(org, row), HoldStatus.valueOf(row.getString("status")));
  }

  private static Hold hold(OrgId org, ResultSet row) throws SQLException {
    return new Hold(
        new HoldId(row.getString("hold_id")),
        org,
        new CallId(row.getString("call_id")),
        ClaimRows.claim(row),
        Columns.instant(row, "taken_at"),
        Columns.instant(row, "expires_at"));
  }

  private static List<String> values(Collection<ResourceId> resources) {
    return resources.stream().map(ResourceId::value).toList();
  }
}
