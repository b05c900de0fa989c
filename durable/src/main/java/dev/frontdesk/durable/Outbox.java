package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.OrgId;
import java.util.List;

/// Where entries wait until they are worked off. Stores append theirs in the transaction they tell
/// of; this port is for what changes no other row.
public interface Outbox {
  /// In a transaction of its own. The same id twice is one entry.
  void append(OutboxEntry entry);

  /// What has not been worked off, oldest first.
  List<OutboxEntry> waiting(OrgId org, int limit);
}
