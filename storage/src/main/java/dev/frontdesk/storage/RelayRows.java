package dev.frontdesk.storage;

import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What waits in the outbox, in the order written.
final class RelayRows {
  private RelayRows() {}

  static List<OutboxEntry> waiting(Handle handle, OrgId org, int limit) {
    return handle.createQuery("""
            select entry_id, kind, key, payload, trace_id, created_at from outbox
             where org_id = :org and state = 'waiting'
             order by place
             limit :limit
             for update skip locked""")
        .bind("org", org.value())
        .bind("limit", limit)
        .map((row, _) -> SqlOutbox.entry(org, row))
        .list();
  }

  static void done(Handle handle, OrgId org, List<OutboxEntry> entries, Instant now) {
    handle.createUpdate("""
            update outbox set state = 'done', done_at = :now
             where org_id = :org and entry_id = any(:ids)""")
        .bind("org", org.value())
        .bind("now", now)
        .bindArray("ids", String.class, entries.stream().map(OutboxEntry::id).toList())
        .execute();
  }
}
