package dev.frontdesk.storage;

import dev.frontdesk.durable.Outbox;
import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.TraceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

final class SqlOutbox implements Outbox {
  private final Transactions transactions;

  SqlOutbox(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void append(OutboxEntry entry) {
    transactions.again(entry.org(), handle -> append(handle, entry));
  }

  /// In the transaction of the change that the entry tells of.
  static int append(Handle handle, OutboxEntry entry) {
    WorkSignals.after(handle, entry.org(), entry.at());
    return handle.createUpdate("""
            insert into outbox
              (org_id, entry_id, kind, key, payload, trace_id, state, created_at, due_at)
            values (:org, :id, :kind, :key, :payload::jsonb, :trace, 'waiting', :at, :at)
            on conflict (org_id, entry_id) do nothing""")
        .bind("org", entry.org().value())
        .bind("id", entry.id())
        .bind("kind", entry.kind())
        .bind("key", entry.key())
        .bind("payload", entry.payload())
        .bind("trace", entry.trace().value())
        .bind("at", entry.at())
        .execute();
  }

  @Override
  public List<OutboxEntry> waiting(OrgId org, int limit) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select entry_id, kind, key, payload, trace_id, created_at from outbox
                 where org_id = :org and state = 'waiting'
                 order by place
                 limit :limit""")
            .bind("org", org.value())
            .bind("limit", limit)
            .map((row, _) -> entry(org, row))
            .list());
  }

  static OutboxEntry entry(OrgId org, ResultSet row) throws SQLException {
    return new OutboxEntry(
        row.getString("entry_id"),
        org,
        row.getString("kind"),
        row.getString("key"),
        row.getString("payload"),
        new TraceId(row.getString("trace_id")),
        Columns.instant(row, "created_at"));
  }
}
