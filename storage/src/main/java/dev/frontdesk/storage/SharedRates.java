package dev.frontdesk.storage;

import dev.frontdesk.durable.IntegrationPolicy.Rate;
import dev.frontdesk.durable.RateLimits;
import dev.frontdesk.vocabulary.OrgId;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/// Token buckets in the database, so that all nodes take from the same.
final class SharedRates implements RateLimits {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ProxyManager<String> buckets;

  SharedRates(DataSource pool, Clock clock) {
    this.buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(pool)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("engine.buckets")
            .clientClock(new WallClock(clock))
            .build();
  }

  @Override
  public Duration take(OrgId org, String integration, Rate rate) {
    var bucket =
        buckets.builder().build(org.value() + "/" + integration, () -> configuration(rate));
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  /// A bucket counts whole tokens, so a rate of 4.5 a second is 9 in two.
  private static BucketConfiguration configuration(Rate rate) {
    long perThousandSeconds = Math.max(1, Math.round(rate.perSecond() * 1_000));
    return BucketConfiguration.builder()
        .addLimit(limit ->
            limit
                .capacity(rate.burst())
                .refillGreedy(perThousandSeconds, SECOND.multipliedBy(1_000)))
        .build();
  }

  private record WallClock(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return clock.millis() * 1_000_000;
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
