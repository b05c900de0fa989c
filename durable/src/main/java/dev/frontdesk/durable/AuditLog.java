package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.OrgId;
import java.util.List;

/// The audit log as readers see it. Nothing here changes a record, and the database refuses to.
public interface AuditLog {
  /// Appends in a transaction of its own, for what changes no other row.
  AuditRecord append(AuditEntry entry);

  /// Records after `seq`, oldest first.
  List<AuditRecord> after(OrgId org, long seq, int limit);

  /// Reads the whole chain of `org` and compares it with its head.
  AuditChain.Verdict verify(OrgId org);
}
