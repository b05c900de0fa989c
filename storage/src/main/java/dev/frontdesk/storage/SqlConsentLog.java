package dev.frontdesk.storage;

import dev.frontdesk.durable.AuditEntry;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.voice.ConsentLog;
import java.time.Instant;

final class SqlConsentLog implements ConsentLog {
  private final Transactions transactions;

  SqlConsentLog(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void consented(OrgId org, CallId call, String wording, Method method, Instant at) {
    var entry =
        AuditEntry.of(
            org,
            "call:" + call.value(),
            "recording.consented",
            "call:" + call.value(),
            method.name() + "\n" + wording,
            at);
    transactions.again(org, handle -> {
      var added =
          handle.createUpdate("""
                  insert into recording_consents
                    (org_id, call_id, consented_at, method, wording, wording_hash)
                  values (:org, :call, :at, :method, :wording, :hash)
                  on conflict do nothing""")
              .bind("org", org.value())
              .bind("call", call.value())
              .bind("at", at)
              .bind("method", method.name())
              .bind("wording", wording)
              .bind("hash", entry.changesHash())
              .execute();
      if (added == 1) {
        SqlAuditLog.append(handle, entry);
      }
      return added;
    });
  }
}
