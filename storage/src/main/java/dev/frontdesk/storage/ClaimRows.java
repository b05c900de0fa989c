package dev.frontdesk.storage;

import dev.frontdesk.booking.Allocation;
import dev.frontdesk.booking.Claim;
import dev.frontdesk.booking.Share;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// Claims: as columns of a hold or booking, and as the allocations that keep others out.
final class ClaimRows {
  static final String ALLOCATE =
      """
      insert into allocations
        (org_id, owner_id, resource_id, share_from, share_to, blocked_from,
         blocked_until, starts_at, ends_at, service_id, call_id, expires_at)
      select :org, :owner, a.resource, a.share_from, a.share_to, :blockedFrom,
             :blockedUntil, :starts, :ends, :service, :call, :expiry::timestamptz
        from unnest(:resources, :sharesFrom, :sharesTo)
             with ordinality a (resource, share_from, share_to, place)
       order by a.place
      on conflict do nothing""";

  private ClaimRows() {}

  static Claim claim(ResultSet row) throws SQLException {
    var resources = texts(row, "resources");
    var from = numbers(row, "shares_from");
    var to = numbers(row, "shares_to");
    var allocations = new ArrayList<Allocation>();
    for (int i = 0; i < resources.length; i++) {
      allocations.add(new Allocation(new ResourceId(resources[i]), new Share(from[i], to[i])));
    }
    return new Claim(
        new ServiceId(row.getString("service_id")), slot(row), blocked(row), allocations);
  }

  static Slot slot(ResultSet row) throws SQLException {
    return new Slot(Columns.instant(row, "starts_at"), Columns.instant(row, "ends_at"));
  }

  static Slot blocked(ResultSet row) throws SQLException {
    return new Slot(Columns.instant(row, "blocked_from"), Columns.instant(row, "blocked_until"));
  }

  /// Binds :service, :starts, :ends, :blockedFrom, :blockedUntil, :resources, :sharesFrom and
  /// :sharesTo.
  static <S extends SqlStatement<S>> S bind(S statement, Claim claim) {
    return statement
        .bind("service", claim.service().value())
        .bind("starts", claim.slot().start())
        .bind("ends", claim.slot().end())
        .bind("blockedFrom", claim.blocked().start())
        .bind("blockedUntil", claim.blocked().end())
        .bindArray("resources", String.class, resources(claim))
        .bindArray("sharesFrom", Integer.class, shares(claim).map(Share::from).toList())
        .bindArray("sharesTo", Integer.class, shares(claim).map(Share::to).toList());
  }

  /// Makes the claim keep others out, unless somebody keeps this one out.
  ///
  /// `on conflict do nothing` waits for a rival who has not committed yet and then sees what came
  /// of it; a bare insert would abort the transaction with 23P01, and two of them could wait for
  /// each other.
  ///
  /// @param owner     id of the hold or booking
  /// @param expiresAt a hold's; empty for a booking
  /// @return false when somebody else has some of the time: roll back then
  static boolean allocate(
      Handle handle,
      OrgId org,
      String owner,
      CallId call,
      Claim claim,
      Optional<Instant> expiresAt) {
    var inserted =
        bind(handle.createUpdate(ALLOCATE), claim)
            .bind("org", org.value())
            .bind("owner", owner)
            .bind("call", call.value())
            .bind("expiry", expiresAt.map(ClaimRows::micros).orElse(null))
            .execute();
    return inserted == claim.allocations().size();
  }

  /// As text, since the driver knows no type for a time that is null.
  static String micros(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS).toString();
  }

  /// The owners no longer keep others out.
  static void free(Handle handle, OrgId org, Collection<String> owners) {
    if (!owners.isEmpty()) {
      handle.createUpdate("delete from allocations where org_id = :org and owner_id = any(:owners)")
          .bind("org", org.value())
          .bindArray("owners", String.class, owners)
          .execute();
    }
  }

  private static List<String> resources(Claim claim) {
    return claim.resources().stream().map(ResourceId::value).toList();
  }

  private static Stream<Share> shares(Claim claim) {
    return claim.allocations().stream().map(Allocation::share);
  }

  static String[] texts(ResultSet row, String column) throws SQLException {
    return (String[]) array(row, column).getArray();
  }

  private static Integer[] numbers(ResultSet row, String column) throws SQLException {
    return (Integer[]) array(row, column).getArray();
  }

  private static Array array(ResultSet row, String column) throws SQLException {
    return row.getArray(column);
  }
}
