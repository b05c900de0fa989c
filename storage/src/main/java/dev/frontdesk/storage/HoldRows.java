package dev.frontdesk.storage;

import dev.frontdesk.booking.BookingEvent;
import dev.frontdesk.booking.Hold;
import dev.frontdesk.booking.HoldStatus;
import dev.frontdesk.booking.NewHold;
import dev.frontdesk.booking.WriteOutcome;
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

/// Holds as rows, and what becomes of them. All within the caller's transaction.
final class HoldRows {
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
    var settled =
        handle.createQuery("""
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
                returning *""")
            .bind("org", making.org.value())
            .bind("call", making.call.map(CallId::value).orElse(null))
            .bind("consumes", making.consumes.map(HoldId::value).orElse(null))
            .bind("end", making.end.name())
            .bind("now", making.now)
            .bindArray("resources", String.class, values(making.resources))
            .map((row, _) -> settled(making.org, row))
            .list();
    free(handle, making.org, settled);
    return settled;
  }

  static Optional<Hold> liveOf(Handle handle, OrgId org, CallId call, Instant now) {
    return handle.createQuery("""
            select * from holds
             where org_id = :org and call_id = :call and status = 'HELD' and expires_at > :now""")
        .bind("org", org.value())
        .bind("call", call.value())
        .bind("now", now)
        .map((row, _) -> hold(org, row))
        .findOne();
  }

  /// Takes a hold in place of the call's other one, under the locks of `NewHold`.
  static WriteOutcome<Hold> take(Handle handle, NewHold wanted) {
    var hold = wanted.hold();
    var earlier = liveOf(handle, hold.org(), hold.call(), hold.takenAt());
    if (earlier.filter(held -> held.claim().equals(hold.claim())).isPresent()) {
      return new WriteOutcome.Duplicate<>(earlier.get());
    }
    var settled =
        makeWay(
            handle,
            new Making(
                hold.org(),
                Optional.of(hold.call()),
                Optional.empty(),
                HoldStatus.RELEASED,
                hold.claim().resources(),
                hold.takenAt()));
    insert(handle, hold);
    if (!ClaimRows.allocate(
        handle,
        hold.org(),
        hold.id().value(),
        hold.call(),
        hold.claim(),
        Optional.of(hold.expiresAt()))) {
      return new WriteOutcome.Overlap<>();
    }
    if (!QuotaCount.allKept(handle, hold.org(), wanted.quotas(), hold.takenAt())) {
      return new WriteOutcome.QuotaFull<>();
    }
    var events = new ArrayList<>(events(settled, hold.takenAt()));
    events.add(wanted.event());
    BookingEvents.append(handle, events);
    return new WriteOutcome.Committed<>(hold);
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

  private static void insert(Handle handle, Hold hold) {
    ClaimRows.bind(handle.createUpdate("""
            insert into holds
              (org_id, hold_id, call_id, status, service_id, starts_at, ends_at, blocked_from,
               blocked_until, resources, shares_from, shares_to, taken_at, expires_at)
            values (:org, :hold, :call, 'HELD', :service, :starts, :ends, :blockedFrom,
               :blockedUntil, :resources, :sharesFrom, :sharesTo, :taken, :expires)"""),
            hold.claim())
        .bind("org", hold.org().value())
        .bind("hold", hold.id().value())
        .bind("call", hold.call().value())
        .bind("taken", hold.takenAt())
        .bind("expires", hold.expiresAt())
        .execute();
  }

  private static void free(Handle handle, OrgId org, List<Settled> settled) {
    ClaimRows.free(handle, org, settled.stream().map(s -> s.hold.id().value()).toList());
  }

  private static Settled settled(OrgId org, ResultSet row) throws SQLException {
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
