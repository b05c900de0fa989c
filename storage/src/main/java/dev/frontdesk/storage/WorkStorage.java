package dev.frontdesk.storage;

import dev.frontdesk.durable.Alarms;
import dev.frontdesk.durable.DeadLetters;
import dev.frontdesk.durable.JobStore;
import dev.frontdesk.durable.Jobs;
import dev.frontdesk.durable.KeptAnswers;
import dev.frontdesk.durable.LaneSchedule;
import dev.frontdesk.durable.RateLimits;
import dev.frontdesk.durable.WorkSignal;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/// What durable work stands on.
public final class WorkStorage {
  private final DataSource pool;
  private final Transactions transactions;
  private final PersonalDataCodec codec;
  private final Clock clock;

  WorkStorage(
      DataSource pool, Transactions transactions, PersonalDataCodec codec, Clock clock) {
    this.pool = pool;
    this.transactions = transactions;
    this.codec = codec;
    this.clock = clock;
  }

  public JobStore store() {
    return new SqlJobStore(transactions);
  }

  /// @param depth due jobs of one organisation that may wait
  public Jobs jobs(int depth) {
    return new SqlJobs(transactions, depth, clock);
  }

  public DeadLetters deadLetters() {
    return new SqlDeadLetters(transactions);
  }

  public Alarms alarms() {
    return new SqlAlarms(transactions);
  }

  public KeptAnswers keptAnswers() {
    return new SqlKeptAnswers(transactions, codec);
  }

  /// @param node of which there is one process at a time
  public LaneSchedule lanes(String node) {
    return lanes(node, ScheduledLanes.BEAT_EVERY);
  }

  /// @param heartbeat a node that was not heard of for four of these is taken for dead
  LaneSchedule lanes(String node, Duration heartbeat) {
    return new ScheduledLanes(pool, transactions, node, heartbeat, clock);
  }

  public RateLimits rates() {
    return new SharedRates(pool, clock);
  }

  /// From now on `signal` is told of every commit that left work behind.
  public void tell(WorkSignal signal) {
    transactions.tell(signal);
  }
}
