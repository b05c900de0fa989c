package dev.frontdesk.storage;

import dev.frontdesk.messaging.Price;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What a month may cost and how fast a sender may send, counted in the transaction that writes a
/// message down, so that no two nodes spend the same.
final class MessageAllowances {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("uuuu-MM").withZone(ZoneOffset.UTC);

  /// After a pause a sender may send a second's worth at once.
  private static final Duration GRACE = Duration.ofSeconds(1);

  private MessageAllowances() {}

  /// Adds to the month's spending unless that would exceed the budget.
  ///
  /// @return what was spent already when it would; empty when it was added
  static Optional<Price> spend(
      Handle handle, OrgId org, Price cost, Optional<Price> budget, Instant now) {
    long limit = budget.map(Price::micros).orElse(Long.MAX_VALUE);
    int added =
        cost.micros() > limit
            ? 0
            : handle.createUpdate("""
                    insert into message_spending (org_id, month, currency, micros)
                    values (:org, :month, :currency, :cost)
                    on conflict (org_id, month, currency) do update
                       set micros = message_spending.micros + :cost
                     where message_spending.micros <= :limit - :cost""")
                .bind("org", org.value())
                .bind("month", MONTH.format(now))
                .bind("currency", cost.currency().getCurrencyCode())
                .bind("cost", cost.micros())
                .bind("limit", limit)
                .execute();
    return added == 1
        ? Optional.empty()
        : Optional.of(new Price(spent(handle, org, cost, now), cost.currency()));
  }

  private static long spent(Handle handle, OrgId org, Price like, Instant now) {
    return handle.createQuery("""
            select micros from message_spending
             where org_id = :org and month = :month and currency = :currency""")
        .bind("org", org.value())
        .bind("month", MONTH.format(now))
        .bind("currency", like.currency().getCurrencyCode())
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  /// Corrects the spending of the month in which a message was written down.
  static void correct(
      Handle handle, OrgId org, Price like, long differenceMicros, Instant createdAt) {
    if (differenceMicros != 0) {
      handle.createUpdate("""
              update message_spending set micros = greatest(0, micros + :difference)
               where org_id = :org and month = :month and currency = :currency""")
          .bind("org", org.value())
          .bind("month", MONTH.format(createdAt))
          .bind("currency", like.currency().getCurrencyCode())
          .bind("difference", differenceMicros)
          .execute();
    }
  }

  /// Takes the sender's next turn, if it has come.
  ///
  /// @return how long until it comes; empty when it was taken
  static Optional<Duration> takeTurn(
      Handle handle, OrgId org, String sender, double perSecond, Instant now) {
    var interval = Duration.ofNanos((long) (1e9 / perSecond));
    int taken =
        handle.createUpdate("""
                insert into message_senders (org_id, sender, next_turn)
                values (:org, :sender, :after)
                on conflict (org_id, sender) do update
                   set next_turn = greatest(message_senders.next_turn, :now)
                                   + :interval * interval '1 microsecond'
                 where message_senders.next_turn <= :latest""")
            .bind("org", org.value())
            .bind("sender", sender)
            .bind("after", now.plus(interval))
            .bind("now", now)
            .bind("interval", interval.toNanos() / 1_000)
            .bind("latest", now.plus(GRACE).minus(interval))
            .execute();
    if (taken == 1) {
      return Optional.empty();
    }
    var next =
        handle.createQuery(
                "select next_turn from message_senders where org_id = :org and sender = :sender")
            .bind("org", org.value())
            .bind("sender", sender)
            .map((row, _) -> Columns.instant(row, "next_turn"))
            .one();
    return Optional.of(Duration.between(now, next.minus(GRACE).plus(interval)));
  }
}
