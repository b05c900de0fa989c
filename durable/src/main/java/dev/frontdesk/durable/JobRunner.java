package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.OrgId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Works off what waits: a lane for each organisation that has something to do now. Woken at once
/// by whoever committed in this process, by the schedule when something falls due, and by a look
/// around for what nobody was told of. Safe from any thread.
public final class JobRunner implements WorkSignal, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

  /// A commit in another process whose wake-up went astray is found after this.
  private static final Duration LOOK_FOR_ENTRIES = Duration.ofSeconds(1);

  private static final Duration LOOK_FOR_JOBS = Duration.ofSeconds(30);
  private static final Duration FORGET_EVERY = Duration.ofMinutes(10);
  private static final Duration AFTER_A_BUG = Duration.ofSeconds(5);

  private final JobStore store;
  private final LaneSchedule schedule;
  private final Workers workers;
  private final KeptAnswers answers;
  private final DeadLetterWatch watch;
  private final RunnerSettings settings;
  private final Clock clock;
  private final Map<OrgId, Lane> lanes = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("work sought").factory());

  /// What a runner stands on.
  public record Parts(
      JobStore store,
      LaneSchedule schedule,
      RateLimits rates,
      Jobs jobs,
      DeadLetters deadLetters,
      Alarms alarms,
      KeptAnswers answers) {}

  public JobRunner(
      Parts parts,
      List<Reaction> reactions,
      List<JobWork> works,
      RunnerSettings settings,
      Clock clock) {
    var following = new Reactions(reactions, parts.jobs);
    var all = new ArrayList<>(works);
    all.add(following);
    this.store = parts.store;
    this.schedule = parts.schedule;
    this.settings = settings;
    this.clock = clock;
    this.workers = new Workers(all, following, settings, parts.rates, clock);
    this.answers = parts.answers;
    this.watch = new DeadLetterWatch(parts.deadLetters, parts.alarms, settings);
  }

  public void start() {
    schedule.start(this::run);
    every(LOOK_FOR_ENTRIES, this::wakeThoseWithEntries);
    every(LOOK_FOR_JOBS, this::wakeThoseWithDueJobs);
    every(LOOK_FOR_JOBS, this::watchDeadLetters);
    every(FORGET_EVERY, this::forget);
  }

  @Override
  public void work(OrgId org, Instant at) {
    var lane = lanes.get(org);
    if (lane != null && (at.isAfter(clock.instant()) ? lane.later() : lane.nudge())) {
      return;
    }
    Thread.ofVirtual().name("wake").start(() -> guarded(() -> schedule.wake(org, at)));
  }

  /// Attempts that run now on this node.
  public int running() {
    return workers.running();
  }

  private Optional<Instant> run(OrgId org) {
    var lane = new Lane(org, store, workers, clock);
    lanes.put(org, lane);
    try {
      return Background.work(lane::run);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.of(clock.instant());
    } catch (RuntimeException bug) {
      LOG.error("a lane broke off and will be taken up again", bug);
      return Optional.of(clock.instant().plus(AFTER_A_BUG));
    } finally {
      lanes.remove(org, lane);
    }
  }

  private void wakeThoseWithEntries() {
    var now = clock.instant();
    store.withEntries(now.minus(LOOK_FOR_ENTRIES)).forEach(org -> work(org, now));
  }

  private void wakeThoseWithDueJobs() {
    var now = clock.instant();
    store.withDueJobs(now.minus(LOOK_FOR_ENTRIES)).forEach(org -> work(org, now));
  }

  private void watchDeadLetters() {
    var now = clock.instant();
    store.organisations().forEach(org -> watch.look(org, now));
  }

  private void forget() {
    var now = clock.instant();
    for (var org : store.organisations()) {
      store.forget(org, now.minus(settings.kept()));
      answers.forget(org, now);
    }
  }

  private void every(Duration pause, Runnable look) {
    timer.scheduleWithFixedDelay(
        () -> guarded(look), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void guarded(Runnable look) {
    try {
      look.run();
    } catch (RuntimeException failure) {
      if (!workers.closing()) {
        LOG.warn("work could not be looked for; it is looked for again", failure);
      }
    }
  }

  /// What runs is finished, if it ends soon; the rest is taken up by the next to start.
  @Override
  public void close() {
    workers.close();
    lanes.values().forEach(Lane::nudge);
    timer.shutdownNow();
    schedule.close();
  }
}
