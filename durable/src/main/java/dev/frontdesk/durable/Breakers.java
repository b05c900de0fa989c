package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.OrgId;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// A circuit breaker for each organisation and integration: one tenant's broken connection never
/// keeps another waiting. Safe from any thread.
final class Breakers {
  /// What is counted only reads as an error; the breaker asks for a throwable and keeps none.
  private static final Exception FAILED =
      new Exception("failed") {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable fillInStackTrace() {
          return this;
        }
      };

  private final JobPolicies policies;
  private final Clock clock;
  private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

  Breakers(JobPolicies policies, Clock clock) {
    this.policies = policies;
    this.clock = clock;
  }

  /// Whether an attempt may be made. One that may must be followed by `unused` or `ended`.
  boolean admits(OrgId org, String integration) {
    return of(org, integration).tryAcquirePermission();
  }

  void unused(OrgId org, String integration) {
    of(org, integration).releasePermission();
  }

  /// What the vendor refused for good or for now says that it is there; that it answered nothing
  /// sensible says that it is not.
  void ended(OrgId org, String integration, AfterAttempt after) {
    var breaker = of(org, integration);
    switch (after) {
      case AfterAttempt.Done _ -> breaker.onSuccess(0, TimeUnit.MILLISECONDS);
      case AfterAttempt.Again again -> count(breaker, again.why());
      case AfterAttempt.Dead dead -> count(breaker, dead.why());
    }
  }

  private static void count(CircuitBreaker breaker, FailureClass why) {
    switch (why) {
      case RETRYABLE, UNCONFIRMED -> breaker.onError(0, TimeUnit.MILLISECONDS, FAILED);
      case PERMANENT -> breaker.onSuccess(0, TimeUnit.MILLISECONDS);
      case THROTTLED, EXPIRED, BUG -> breaker.releasePermission();
    }
  }

  private CircuitBreaker of(OrgId org, String integration) {
    return breakers.computeIfAbsent(
        org.value() + "/" + integration, name -> breaker(name, policies.of(integration)));
  }

  private CircuitBreaker breaker(String name, IntegrationPolicy policy) {
    var asked = policy.breaker();
    var config =
        CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(asked.calls())
            .minimumNumberOfCalls(asked.calls())
            .failureRateThreshold(asked.percent())
            .waitDurationInOpenState(asked.open())
            .permittedNumberOfCallsInHalfOpenState(1)
            .clock(clock)
            .build();
    return CircuitBreaker.of(name, config);
  }
}
