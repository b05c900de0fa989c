package dev.frontdesk.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.durable.AfterAttempt.Again;
import dev.frontdesk.durable.AfterAttempt.Dead;
import dev.frontdesk.durable.AfterAttempt.Done;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Throttled;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Unconfirmed;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import dev.frontdesk.vocabulary.TraceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The four failures, and what each leads to.
class AfterAttemptTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final IntegrationPolicy POLICY =
      IntegrationPolicy.DEFAULT
          .with(new RetryPolicy(3, Duration.ofSeconds(10), Duration.ofMinutes(1)))
          .patientFor(Duration.ofHours(1));

  private final Job job =
      new Job(
          "job-1", new OrgId("org"), "test.write", "booking-1", "{}",
          new TraceId("0".repeat(32)), NOW, Optional.empty());

  @Test
  void what_was_done_is_done() {
    assertThat(after(new Ok<>("event written"), job, 1)).isEqualTo(new Done("event written"));
  }

  @Test
  void what_certainly_failed_is_tried_again_until_the_last_attempt() {
    assertThat(after(failed(new Retryable("refused")), job, 2))
        .isEqualTo(new Again(NOW.plusSeconds(10), FailureClass.RETRYABLE, true, false, "refused"));
    assertThat(after(failed(new Retryable("refused")), job, 3))
        .isEqualTo(new Dead(FailureClass.RETRYABLE, false, "refused"));
  }

  @Test
  void what_may_have_been_applied_is_uncertain_from_then_on() {
    assertThat(after(failed(new Unconfirmed("timed out")), job, 1))
        .isEqualTo(
            new Again(NOW.plusSeconds(5), FailureClass.UNCONFIRMED, true, true, "timed out"));
    var uncertain = new TakenJob(job, "lane/1", 1, true, NOW);
    assertThat(
            AfterAttempt.of(failed(new Retryable("refused")), uncertain, 2, POLICY, NOW, 0.5))
        .isEqualTo(new Again(NOW.plusSeconds(10), FailureClass.RETRYABLE, true, true, "refused"));
  }

  @Test
  void a_throttled_attempt_waits_as_long_as_the_vendor_says_and_is_not_spent() {
    assertThat(after(failed(new Throttled("429", Duration.ofSeconds(30))), job, 3))
        .isEqualTo(new Again(NOW.plusSeconds(30), FailureClass.THROTTLED, false, false, "429"));
    assertThat(after(failed(new Throttled("429", Duration.ZERO)), job, 1))
        .isInstanceOfSatisfying(Again.class, again -> assertThat(again.at()).isAfter(NOW));
  }

  @Test
  void a_job_that_is_throttled_beyond_all_patience_is_given_up() {
    assertThat(after(failed(new Throttled("429", Duration.ofHours(1))), job, 1))
        .isInstanceOf(Again.class);
    assertThat(after(failed(new Throttled("429", Duration.ofHours(1).plusMillis(1))), job, 1))
        .isEqualTo(new Dead(FailureClass.THROTTLED, false, "429"));
  }

  @Test
  void what_never_will_be_is_given_up_at_once() {
    assertThat(after(failed(new Permanent("422")), job, 1))
        .isEqualTo(new Dead(FailureClass.PERMANENT, false, "422"));
  }

  @Test
  void nothing_is_tried_after_the_deadline_and_the_last_failure_is_told() {
    var until = job.until(NOW.plusSeconds(5));
    assertThat(after(failed(new Retryable("refused")), until, 1)).isInstanceOf(Again.class);
    assertThat(after(failed(new Retryable("refused")), until, 2))
        .isInstanceOfSatisfying(Dead.class, dead -> {
          assertThat(dead.why()).isEqualTo(FailureClass.EXPIRED);
          assertThat(dead.detail()).contains("refused");
        });
    assertThat(after(failed(new Throttled("429", Duration.ofSeconds(6))), until, 1))
        .isInstanceOfSatisfying(
            Dead.class, dead -> assertThat(dead.why()).isEqualTo(FailureClass.EXPIRED));
  }

  @Test
  void work_that_threw_may_have_been_applied() {
    var taken = new TakenJob(job, "lane/1", 0, false, NOW);
    assertThat(AfterAttempt.thrown("threw X", taken, 1, POLICY, NOW, 0))
        .isEqualTo(new Again(NOW, FailureClass.BUG, true, true, "threw X"));
  }

  @Test
  void a_job_that_takes_its_process_with_it_each_time_is_given_up_in_the_end() {
    var taken = new TakenJob(job, "lane/1", 1, true, NOW);
    assertThat(AfterAttempt.lost(taken, POLICY, NOW)).isInstanceOf(Again.class);
    var last = new TakenJob(job, "lane/1", 2, true, NOW);
    assertThat(AfterAttempt.lost(last, POLICY, NOW)).isInstanceOf(Dead.class);
  }

  private static AfterAttempt after(ProviderResult<String> result, Job job, int number) {
    var taken = new TakenJob(job, "lane/1", number - 1, false, NOW);
    return AfterAttempt.of(result, taken, number, POLICY, NOW, 0.5);
  }

  private static Failed<String> failed(Failure failure) {
    return new Failed<>(failure);
  }
}
