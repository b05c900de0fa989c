package dev.frontdesk.storage;

import dev.frontdesk.durable.IntegrationPolicy.Rate;
import dev.frontdesk.durable.RateLimits;
import dev.frontdesk.vocabulary.OrgId;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/// Rates kept in the database, so that all nodes take from the same: for each, the time at which
/// all that was taken has been paid for. Taking one puts that off by its share of a second, and is
/// refused while a whole burst is owed. It is one statement without a transaction around it, since
/// every attempt of every job makes it, and is not waited for by the disk: a crash of the database
/// forgets at most that something was taken.
final class SharedRates implements RateLimits {
  private static final String TAKE =
      """
      select set_config('synchronous_commit', 'off', true);
      insert into engine.rates as r (name, paid_at) values (?, ?::timestamptz + ?::interval)
      on conflict (name) do update
        set paid_at = case
              when r.paid_at <= ?::timestamptz + ?::interval
              then greatest(r.paid_at, excluded.paid_at - ?::interval) + ?::interval
              else r.paid_at end,
            refused = r.paid_at > ?::timestamptz + ?::interval
      returning refused, paid_at""";

  private final DataSource pool;
  private final Clock clock;

  SharedRates(DataSource pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  @Override
  public Duration take(OrgId org, String integration, Rate rate) {
    var now = clock.instant();
    var each = Duration.ofNanos(Math.round(1e9 / rate.perSecond()));
    var owed = each.multipliedBy(rate.burst() - 1L);
    try (var connection = pool.getConnection();
        var take = connection.prepareStatement(TAKE)) {
      var at = now.atOffset(ZoneOffset.UTC);
      Object[] values = {
        org.value() + "/" + integration, at, text(each), at, text(owed), text(each), text(each),
        at, text(owed)
      };
      for (int i = 0; i < values.length; i++) {
        take.setObject(i + 1, values[i]);
      }
      take.execute();
      take.getMoreResults();
      try (var row = take.getResultSet()) {
        row.next();
        return row.getBoolean("refused")
            ? untilPaid(row.getObject("paid_at", OffsetDateTime.class).toInstant(), owed, now)
            : Duration.ZERO;
      }
    } catch (SQLException e) {
      throw new Transactions.UncheckedSql(e);
    }
  }

  /// At least a moment: it was refused.
  private static Duration untilPaid(Instant paidAt, Duration owed, Instant now) {
    var wait = Duration.between(now, paidAt.minus(owed));
    return wait.isPositive() ? wait : Duration.ofMillis(1);
  }

  private static String text(Duration duration) {
    return duration.toNanos() / 1_000 + " microseconds";
  }
}
