package dev.frontdesk.storage;

import dev.frontdesk.booking.CalendarConnection;
import dev.frontdesk.booking.CalendarConnections;
import dev.frontdesk.booking.ConnectionStatus;
import dev.frontdesk.durable.AuditEntry;
import dev.frontdesk.storage.PersonalDataCodec.Cell;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class SqlCalendarConnections implements CalendarConnections {
  private final Transactions transactions;
  private final PersonalDataCodec codec;

  SqlCalendarConnections(Transactions transactions, PersonalDataCodec codec) {
    this.transactions = transactions;
    this.codec = codec;
  }

  @Override
  public Optional<CalendarConnection> find(OrgId org) {
    return transactions.again(org, handle ->
        handle.createQuery("select * from calendar_connections where org_id = :org")
            .bind("org", org.value())
            .map((row, _) -> connection(org, row))
            .findOne());
  }

  @Override
  public void save(CalendarConnection connection) {
    var org = connection.org();
    var status = connection.status().name();
    transactions.again(org, handle -> {
      handle.createUpdate("""
              insert into calendar_connections (org_id, status, grant_sealed, reason, since)
              values (:org, :status, :grant, :reason, :since)
              on conflict (org_id) do update
                set status = excluded.status, grant_sealed = excluded.grant_sealed,
                    reason = excluded.reason, since = excluded.since""")
          .bind("org", org.value())
          .bind("status", status)
          .bind(
              "grant",
              connection.grant().map(g -> codec.seal(cell(org), g.reveal())).orElse(null))
          .bind("reason", connection.reason())
          .bind("since", connection.since())
          .execute();
      SqlAuditLog.append(
          handle,
          AuditEntry.of(
              org, "system", "calendar.connection", "calendar", status, connection.since()));
      return connection;
    });
  }

  private CalendarConnection connection(OrgId org, ResultSet row) throws SQLException {
    byte @Nullable [] sealed = row.getBytes("grant_sealed");
    return new CalendarConnection(
        org,
        ConnectionStatus.valueOf(row.getString("status")),
        Optional.ofNullable(sealed).map(bytes -> new Secret(codec.open(cell(org), bytes))),
        row.getString("reason"),
        Columns.instant(row, "since"));
  }

  private static Cell cell(OrgId org) {
    return new Cell(org, "calendar_connections", "grant", org.value());
  }
}
