package dev.frontdesk.server;

import dev.frontdesk.durable.Jobs;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Plans a look at each organisation's customer records now and then: notifications get lost, and
/// what was blocked may have been mended. All nodes plan the same job, which is done once.
final class CrmPoll implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(CrmPoll.class);

  private final CrmTargets targets;
  private final Jobs jobs;
  private final CrmSettings settings;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("crm poll").factory());
  private volatile boolean running;

  CrmPoll(CrmTargets targets, Jobs jobs, CrmSettings settings, Clock clock) {
    this.targets = targets;
    this.jobs = jobs;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    if (!targets.all().isEmpty()) {
      long every = settings.pollEvery().toMillis();
      timer.scheduleWithFixedDelay(this::plan, every, every, TimeUnit.MILLISECONDS);
    }
  }

  private void plan() {
    var now = clock.instant();
    long turn = now.toEpochMilli() / settings.pollEvery().toMillis();
    for (var target : targets.all()) {
      try {
        jobs.plan(List.of(CrmJobs.pull(target.org(), "poll-" + turn, now)));
      } catch (RuntimeException failure) {
        LOG.warn("a look at customer records could not be planned", failure);
      }
    }
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
