package dev.frontdesk.server;

import dev.frontdesk.booking.CalendarMirror;
import dev.frontdesk.booking.CalendarMirrors;
import dev.frontdesk.booking.CalendarPlan;
import dev.frontdesk.booking.CalendarReading;
import dev.frontdesk.booking.ConnectionStatus;
import dev.frontdesk.booking.WrittenEntries;
import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.Jobs;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.TraceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Keeps the mirrors of all calendars: reads a calendar when it is said to have changed, and every
/// few minutes in any case, since what says so is not reliable. Readings of one calendar never run
/// side by side; what is asked for meanwhile is one more reading.
class CalendarRounds implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(CalendarRounds.class);
  private static final int AT_ONCE = 8;
  private static final int CAUGHT_UP_AT_ONCE = 500;
  private static final Duration TICK = Duration.ofSeconds(15);

  /// A reading that is under way may end.
  private static final Duration GOODBYE = Duration.ofSeconds(5);

  private final Map<OrgId, CalendarPlan> plans;
  private final CalendarAccounts accounts;
  private final CalendarReading reading;
  private final CalendarMirrors mirrors;
  private final WrittenEntries written;
  private final CalendarChannels channels;
  private final CalendarAlarms alarms;
  private final Jobs jobs;
  private final CalendarSettings settings;
  private final Clock clock;

  private final Semaphore room = new Semaphore(AT_ONCE);
  private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("calendar rounds").factory());
  private final Map<Calendar, Boolean> underWay = new HashMap<>(); // true: once more afterwards
  private final Map<Calendar, Instant> nextAt = new HashMap<>();
  private volatile boolean running;

  private record Calendar(OrgId org, String name) {}

  CalendarRounds(
      Map<OrgId, CalendarPlan> plans,
      CalendarAccounts accounts,
      CalendarReading reading,
      CalendarMirrors mirrors,
      WrittenEntries written,
      CalendarChannels channels,
      CalendarAlarms alarms,
      Jobs jobs,
      CalendarSettings settings,
      Clock clock) {
    this.plans = Map.copyOf(plans);
    this.accounts = accounts;
    this.reading = reading;
    this.mirrors = mirrors;
    this.written = written;
    this.channels = channels;
    this.alarms = alarms;
    this.jobs = jobs;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    plans.keySet().forEach(accounts::connectConfigured);
    timer.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// A calendar is said to have changed, or was just connected.
  void changed(OrgId org, String calendar) {
    var plan = plans.get(org);
    if (running && plan != null && plan.calendars().contains(calendar)) {
      request(new Calendar(org, calendar));
    }
  }

  void changed(OrgId org) {
    var plan = plans.get(org);
    if (plan != null) {
      plan.calendars().forEach(calendar -> changed(org, calendar));
      catchUp(org);
    }
  }

  private void tick() {
    try {
      var now = clock.instant();
      for (var entry : plans.entrySet()) {
        if (accounts.connection(entry.getKey()).status() == ConnectionStatus.NONE) {
          continue;
        }
        for (var name : entry.getValue().calendars()) {
          var calendar = new Calendar(entry.getKey(), name);
          if (isDue(calendar, now)) {
            request(calendar);
          }
        }
        catchUp(entry.getKey());
      }
    } catch (RuntimeException failure) {
      LOG.warn("a round of the calendars failed", failure);
    }
  }

  private synchronized boolean isDue(Calendar calendar, Instant now) {
    return !now.isBefore(nextAt.getOrDefault(calendar, Instant.EPOCH));
  }

  private synchronized void request(Calendar calendar) {
    if (!running) {
      return;
    }
    if (underWay.containsKey(calendar)) {
      underWay.put(calendar, true);
      return;
    }
    underWay.put(calendar, false);
    readers.execute(() -> readUntilQuiet(calendar));
  }

  private void readUntilQuiet(Calendar calendar) {
    do {
      Instant next;
      try {
        room.acquire();
        try {
          next = clock.instant().plus(read(calendar));
        } finally {
          room.release();
        }
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException failure) {
        LOG.warn("a calendar could not be read", failure);
        next = clock.instant().plus(settings.pollEvery());
      }
      due(calendar, next);
    } while (onceMore(calendar));
  }

  private synchronized void due(Calendar calendar, Instant at) {
    nextAt.put(calendar, at);
  }

  private synchronized boolean onceMore(Calendar calendar) {
    if (running && Boolean.TRUE.equals(underWay.get(calendar))) {
      underWay.put(calendar, false);
      return true;
    }
    underWay.remove(calendar);
    return false;
  }

  /// @return after what time to read again, if nobody asks before
  private Duration read(Calendar calendar) {
    var org = calendar.org();
    var now = clock.instant();
    var result = reading.read(org, calendar.name(), now);
    tellIfStale(calendar, now);
    return switch (result) {
      case ProviderResult.Ok<String> _ -> {
        accounts.mended(org);
        channels.keep(org, calendar.name(), now);
        yield settings.pollEvery();
      }
      case ProviderResult.Failed<String>(ProviderResult.Failure.Throttled(_, var after)) -> after;
      case ProviderResult.Failed<String>(ProviderResult.Failure.Permanent _) ->
          settings.pollEvery();
      case ProviderResult.Failed<String>(ProviderResult.Failure.Retryable _) -> TICK;
      case ProviderResult.Failed<String>(ProviderResult.Failure.Unconfirmed _) -> TICK;
    };
  }

  private void tellIfStale(Calendar calendar, Instant now) {
    var org = calendar.org();
    var plan = Optional.ofNullable(plans.get(org)).orElseThrow();
    boolean stale =
        accounts.connection(org).stands()
            && mirrors
                .find(org, calendar.name())
                .map(mirror -> isStale(mirror, plan, now))
                .orElse(false);
    if (stale) {
      alarms.stale(org, calendar.name(), now);
    } else {
      alarms.fresh(org, calendar.name(), now);
    }
  }

  private static boolean isStale(CalendarMirror mirror, CalendarPlan plan, Instant now) {
    return mirror.isStale(plan.staleAfter(), now);
  }

  /// What was put off while there was no connection.
  private void catchUp(OrgId org) {
    var connection = accounts.connection(org);
    if (!connection.stands()) {
      return;
    }
    var waiting = written.putOff(org, CAUGHT_UP_AT_ONCE);
    if (!waiting.isEmpty()) {
      jobs.plan(waiting.stream().map(booking -> job(org, booking, connection.since())).toList());
    }
  }

  private Job job(OrgId org, BookingId booking, Instant since) {
    var now = clock.instant();
    return new Job(
        CalendarWork.KIND.name() + ":" + booking.value() + ":" + since.getEpochSecond(),
        org,
        CalendarWork.KIND.name(),
        booking.value(),
        "{}",
        new TraceId(Ids.newUuid(now).replace("-", "")),
        now,
        Optional.empty());
  }

  List<CalendarMirror> known(OrgId org) {
    var plan = plans.get(org);
    return plan == null
        ? List.of()
        : plan.calendars().stream().flatMap(name -> mirrors.find(org, name).stream()).toList();
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
    readers.shutdown();
    try {
      if (!readers.awaitTermination(GOODBYE.toSeconds(), TimeUnit.SECONDS)) {
        readers.shutdownNow();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
