package dev.frontdesk.storage;

import dev.frontdesk.crm.WebhookDeliveries;
import dev.frontdesk.crm.WebhookDelivery;
import dev.frontdesk.crm.WebhookEvent;
import dev.frontdesk.vocabulary.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class SqlWebhookDeliveries implements WebhookDeliveries {
  private final Transactions transactions;

  SqlWebhookDeliveries(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void begin(OrgId org, String target, WebhookEvent event) {
    transactions.again(org, handle ->
        handle.createUpdate("""
                insert into webhook_deliveries
                  (org_id, target, event_id, kind, body, happened_at, attempts)
                values (:org, :target, :event, :kind, :body, :at, 0)
                on conflict (org_id, target, event_id) do nothing""")
            .bind("org", org.value()).bind("target", target).bind("event", event.id())
            .bind("kind", event.kind()).bind("body", event.body()).bind("at", event.at())
            .execute());
  }

  /// The count may be one too high when the database's answer was lost; nothing stands on it.
  @Override
  public void attempted(
      OrgId org, String target, String event, boolean accepted, String answer, Instant at) {
    transactions.again(org, handle ->
        handle.createUpdate("""
                update webhook_deliveries
                   set attempts = attempts + 1, last_answer = :answer, last_at = :at,
                       delivered_at = coalesce(delivered_at, :deliveredAt)
                 where org_id = :org and target = :target and event_id = :event""")
            .bind("org", org.value()).bind("target", target).bind("event", event)
            .bind("answer", answer).bind("at", at)
            .bind("deliveredAt", accepted ? at : null)
            .execute());
  }

  @Override
  public Optional<WebhookDelivery> find(OrgId org, String target, String event) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select * from webhook_deliveries
                 where org_id = :org and target = :target and event_id = :event""")
            .bind("org", org.value()).bind("target", target).bind("event", event)
            .map((row, _) -> delivery(row)).findOne());
  }

  @Override
  public List<WebhookDelivery> latest(OrgId org, boolean undeliveredOnly, int limit) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select * from webhook_deliveries
                 where org_id = :org and (not :undelivered or delivered_at is null)
                 order by happened_at desc, event_id desc, target limit :limit""")
            .bind("org", org.value()).bind("undelivered", undeliveredOnly).bind("limit", limit)
            .map((row, _) -> delivery(row)).list());
  }

  @Override
  public void forget(OrgId org, Instant before) {
    transactions.again(org, handle ->
        handle.createUpdate("""
                delete from webhook_deliveries where org_id = :org and happened_at < :before""")
            .bind("org", org.value()).bind("before", before).execute());
  }

  private static WebhookDelivery delivery(ResultSet row) throws SQLException {
    return new WebhookDelivery(
        new WebhookEvent(
            row.getString("event_id"),
            row.getString("kind"),
            Columns.instant(row, "happened_at"),
            row.getString("body")),
        row.getString("target"),
        row.getInt("attempts"),
        Columns.maybeText(row, "last_answer"),
        Columns.maybeInstant(row, "last_at"),
        Columns.maybeInstant(row, "delivered_at"));
  }
}
