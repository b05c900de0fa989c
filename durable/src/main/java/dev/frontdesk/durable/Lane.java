package dev.frontdesk.durable;

import dev.frontdesk.durable.JobStore.Turn;
import dev.frontdesk.durable.JobStore.Turned;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One organisation's work, from when it is woken until nothing is left to do now. A lane is run by
/// one thread; attempts run on threads of their own and send it what came out. So the outcomes of
/// several attempts, what waits in the outbox and what may run next share one transaction.
final class Lane {
  /// How long a lane with running attempts goes without looking at the database.
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private static final Duration GATHER = Duration.ofMillis(3);

  private final OrgId org;
  private final JobStore store;
  private final Workers workers;
  private final Clock clock;
  private final String name;
  private final LinkedBlockingQueue<Nudge> nudges = new LinkedBlockingQueue<>();
  private final Map<String, Running> running = new HashMap<>();
  private final Map<String, Instant> heldUntil = new HashMap<>();
  private boolean refusedForRoom;
  private volatile boolean plannedForLater;
  private int turns;
  private boolean closed;

  /// What a lane is sent.
  private sealed interface Nudge {
    record Look() implements Nudge {}

    record Ended(Outcome outcome) implements Nudge {}
  }

  private record Running(TakenJob job, Instant since, Thread thread) {}

  Lane(OrgId org, JobStore store, Workers workers, Clock clock) {
    this.org = org;
    this.store = store;
    this.workers = workers;
    this.clock = clock;
    this.name = Ids.newUuid(clock.instant());
  }

  /// @return false when the lane is over: somebody else must be told
  synchronized boolean nudge() {
    return !closed && nudges.offer(new Nudge.Look());
  }

  /// As `nudge`, for what falls due later: nothing to look at now, but the lane must not end
  /// without having seen it, or nobody would know when to begin it again.
  synchronized boolean later() {
    plannedForLater = true;
    return !closed;
  }

  /// @return when to look again; empty: not until woken
  Optional<Instant> run() throws InterruptedException {
    List<Outcome> ended = List.of();
    try {
      while (true) {
        var turned = turn(ended);
        if (!turned.lost().isEmpty()) {
          ended = turned.lost().stream().map(workers::lost).toList();
          continue;
        }
        turned.taken().forEach(this::start);
        if (turned.more()) {
          ended = drained(new ArrayList<>());
          continue;
        }
        if (running.isEmpty() && workers.closing()) {
          return Optional.of(clock.instant());
        }
        if (running.isEmpty() && !refusedForRoom) {
          if (close()) {
            return next(turned);
          }
          ended = drained(new ArrayList<>());
        } else {
          ended = waitForNudges();
        }
      }
    } finally {
      abandon();
    }
  }

  private Turned turn(List<Outcome> ended) {
    plannedForLater = false;
    var now = clock.instant();
    return store.turn(
        new Turn(
            org, name + "/" + ++turns, turns == 1, running.isEmpty(), ended, workers.kinds(),
            workers.following(), new Admitting(now), workers.depth(), now));
  }

  private void start(TakenJob job) {
    var began = clock.instant();
    var thread =
        Thread.ofVirtual()
            .name("job " + job.job().kind())
            .unstarted(() -> nudges.add(new Nudge.Ended(Background.work(() -> workers.work(job, began)))));
    running.put(job.job().id(), new Running(job, began, thread));
    thread.start();
  }

  /// At least one nudge, unless it is time to look without.
  private List<Outcome> waitForNudges() throws InterruptedException {
    var first = nudges.poll(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    interruptOverdue();
    if (first == null) {
      return List.of();
    }
    var all = new ArrayList<Nudge>();
    all.add(first);
    if (first instanceof Nudge.Ended) {
      gather(all);
    }
    return drained(all);
  }

  /// Attempts that began together end together: a moment's patience notes them in one transaction.
  /// What is new waits for nothing.
  private void gather(List<Nudge> all) throws InterruptedException {
    long until = System.nanoTime() + GATHER.toNanos();
    while (all.size() < running.size()) {
      var next = nudges.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        return;
      }
      all.add(next);
      if (next instanceof Nudge.Look) {
        return;
      }
    }
  }

  private List<Outcome> drained(List<Nudge> all) {
    nudges.drainTo(all);
    var ended = new ArrayList<Outcome>();
    for (var nudge : all) {
      switch (nudge) {
        case Nudge.Look _ -> {}
        case Nudge.Ended(var outcome) -> ended.add(settled(outcome));
      }
    }
    return ended;
  }

  private Outcome settled(Outcome outcome) {
    running.remove(outcome.job().job().id());
    workers.giveBack(outcome.job());
    var integration = workers.integration(outcome.job());
    switch (outcome.after()) {
      case AfterAttempt.Done _ -> heldUntil.remove(integration);
      case AfterAttempt.Again again when again.why() == FailureClass.THROTTLED ->
          heldUntil.put(integration, again.at());
      case AfterAttempt.Again _, AfterAttempt.Dead _ -> {}
    }
    return outcome;
  }

  private void interruptOverdue() {
    var now = clock.instant();
    for (var one : running.values()) {
      if (one.since.plus(workers.longest(one.job)).isBefore(now)) {
        one.thread.interrupt();
      }
    }
  }

  /// Unless it was nudged since: then there is more to do.
  private synchronized boolean close() {
    closed = nudges.isEmpty() && !plannedForLater;
    return closed;
  }

  private Optional<Instant> next(Turned turned) {
    @Nullable Instant held =
        heldUntil.values().stream().min(Comparator.naturalOrder()).orElse(null);
    if (held == null) {
      return turned.nextDue();
    }
    return Optional.of(turned.nextDue().filter(held::isAfter).orElse(held));
  }

  /// After a bug or at the end of the process: what still runs will be found as lost.
  private synchronized void abandon() {
    closed = true;
    for (var one : running.values()) {
      one.thread.interrupt();
      workers.giveBack(one.job);
    }
    running.clear();
  }

  /// Chooses among what is due, the most urgent first.
  private final class Admitting implements JobStore.Admission {
    private final Instant now;
    private final List<TakenJob> admitted = new ArrayList<>();

    Admitting(Instant now) {
      this.now = now;
    }

    @Override
    public List<TakenJob> admit(List<TakenJob> due) {
      admitted.forEach(workers::unused);
      admitted.clear();
      refusedForRoom = false;
      heldUntil.values().removeIf(until -> !until.isAfter(now));
      if (workers.closing()) {
        return List.of();
      }
      for (var job : workers.byUrgency(due)) {
        if (heldUntil.containsKey(workers.integration(job))) {
          continue;
        }
        switch (workers.admit(job, Lane.this::nudge)) {
          case YES -> admitted.add(job);
          case NO_ROOM -> refusedForRoom = true;
          case BREAKER_OPEN ->
              heldUntil.put(workers.integration(job), now.plus(workers.pauseOfBreaker(job)));
        }
      }
      return List.copyOf(admitted);
    }
  }
}
