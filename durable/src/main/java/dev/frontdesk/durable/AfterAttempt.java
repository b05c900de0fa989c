package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Throttled;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Unconfirmed;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.time.Duration;
import java.time.Instant;

/// What becomes of a job once an attempt has ended.
public sealed interface AfterAttempt {
  String detail();

  record Done(String detail) implements AfterAttempt {}

  /// @param counts    whether the attempt is spent
  /// @param uncertain whether the next must look before acting
  record Again(Instant at, FailureClass why, boolean counts, boolean uncertain, String detail)
      implements AfterAttempt {}

  record Dead(FailureClass why, boolean uncertain, String detail) implements AfterAttempt {}

  /// Shortest pause when a vendor asks for less: it did say no.
  Duration SHORTEST_THROTTLE = Duration.ofMillis(200);

  /// @param number of the attempt, from 1
  /// @param random from [0, 1)
  static AfterAttempt of(
      ProviderResult<String> result,
      TakenJob job,
      int number,
      IntegrationPolicy policy,
      Instant now,
      double random) {
    return switch (result) {
      case Ok(var detail) -> new Done(detail);
      case Failed(Permanent(var detail)) ->
          new Dead(FailureClass.PERMANENT, job.uncertain(), detail);
      case Failed(Throttled(var detail, var retryAfter)) ->
          throttled(job, policy, now, retryAfter, detail);
      case Failed(Retryable(var detail)) ->
          repeated(
              job, number, policy, now, random,
              new Failing(FailureClass.RETRYABLE, job.uncertain(), detail));
      case Failed(Unconfirmed(var detail)) ->
          repeated(
              job, number, policy, now, random,
              new Failing(FailureClass.UNCONFIRMED, true, detail));
    };
  }

  /// The work threw, so nobody knows how far it came.
  static AfterAttempt thrown(
      String exception,
      TakenJob job,
      int number,
      IntegrationPolicy policy,
      Instant now,
      double random) {
    return repeated(
        job, number, policy, now, random, new Failing(FailureClass.BUG, true, exception));
  }

  /// The process that ran it is no more. Another goes on at once, unless it took that many with it.
  static AfterAttempt lost(TakenJob job, IntegrationPolicy policy, Instant now) {
    return repeated(
        job, job.attempts() + 1, policy, now, 0,
        new Failing(
            FailureClass.UNCONFIRMED, true, "the process ended before the attempt did"));
  }

  /// It is too late to begin.
  static AfterAttempt expired(TakenJob job) {
    return new Dead(
        FailureClass.EXPIRED, job.uncertain(), "its deadline passed before it was done");
  }

  /// What is carried from a failure to the next attempt.
  record Failing(FailureClass why, boolean uncertain, String detail) {}

  private static AfterAttempt repeated(
      TakenJob job,
      int number,
      IntegrationPolicy policy,
      Instant now,
      double random,
      Failing failing) {
    if (number >= policy.retry().attempts()) {
      return new Dead(failing.why, failing.uncertain, failing.detail);
    }
    var at = now.plus(policy.retry().pause(number, random));
    if (job.job().deadline().filter(at::isAfter).isPresent()) {
      return new Dead(
          FailureClass.EXPIRED,
          failing.uncertain,
          "no attempt is left before its deadline; the last: " + failing.detail);
    }
    return new Again(at, failing.why, true, failing.uncertain, failing.detail);
  }

  private static AfterAttempt throttled(
      TakenJob job, IntegrationPolicy policy, Instant now, Duration retryAfter, String detail) {
    var pause =
        retryAfter.compareTo(SHORTEST_THROTTLE) < 0 ? SHORTEST_THROTTLE : retryAfter;
    var at = now.plus(pause);
    if (job.job().deadline().filter(at::isAfter).isPresent()) {
      return new Dead(
          FailureClass.EXPIRED, job.uncertain(), "throttled past its deadline: " + detail);
    }
    if (at.isAfter(job.lineAt().plus(policy.patience()))) {
      return new Dead(FailureClass.THROTTLED, job.uncertain(), detail);
    }
    return new Again(at, FailureClass.THROTTLED, false, job.uncertain(), detail);
  }
}
