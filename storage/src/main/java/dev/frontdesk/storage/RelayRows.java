package dev.frontdesk.storage;

import dev.frontdesk.durable.OutboxEntry;
import java.util.List;
import org.jdbi.v3.core.statement.Update;

/// What waits in the outbox, in the order written.
final class RelayRows {
  private RelayRows() {}

  /// :most of them.
  static final String WAITING =
      """
      select entry_id, kind, key, payload, trace_id, created_at from outbox
       where org_id = :org and state = 'waiting'
       order by place
       limit :most
       for update skip locked""";

  static final String DONE =
      """
      update outbox set state = 'done', done_at = :now
       where org_id = :org and entry_id = any(:entries)""";

  /// Binds what `DONE` takes but :org and :now.
  static void bind(Update done, List<OutboxEntry> entries) {
    done.bindArray("entries", String.class, entries.stream().map(OutboxEntry::id).toList());
  }
}
