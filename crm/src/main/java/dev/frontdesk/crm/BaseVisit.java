package dev.frontdesk.crm;

import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Throttled;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// One stay at an organisation's customer records: keeps the vendor's pace, and remembers the
/// failure that ends it. For one thread.
final class BaseVisit {
  /// Longer than a request may take, so that nobody else enters while one is on its way.
  static final Duration LEASE = Duration.ofSeconds(60);

  /// What is left of it must be enough for the longest request.
  private static final Duration RENEW_AFTER = LEASE.dividedBy(4);

  /// A stay is not for ever: others are waiting for the worker.
  static final Duration LONGEST = Duration.ofSeconds(20);

  private final CrmTarget target;
  private final CrmBases bases;
  private final String holder;
  private final Clock clock;
  private final Pause pause;
  private final Instant began;
  private Instant nextRequestAt;
  private Instant renewedAt;
  private boolean left;
  private CrmBase base;
  private Optional<Failure> failure = Optional.empty();

  BaseVisit(
      CrmTarget target,
      CrmBases bases,
      CrmBases.Entry.Entered entered,
      String holder,
      Clock clock,
      Pause pause) {
    this.target = target;
    this.bases = bases;
    this.base = entered.base();
    this.holder = holder;
    this.clock = clock;
    this.pause = pause;
    this.began = clock.instant();
    this.renewedAt = began;
    this.nextRequestAt =
        entered.unfinished()
            ? began.plus(target.provider().spacing())
            : base.nextRequestAt();
  }

  CrmTarget target() {
    return target;
  }

  CrmBase base() {
    return base;
  }

  Instant now() {
    return clock.instant();
  }

  /// @throws IllegalStateException before the layout is known
  CrmLayout layout() {
    return base.layout().orElseThrow(() -> new IllegalStateException("nothing was checked yet"));
  }

  /// Makes one request when the vendor's pace allows; empty when it failed.
  <T> Optional<T> ask(Supplier<ProviderResult<T>> request) {
    if (!awaitTurn()) {
      return Optional.empty();
    }
    if (now().isAfter(renewedAt.plus(RENEW_AFTER))) {
      renewedAt = now();
      bases.stay(target.org(), holder, renewedAt.plus(LEASE));
    }
    var result = request.get();
    nextRequestAt = now().plus(target.provider().spacing());
    return switch (result) {
      case Ok<T>(var value) -> Optional.of(value);
      case Failed<T>(var failed) -> {
        failure = Optional.of(failed);
        yield Optional.empty();
      }
    };
  }

  /// Ends the stay with a failure of our own finding.
  void fail(Failure found) {
    failure = Optional.of(found);
  }

  /// What failed was dealt with; the stay goes on.
  void forgive() {
    failure = Optional.empty();
  }

  Optional<Failure> failure() {
    return failure;
  }

  /// Whether it failed for good, until a person acts.
  boolean refused() {
    return failure.filter(Failure.Permanent.class::isInstance).isPresent();
  }

  boolean timeIsUp() {
    return now().isAfter(began.plus(LONGEST));
  }

  void fits(CrmLayout layout) {
    bases.fits(target.org(), layout);
    base =
        new CrmBase(
            base.base(), Optional.of(layout), Optional.empty(), nextRequestAt, base.hook(),
            base.polledAt());
  }

  void blocked(String why) {
    bases.blocked(target.org(), why);
    base =
        new CrmBase(
            base.base(), base.layout(), Optional.of(why), nextRequestAt, base.hook(),
            base.polledAt());
  }

  void hook(Optional<CrmBase.Hook> hook) {
    bases.hook(target.org(), hook);
    base =
        new CrmBase(
            base.base(), base.layout(), base.blocked(), nextRequestAt, hook, base.polledAt());
  }

  void polled(Instant until) {
    bases.polled(target.org(), until);
  }

  /// @return whether nothing waits and the place was left
  boolean leaveIfNothingWaits() {
    left = bases.leaveIfNothingWaits(target.org(), holder, nextRequestAt);
    return left;
  }

  void leave() {
    if (left) {
      return;
    }
    var pausedUntil =
        failure
            .filter(Throttled.class::isInstance)
            .map(Throttled.class::cast)
            .map(throttled -> now().plus(throttled.retryAfter()));
    bases.leave(target.org(), holder, nextRequestAt, pausedUntil);
  }

  private boolean awaitTurn() {
    var wait = Duration.between(now(), nextRequestAt);
    if (wait.isPositive()) {
      try {
        pause.of(wait);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        failure = Optional.of(new Failure.Retryable("the server stops"));
        return false;
      }
    }
    return true;
  }
}
