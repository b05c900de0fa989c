package dev.frontdesk.storage;

import dev.frontdesk.durable.Alarm;
import dev.frontdesk.durable.Alarms;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.List;

final class SqlAlarms implements Alarms {
  private final Transactions transactions;

  SqlAlarms(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void raise(Alarm alarm) {
    transactions.again(alarm.org(), handle ->
        handle.createUpdate("""
                insert into alarms (org_id, kind, subject, text, raised_at)
                values (:org, :kind, :subject, :text, :at)
                on conflict (org_id, kind, subject) do update set text = excluded.text
                 where alarms.text <> excluded.text""")
            .bind("org", alarm.org().value())
            .bind("kind", alarm.kind())
            .bind("subject", alarm.subject())
            .bind("text", alarm.text())
            .bind("at", alarm.raisedAt())
            .execute());
  }

  @Override
  public void clear(OrgId org, String kind, String subject, Instant at) {
    transactions.again(org, handle ->
        handle.createUpdate("""
                delete from alarms where org_id = :org and kind = :kind and subject = :subject""")
            .bind("org", org.value())
            .bind("kind", kind)
            .bind("subject", subject)
            .execute());
  }

  @Override
  public List<Alarm> standing(OrgId org) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select kind, subject, text, raised_at from alarms
                 where org_id = :org
                 order by raised_at, kind, subject""")
            .bind("org", org.value())
            .map((row, _) ->
                new Alarm(
                    org,
                    row.getString("kind"),
                    row.getString("subject"),
                    row.getString("text"),
                    Columns.instant(row, "raised_at")))
            .list());
  }
}
