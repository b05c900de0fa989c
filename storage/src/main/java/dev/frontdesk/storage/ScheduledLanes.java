package dev.frontdesk.storage;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.frontdesk.durable.LaneSchedule;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lanes on db-scheduler: one execution for each organisation that has something to do, now or
/// later. db-scheduler picks what is due with SKIP LOCKED, keeps a heartbeat while a lane runs, and
/// gives the lane of a node that is dead to another.
final class ScheduledLanes implements LaneSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduledLanes.class);

  private static final String TASK = "organisation";
  private static final String TABLE = "engine.scheduled_tasks";

  /// Lanes at a time on one node. A lane is a thread that mostly waits; what it may do at the same
  /// time is bounded elsewhere.
  private static final int LANES = 1_000;

  private static final Duration POLL_EVERY = Duration.ofSeconds(1);
  static final Duration BEAT_EVERY = Duration.ofSeconds(5);
  private static final int BEATS_MISSED = 4;
  private static final Duration LAST_WAIT = Duration.ofSeconds(5);

  private final Transactions transactions;
  private final String node;
  private final Clock clock;
  private final Scheduler scheduler;
  private final AtomicReference<Lanes> lanes = new AtomicReference<>();

  /// Woken while their lane was ending here: woken again once it has.
  private final Set<OrgId> missed = ConcurrentHashMap.newKeySet();

  /// @param node no other process has it; the same after a restart, so that what an earlier process
  ///     of this name was doing is taken up at once
  ScheduledLanes(
      DataSource pool, Transactions transactions, String node, Duration heartbeat, Clock clock) {
    this.transactions = transactions;
    this.node = node;
    this.clock = clock;
    var task = Tasks.custom(TASK, Void.class).execute((instance, _) -> run(instance.getId()));
    this.scheduler =
        Scheduler.create(pool, task)
            .tableName(TABLE)
            .schedulerName(new SchedulerName.Fixed(node))
            .clock(clock::instant)
            .executorService(
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("lane ", 0).factory()))
            .threads(LANES)
            .pollingInterval(POLL_EVERY)
            .pollUsingLockAndFetch(0.5, 1.0)
            .heartbeatInterval(heartbeat)
            .missedHeartbeatsLimit(BEATS_MISSED)
            .shutdownMaxWait(LAST_WAIT)
            .build();
  }

  @Override
  public void start(Lanes work) {
    lanes.set(work);
    transactions.anonymously(handle ->
        handle.createUpdate("""
                update engine.scheduled_tasks
                   set picked = false, picked_by = null, last_heartbeat = null,
                       execution_time = :now, version = version + 1
                 where picked and picked_by = :node""")
            .bind("node", node)
            .bind("now", clock.instant())
            .execute());
    scheduler.start();
  }

  private CompletionHandler<Void> run(String instance) {
    var org = new OrgId(instance);
    missed.remove(org);
    var next = lanes.get().run(org);
    return (complete, operations) -> {
      try {
        if (next.isPresent()) {
          operations.reschedule(complete, next.get());
        } else {
          operations.remove();
        }
      } catch (RuntimeException lost) {
        LOG.warn("a lane's end could not be written down; it is written again", lost);
        release(org, complete.getExecution().version, next);
      }
      if (missed.remove(org)) {
        wake(org, clock.instant());
      }
    };
  }

  /// What db-scheduler tries once only: left undone, the lane would be taken for dead a good while
  /// later. Does nothing when it was done after all.
  private void release(OrgId org, long version, Optional<Instant> next) {
    transactions.anonymously(handle ->
        handle.createUpdate("""
                update engine.scheduled_tasks
                   set picked = false, picked_by = null, last_heartbeat = null,
                       execution_time = :next, version = version + 1
                 where task_name = :task and task_instance = :org and picked
                   and picked_by = :node and version = :version""")
            .bind("next", next.orElseGet(clock::instant))
            .bind("task", TASK)
            .bind("org", org.value())
            .bind("node", node)
            .bind("version", version)
            .execute());
  }

  @Override
  public void wake(OrgId org, Instant at) {
    if (!moved(org, at)) {
      missed.add(org);
      if (!moved(org, at)) {
        return; // its lane runs here and looks again when it ends, or elsewhere and is found
      }
      missed.remove(org);
    }
    if (!at.isAfter(clock.instant())) {
      scheduler.triggerCheckForDueExecutions();
    }
  }

  /// @return false when a lane has it
  private boolean moved(OrgId org, Instant at) {
    return transactions.anonymously(handle -> move(handle, org, at)) == 1;
  }

  private static int move(Handle handle, OrgId org, Instant at) {
    return handle.createUpdate("""
            insert into engine.scheduled_tasks as t
              (task_name, task_instance, execution_time, picked, version, priority)
            values (:task, :org, :at, false, 1, 0)
            on conflict (task_name, task_instance) do update
               set execution_time = least(t.execution_time, excluded.execution_time),
                   version = t.version + 1
             where not t.picked""")
        .bind("task", TASK)
        .bind("org", org.value())
        .bind("at", at)
        .execute();
  }

  @Override
  public void close() {
    if (lanes.get() != null) {
      LOG.debug("no more lanes");
      scheduler.stop();
    }
  }
}
