package dev.frontdesk.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.durable.DeadLetters.AttemptRecord;
import dev.frontdesk.durable.FailureClass;
import dev.frontdesk.durable.JobState;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Throttled;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Unconfirmed;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// From an outbox entry to what became of its job, on the real database.
class JobRunnerTest {
  private final OrgId org = TestStorage.newOrganisation();
  private final String write = JobRig.newKind();

  @Test
  void what_was_committed_is_done_at_once() throws InterruptedException {
    try (var rig = JobRig.doing(org, write, (_, _) -> new Ok<>("written"))) {
      var entry = rig.happened(org, "booking-1");

      var seen = rig.next();

      assertThat(seen.job().key()).isEqualTo("booking-1");
      assertThat(seen.attempt().number()).isEqualTo(1);
      assertThat(seen.attempt().uncertain()).isFalse();
      rig.await(org, write + ":" + entry.id(), JobState.DONE);
      assertThat(rig.storage.outbox().waiting(org, 10)).isEmpty();
      assertThat(attempts(rig, write + ":" + entry.id()))
          .extracting(AttemptRecord::result)
          .containsExactly("ok");
    }
  }

  @Test
  void what_failed_is_tried_again_until_its_attempts_are_spent_and_each_is_kept() {
    try (var rig = JobRig.doing(org, write, (_, _) -> new Failed<>(new Retryable("refused")))) {
      var id = write + ":" + rig.happened(org, "booking-1").id();

      rig.await(org, id, JobState.DEAD);

      assertThat(attempts(rig, id)).extracting(AttemptRecord::number).containsExactly(1, 2, 3);
      assertThat(attempts(rig, id)).extracting(AttemptRecord::detail).containsOnly("refused");
      var letter = rig.storage.work().deadLetters().find(org, id).orElseThrow();
      assertThat(letter.failure()).contains(FailureClass.RETRYABLE);
    }
  }

  @Test
  void a_throttled_attempt_is_not_spent() {
    var throttled = new Failed<String>(new Throttled("429", Duration.ofMillis(1)));
    var asked = new AtomicInteger();
    try (var rig =
        JobRig.doing(
            org,
            write,
            (_, _) -> asked.incrementAndGet() == 1 ? throttled : new Ok<>("written"))) {
      var id = write + ":" + rig.happened(org, "booking-1").id();

      rig.await(org, id, JobState.DONE);

      assertThat(attempts(rig, id))
          .extracting(AttemptRecord::result)
          .containsExactly("throttled", "ok");
      assertThat(attempts(rig, id)).extracting(AttemptRecord::number).containsExactly(0, 1);
    }
  }

  @Test
  void what_may_have_been_applied_is_looked_for_before_it_is_done_again()
      throws InterruptedException {
    try (var rig =
        JobRig.doing(
            org,
            write,
            (_, attempt) ->
                attempt.uncertain()
                    ? new Ok<>("found")
                    : new Failed<>(new Unconfirmed("timed out")))) {
      var id = write + ":" + rig.happened(org, "booking-1").id();

      assertThat(rig.next().attempt().uncertain()).isFalse();
      var second = rig.next();

      assertThat(second.attempt().uncertain()).isTrue();
      assertThat(second.attempt().number()).isEqualTo(2);
      rig.await(org, id, JobState.DONE);
    }
  }

  @Test
  void what_never_will_be_is_a_dead_letter_at_once_and_the_next_of_its_key_goes_on() {
    try (var rig =
        JobRig.doing(
            org,
            write,
            (job, _) ->
                job.id().endsWith("bad")
                    ? new Failed<>(new Permanent("422: no such field"))
                    : new Ok<>("written"))) {
      rig.storage.work().jobs(100).plan(
          List.of(
              rig.job(org, "bad", write, "booking-1"),
              rig.job(org, "good", write, "booking-1")));

      rig.await(org, "bad", JobState.DEAD);
      rig.await(org, "good", JobState.DONE);
      assertThat(attempts(rig, "bad")).hasSize(1);
    }
  }

  private List<AttemptRecord> attempts(JobRig rig, String id) {
    return rig.storage.work().deadLetters().attempts(org, id);
  }
}
