package dev.frontdesk.server;

import dev.frontdesk.reporting.LeadStore;
import dev.frontdesk.reporting.RetentionKind;
import dev.frontdesk.reporting.RetentionStore;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Erases what organisations no longer want kept, except under a legal hold, and marks leads that
/// went quiet. Several servers may sweep at once: each erasure is decided in its own transaction.
final class RetentionSweep implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionSweep.class);
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Duration FIRST = Duration.ofMinutes(2);

  /// Of one kind, organisation and round; the rest waits for the next.
  static final int MOST = 500;

  private final RetentionStore kept;
  private final LeadStore leads;
  private final ReportRecordings recordings;
  private final ServerSettings settings;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("retention").factory());
  private volatile boolean running;

  RetentionSweep(
      RetentionStore kept,
      LeadStore leads,
      ReportRecordings recordings,
      ServerSettings settings) {
    this.kept = kept;
    this.leads = leads;
    this.recordings = recordings;
    this.settings = settings;
  }

  /// One round over all organisations.
  ///
  /// @return how many calls' and leads' parts were erased
  int sweep() {
    int erased = 0;
    for (var organisation : settings.organisations()) {
      var org = organisation.org();
      for (var kind : RetentionKind.values()) {
        erased += sweep(org, kind);
      }
      var quiet = organisation.links().reports().leads().quietAfter();
      leads.nurture(org, quiet, settings.clock().instant(), MOST);
    }
    return erased;
  }

  private int sweep(OrgId org, RetentionKind kind) {
    var now = settings.clock().instant();
    var before = settings.linksOf(org).reports().retention().goesBefore(kind, now);
    if (before.isEmpty()) {
      return 0;
    }
    int erased = 0;
    for (var subject : kept.due(org, kind, before.get(), MOST)) {
      if (kind == RetentionKind.RECORDING && !deleteFiles(org, new CallId(subject))) {
        continue;
      }
      if (kept.erase(org, kind, subject, now)) {
        erased++;
      }
    }
    return erased;
  }

  /// @return whether none is left anywhere
  private boolean deleteFiles(OrgId org, CallId call) {
    if (kept.isHeld(org, call)) {
      return false;
    }
    boolean gone = true;
    for (var recording : kept.recordings(org, call)) {
      var store = recordings.named(recording.store());
      if (store.isEmpty() || !(store.get().delete(recording.key()) instanceof Ok)) {
        LOG.warn("a recording that is due cannot be deleted from its store; tried again later");
        gone = false;
      }
    }
    return gone;
  }

  @Override
  public void start() {
    running = true;
    timer.scheduleWithFixedDelay(
        this::sweepQuietly, FIRST.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  private void sweepQuietly() {
    try {
      sweep();
    } catch (RuntimeException failure) {
      LOG.warn("what is due to be erased could not be swept", failure);
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
