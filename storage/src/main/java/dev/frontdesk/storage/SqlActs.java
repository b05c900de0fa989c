package dev.frontdesk.storage;

import dev.frontdesk.reporting.Act;
import dev.frontdesk.reporting.Acts;
import dev.frontdesk.reporting.CallRecord;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

final class SqlActs implements Acts {
  private final Transactions transactions;

  SqlActs(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void append(OrgId org, CallId call, Act act) {
    transactions.once(org, handle ->
        handle.createUpdate("""
                insert into call_acts (org_id, call_id, kind, subject, at)
                values (:org, :call, :kind, :subject, :at)""")
            .bind("org", org.value())
            .bind("call", call.value())
            .bind("kind", act.kind().name())
            .bind("subject", act.subject().orElse(null))
            .bind("at", act.at())
            .execute());
  }

  @Override
  public List<Act> of(OrgId org, CallId call) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select kind, subject, at from call_acts
                 where org_id = :org and call_id = :call order by act_no""")
            .bind("org", org.value())
            .bind("call", call.value())
            .map((row, _) ->
                new Act(
                    Act.Kind.valueOf(row.getString("kind")),
                    Columns.maybeText(row, "subject"),
                    Columns.instant(row, "at")))
            .list());
  }

  @Override
  public Optional<CallRecord.Consent> consent(OrgId org, CallId call) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select consented_at, method, wording_hash from recording_consents
                 where org_id = :org and call_id = :call order by consented_at limit 1""")
            .bind("org", org.value())
            .bind("call", call.value())
            .map((row, _) ->
                new CallRecord.Consent(
                    Columns.instant(row, "consented_at"),
                    row.getString("method").toLowerCase(Locale.ROOT).replace('_', '-'),
                    row.getString("wording_hash")))
            .findOne());
  }
}
