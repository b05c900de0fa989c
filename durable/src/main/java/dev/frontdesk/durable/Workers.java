package dev.frontdesk.durable;

import dev.frontdesk.durable.JobKind.Urgency;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Unconfirmed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What all lanes of a node share: the works, and the limits they are under. Safe from any thread.
final class Workers {
  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  private final Map<String, JobWork> works = new HashMap<>();

  private final List<String> kinds;
  private final JobStore.Following following;
  private final RunnerSettings settings;
  private final RateLimits rates;
  private final Permits permits;
  private final Breakers breakers;
  private final Clock clock;
  private volatile boolean closing;

  enum Admitted {
    YES,
    /// Who asked is told when there may be room.
    NO_ROOM,
    BREAKER_OPEN
  }

  Workers(
      List<JobWork> works,
      JobStore.Following following,
      RunnerSettings settings,
      RateLimits rates,
      Clock clock) {
    for (var work : works) {
      if (this.works.put(work.kind().name(), work) != null) {
        throw new IllegalArgumentException("two works for " + work.kind().name());
      }
    }
    this.kinds = List.copyOf(this.works.keySet());
    this.following = following;
    this.settings = settings;
    this.rates = rates;
    this.permits = new Permits(settings.concurrency(), settings.policies());
    this.breakers = new Breakers(settings.policies(), clock);
    this.clock = clock;
  }

  List<String> kinds() {
    return kinds;
  }

  /// Nothing more is begun.
  void close() {
    closing = true;
  }

  boolean closing() {
    return closing;
  }

  int running() {
    return permits.taken();
  }

  JobStore.Following following() {
    return following;
  }

  int depth() {
    return settings.depth();
  }

  List<TakenJob> byUrgency(List<TakenJob> due) {
    return due.stream()
        .sorted(Comparator.comparing((TakenJob job) -> urgency(job)))
        .toList();
  }

  private Urgency urgency(TakenJob job) {
    return kind(job).urgency();
  }

  private JobKind kind(TakenJob job) {
    return work(job).kind();
  }

  private JobWork work(TakenJob job) {
    var work = works.get(job.job().kind());
    if (work == null) {
      throw new IllegalStateException("took a job that nobody here can do: " + job.job().kind());
    }
    return work;
  }

  private IntegrationPolicy policy(TakenJob job) {
    return settings.policies().of(kind(job).integration());
  }

  String integration(TakenJob job) {
    return kind(job).integration();
  }

  Duration longest(TakenJob job) {
    return policy(job).longestAttempt();
  }

  Duration pauseOfBreaker(TakenJob job) {
    return policy(job).breaker().open();
  }

  /// Followed by `work` and `giveBack`, or by `unused`.
  Admitted admit(TakenJob job, Runnable whenRoom) {
    var org = job.job().org();
    var kind = kind(job);
    if (!permits.take(org, kind, whenRoom)) {
      return Admitted.NO_ROOM;
    }
    if (!breakers.admits(org, kind.integration())) {
      permits.giveBack(org, kind);
      return Admitted.BREAKER_OPEN;
    }
    return Admitted.YES;
  }

  void unused(TakenJob job) {
    breakers.unused(job.job().org(), kind(job).integration());
    giveBack(job);
  }

  void giveBack(TakenJob job) {
    permits.giveBack(job.job().org(), kind(job));
  }

  /// Makes one attempt and says how it ended. Never throws.
  Outcome work(TakenJob taken, Instant began) {
    var org = taken.job().org();
    var integration = kind(taken).integration();
    if (taken.job().deadline().filter(began::isAfter).isPresent()) {
      breakers.unused(org, integration);
      return new Outcome(taken, AfterAttempt.expired(taken), began, began, false);
    }
    var policy = policy(taken);
    if (policy.rate().isPresent()) {
      var wait = waitForRate(taken, policy.rate().get());
      if (wait.isPositive()) {
        breakers.unused(org, integration);
        var after =
            AfterAttempt.of(
                new Failed<>(new ProviderResult.Failure.Throttled("our own rate limit", wait)),
                taken, taken.attempts() + 1, policy, began, 0);
        return new Outcome(taken, after, began, began, false);
      }
    }
    var after = attempted(taken, policy, began);
    breakers.ended(org, integration, after);
    return new Outcome(taken, after, began, clock.instant(), true);
  }

  private Duration waitForRate(TakenJob taken, IntegrationPolicy.Rate rate) {
    try {
      return rates.take(taken.job().org(), kind(taken).integration(), rate);
    } catch (RuntimeException unreachable) {
      LOG.warn("the shared rate limits cannot be asked", unreachable);
      return Duration.ofSeconds(1);
    }
  }

  private AfterAttempt attempted(TakenJob taken, IntegrationPolicy policy, Instant began) {
    int number = taken.attempts() + 1;
    var random = ThreadLocalRandom.current().nextDouble();
    try {
      var result =
          ScopedValue.where(ActiveTrace.CURRENT, taken.job().trace())
              .call(
                  () ->
                      work(taken)
                          .attempt(
                              taken.job(),
                              new JobWork.Attempt(number, taken.uncertain(), began)));
      return AfterAttempt.of(result, taken, number, policy, clock.instant(), random);
    } catch (RuntimeException | Error bug) {
      if (Thread.interrupted() || bug.getCause() instanceof InterruptedException) {
        return AfterAttempt.of(
            new Failed<>(new Unconfirmed("interrupted: it took too long")),
            taken, number, policy, clock.instant(), random);
      }
      LOG.error("work of kind {} threw", taken.job().kind(), bug);
      return AfterAttempt.thrown(
          "threw " + bug.getClass().getName(), taken, number, policy, clock.instant(), random);
    }
  }

  /// The process that ran this died with it.
  Outcome lost(TakenJob taken) {
    var now = clock.instant();
    var known = works.containsKey(taken.job().kind());
    var policy = known ? policy(taken) : IntegrationPolicy.DEFAULT;
    return new Outcome(taken, AfterAttempt.lost(taken, policy, now), now, now, true);
  }
}
