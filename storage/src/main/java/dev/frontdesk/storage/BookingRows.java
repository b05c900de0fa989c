package dev.frontdesk.storage;

import dev.frontdesk.booking.Booking;
import dev.frontdesk.booking.BookingStatus;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.SeriesId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/// Bookings as rows. All within the caller's transaction.
final class BookingRows {
  static final String SELECT =
      """
      select b.*, c.name_sealed, c.phone_sealed, c.email_sealed
        from bookings b join customers c on c.org_id = b.org_id and c.customer_id = b.customer_id
       where b.org_id = :org and\s""";

  static final String TAKE_KEY =
      """
      insert into booking_acts (org_id, key, subjects, acted_at)
      values (:org, :key, :subjects, :now)
      on conflict (org_id, key) do nothing""";

  private final CustomerRows customers;

  BookingRows(CustomerRows customers) {
    this.customers = customers;
  }

  /// @param condition may name columns as `b.` and `c.`; never anything a caller gave
  Query select(Handle handle, OrgId org, String condition) {
    return handle.createQuery(SELECT + condition).bind("org", org.value());
  }

  List<Booking> list(Query query, OrgId org) {
    return query.map((row, _) -> booking(org, row)).list();
  }

  Optional<Booking> find(Handle handle, OrgId org, BookingId id) {
    return list(select(handle, org, "b.booking_id = :id").bind("id", id.value()), org).stream()
        .findFirst();
  }

  /// In order of time.
  List<Booking> findAll(Handle handle, OrgId org, List<String> ids) {
    return list(
        select(handle, org, "b.booking_id = any(:ids) order by b.starts_at, b.booking_id")
            .bindArray("ids", String.class, ids),
        org);
  }

  void insert(Handle handle, Booking booking) {
    var customer =
        customers.resolve(handle, booking.org(), booking.customer(), booking.bookedAt());
    ClaimRows.bind(handle.createUpdate("""
            with turns as (
              insert into assignments (org_id, booking_id, resource_id, booked_at)
              select :org, :id, r, :booked from unnest(:resources) r)
            insert into bookings
              (org_id, booking_id, call_id, customer_id, status, service_id, starts_at, ends_at,
               blocked_from, blocked_until, resources, shares_from, shares_to, time_zone,
               series_id, booked_at, version)
            values (:org, :id, :call, :customer, :status, :service, :starts, :ends,
               :blockedFrom, :blockedUntil, :resources, :sharesFrom, :sharesTo, :zone,
               :series, :booked, :version)"""), booking.claim())
        .bind("org", booking.org().value())
        .bind("id", booking.id().value())
        .bind("call", booking.call().value())
        .bind("customer", customer)
        .bind("status", booking.status().name())
        .bind("zone", booking.zone().getId())
        .bind("series", booking.series().map(SeriesId::value).orElse(null))
        .bind("booked", booking.bookedAt())
        .bind("version", booking.version())
        .execute();
  }

  /// @return false when it is not as `before` says any more
  boolean replace(Handle handle, Booking before, Booking after) {
    return ClaimRows.bind(handle.createUpdate("""
            update bookings
               set status = :status, service_id = :service, starts_at = :starts, ends_at = :ends,
                   blocked_from = :blockedFrom, blocked_until = :blockedUntil,
                   resources = :resources, shares_from = :sharesFrom, shares_to = :sharesTo,
                   version = :version
             where org_id = :org and booking_id = :id and version = :read"""), after.claim())
        .bind("org", after.org().value())
        .bind("id", after.id().value())
        .bind("status", after.status().name())
        .bind("version", after.version())
        .bind("read", before.version())
        .execute()
        == 1;
  }

  void reassign(Handle handle, Booking before, Booking after) {
    if (after.resources().equals(before.resources())) {
      return;
    }
    handle.createUpdate("delete from assignments where org_id = :org and booking_id = :id")
        .bind("org", after.org().value())
        .bind("id", after.id().value())
        .execute();
    handle.createUpdate("""
            insert into assignments (org_id, booking_id, resource_id, booked_at)
            select :org, :id, r, :booked from unnest(:resources) r""")
        .bind("org", after.org().value())
        .bind("id", after.id().value())
        .bind("booked", after.bookedAt())
        .bindArray(
            "resources", String.class, after.resources().stream().map(ResourceId::value).toList())
        .execute();
  }

  /// Makes one booking, its customer's row and its assignments; nothing where it stands already,
  /// as when nobody knew whether it was committed.
  static final String INSERT_WITH_CUSTOMER =
      "with " + CustomerRows.RESOLVE + """
      ,
      turns as (
        insert into assignments (org_id, booking_id, resource_id, booked_at)
        select :org, :owner, r, :booked from unnest(:resources) r, customer
         where customer.id is not null
        on conflict do nothing)
      insert into bookings
        (org_id, booking_id, call_id, customer_id, status, service_id, starts_at, ends_at,
         blocked_from, blocked_until, resources, shares_from, shares_to, time_zone,
         series_id, booked_at, version)
      select :org, :owner, :call, customer.id, :status, :service, :starts, :ends,
         :blockedFrom, :blockedUntil, :resources, :sharesFrom, :sharesTo, :zone,
         :series, :booked, :version
        from customer where customer.id is not null
      on conflict (org_id, booking_id) do nothing""";

  /// Binds what `INSERT_WITH_CUSTOMER` and `ClaimRows.ALLOCATE` take but :org and :call.
  Update bind(Update insert, Booking booking) {
    customers.bind(insert, booking.org(), booking.customer(), booking.bookedAt());
    return ClaimRows.bind(insert, booking.claim())
        .bind("owner", booking.id().value())
        .bind("status", booking.status().name())
        .bind("zone", booking.zone().getId())
        .bind("series", booking.series().map(SeriesId::value).orElse(null))
        .bind("booked", booking.bookedAt())
        .bind("version", booking.version())
        .bind("expiry", (String) null);
  }

  /// Takes the key for this act.
  ///
  /// @return false when it was used before
  static boolean takeKey(
      Handle handle, OrgId org, String key, List<String> subjects, Instant now) {
    return handle.createUpdate(TAKE_KEY)
        .bind("org", org.value())
        .bind("key", key)
        .bindArray("subjects", String.class, subjects)
        .bind("now", now)
        .execute()
        == 1;
  }

  static List<String> subjectsOf(Handle handle, OrgId org, String key) {
    return handle.createQuery(
            "select subjects from booking_acts where org_id = :org and key = :key")
        .bind("org", org.value())
        .bind("key", key)
        .map((row, _) -> List.of(ClaimRows.texts(row, "subjects")))
        .findOne()
        .orElse(List.of());
  }

  Booking booking(OrgId org, ResultSet row) throws SQLException {
    return new Booking(
        new BookingId(row.getString("booking_id")),
        org,
        ClaimRows.claim(row),
        ZoneId.of(row.getString("time_zone")),
        customers.customer(org, row),
        BookingStatus.valueOf(row.getString("status")),
        new CallId(row.getString("call_id")),
        Columns.instant(row, "booked_at"),
        Columns.maybeText(row, "series_id").map(SeriesId::new),
        row.getInt("version"));
  }
}
