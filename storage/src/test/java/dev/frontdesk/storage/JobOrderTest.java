package dev.frontdesk.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.durable.DeadLetters;
import dev.frontdesk.durable.FailureClass;
import dev.frontdesk.durable.IntegrationPolicy;
import dev.frontdesk.durable.IntegrationPolicy.Rate;
import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.JobKind;
import dev.frontdesk.durable.JobKind.Urgency;
import dev.frontdesk.durable.JobPolicies;
import dev.frontdesk.durable.JobState;
import dev.frontdesk.durable.Jobs.TooMuchWaiting;
import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.durable.RunnerSettings;
import dev.frontdesk.storage.JobRig.Plan;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Who goes before whom, who waits for nobody, and what is not taken at all.
class JobOrderTest {
  private final String write = JobRig.newKind();

  private final OrgId org = TestStorage.newOrganisation();

  @Test
  void jobs_of_one_kind_and_key_are_done_in_the_order_planned_one_at_a_time()
      throws InterruptedException {
    var atOnce = new CountDownLatch(1);
    try (var rig = JobRig.doing(org, write, (_, _) -> held(atOnce))) {
      rig.storage.work().jobs(100).plan(
          IntStream.range(0, 5)
              .mapToObj(n -> rig.job(org, "job-" + n, write, "booking-1"))
              .toList());
      rig.storage.work().jobs(100).plan(List.of(rig.job(org, "other", write, "booking-2")));

      var both = List.of(rig.next().job().id(), rig.next().job().id());
      assertThat(both).as("another key waits for nobody")
          .containsExactlyInAnyOrder("job-0", "other");
      assertThat(rig.seen).isEmpty();
      atOnce.countDown();

      for (int n = 1; n < 5; n++) {
        assertThat(rig.next().job().id()).isEqualTo("job-" + n);
      }
    }
  }

  @Test
  void entries_of_one_key_become_jobs_in_the_order_written_even_within_a_millisecond()
      throws InterruptedException {
    try (var rig = JobRig.doing(org, write, (_, _) -> new Ok<>("written"))) {
      var entries = new ArrayList<String>();
      for (int n = 0; n < 20; n++) {
        entries.add(write + ":" + rig.happened(org, "booking-1").id());
      }

      for (var id : entries) {
        assertThat(rig.next().job().id()).isEqualTo(id);
      }
    }
  }

  @Test
  void a_later_job_waits_while_an_earlier_one_is_between_two_attempts()
      throws InterruptedException {
    try (var rig =
        JobRig.doing(
            org,
            write,
            (job, attempt) ->
                job.id().equals("first") && attempt.number() < 3
                    ? new Failed<>(new Retryable("refused"))
                    : new Ok<>("written"))) {
      rig.storage.work().jobs(100).plan(
          List.of(
              rig.job(org, "first", write, "booking-1"),
              rig.job(org, "second", write, "booking-1")));

      assertThat(List.of(rig.next(), rig.next(), rig.next(), rig.next()))
          .extracting(seen -> seen.job().id())
          .containsExactly("first", "first", "first", "second");
    }
  }

  @Test
  void a_reminder_for_later_keeps_nothing_waiting_now() throws InterruptedException {
    try (var rig = JobRig.doing(org, write, (_, _) -> new Ok<>("sent"))) {
      var later = rig.job(org, "reminder", write, "booking-1");
      rig.storage.work().jobs(100).plan(
          List.of(
              later.due(rig.now().plus(Duration.ofHours(24))),
              rig.job(org, "confirmation", write, "booking-1")));

      assertThat(rig.next().job().id()).isEqualTo("confirmation");
      rig.await(org, "confirmation", JobState.DONE);
      assertThat(rig.storage.work().jobs(100).stop(org, write, "booking-1")).isEqualTo(1);
      rig.await(org, "reminder", JobState.CANCELLED);
    }
  }

  @Test
  void the_more_urgent_kind_goes_first_when_there_is_room_for_one() throws InterruptedException {
    var record = JobRig.newKind();
    var confirm = JobRig.newKind();
    var first = new CountDownLatch(1);
    var plan = new Plan();
    plan.works.add(
        JobRig.work(new JobKind(record, "test", Urgency.RECORD), (_, _) -> held(first)));
    plan.works.add(
        JobRig.work(
            new JobKind(confirm, "test", Urgency.CONFIRMATION), (_, _) -> new Ok<>("sent")));
    plan.settings =
        RunnerSettings.DEFAULT.with(
            JobPolicies.DEFAULT.with("test", JobRig.EAGER.atOnce(1, 1)));
    try (var rig = JobRig.of(plan)) {
      var jobs = rig.storage.work().jobs(100);
      jobs.plan(List.of(rig.job(org, "record-1", record, "a")));
      assertThat(rig.next().job().id()).isEqualTo("record-1");
      jobs.plan(
          List.of(
              rig.job(org, "record-2", record, "b"),
              rig.job(org, "confirmation", confirm, "c")));
      first.countDown();

      assertThat(rig.next().job().id()).isEqualTo("confirmation");
      assertThat(rig.next().job().id()).isEqualTo("record-2");
    }
  }

  @Test
  void an_organisation_with_much_to_do_does_not_keep_others_out() throws InterruptedException {
    var other = TestStorage.newOrganisation();
    var plan = new Plan();
    plan.works.add(JobRig.work(write, (_, _) -> new Ok<>("written")));
    plan.settings =
        RunnerSettings.DEFAULT.with(
            JobPolicies.DEFAULT.with("test", JobRig.EAGER.atOnce(2, 2)));
    try (var rig = JobRig.of(plan)) {
      rig.storage.work().jobs(10_000).plan(
          IntStream.range(0, 500)
              .mapToObj(n -> rig.job(org, "many-" + n, write, "k" + n))
              .toList());
      assertThat(rig.next().job().org()).isEqualTo(org);

      rig.storage.work().jobs(10_000).plan(List.of(rig.job(other, "one", write, "k")));
      rig.await(other, "one", JobState.DONE);

      var waiting = rig.storage.work().deadLetters().list(org, waiting(), 1_000).size();
      assertThat(waiting).as("of 500, when the other's one was done").isGreaterThan(100);
    }
  }

  @Test
  void a_job_whose_deadline_has_passed_is_not_attempted_and_is_not_silent()
      throws InterruptedException {
    try (var rig = JobRig.doing(org, write, (_, _) -> new Ok<>("sent"))) {
      rig.storage.work().jobs(100).plan(
          List.of(
              rig.job(org, "late", write, "booking-1").until(rig.now().minusSeconds(1)),
              rig.job(org, "in time", write, "booking-2").until(rig.now().plusSeconds(60))));

      assertThat(rig.next().job().id()).isEqualTo("in time");
      rig.await(org, "late", JobState.DEAD);
      var letter = rig.storage.work().deadLetters().find(org, "late").orElseThrow();
      assertThat(letter.failure()).contains(FailureClass.EXPIRED);
      assertThat(rig.storage.work().deadLetters().attempts(org, "late"))
          .extracting(attempt -> attempt.number())
          .containsExactly(0);
    }
  }

  @Test
  void who_enqueues_is_told_when_too_much_waits_and_other_organisations_are_not() {
    var other = TestStorage.newOrganisation();
    var jobs = TestStorage.shared().work().jobs(3);
    for (int n = 0; n < 3; n++) {
      jobs.plan(List.of(job(org, "job-" + n)));
    }

    assertThatThrownBy(() -> jobs.plan(List.of(job(org, "job-3"))))
        .isInstanceOf(TooMuchWaiting.class)
        .hasMessageContaining("3 jobs waiting");
    jobs.plan(List.of(job(other, "job-3")));
  }

  @Test
  void what_waits_in_the_outbox_stays_there_while_too_many_jobs_wait() {
    var gate = new CountDownLatch(1);
    var plan = new Plan();
    plan.reactions.add(JobRig.reacting(org, write));
    plan.works.add(JobRig.work(write, (_, _) -> held(gate)));
    plan.settings =
        new RunnerSettings(
            JobPolicies.DEFAULT.with("test", JobRig.EAGER.atOnce(1, 1)), 256, 1,
            Duration.ofDays(1), 10, Duration.ofHours(1));
    try (var rig = JobRig.of(plan)) {
      rig.happened(org, "booking-1");
      Until.true_(() -> rig.running() == 1, () -> "nothing runs");
      rig.happened(org, "booking-2");
      Until.true_(() -> rig.storage.outbox().waiting(org, 10).isEmpty(), () -> "not relayed");
      var third = rig.happened(org, "booking-3");
      rig.storage.work().store().withEntries(rig.now());
      assertThat(rig.storage.outbox().waiting(org, 10))
          .extracting(OutboxEntry::id)
          .contains(third.id());

      gate.countDown();

      rig.await(org, write + ":" + third.id(), JobState.DONE);
    }
  }

  @Test
  void a_rate_is_kept_and_what_it_holds_back_spends_no_attempt() {
    var plan = new Plan();
    plan.works.add(JobRig.work(write, (_, _) -> new Ok<>("written")));
    plan.settings =
        RunnerSettings.DEFAULT.with(
            JobPolicies.DEFAULT.with("test", IntegrationPolicy.DEFAULT.with(new Rate(1, 2))));
    try (var rig = JobRig.of(plan)) {
      rig.storage.work().jobs(100).plan(
          IntStream.range(0, 3).mapToObj(n -> rig.job(org, "job-" + n, write, "k" + n)).toList());

      for (int n = 0; n < 3; n++) {
        rig.await(org, "job-" + n, JobState.DONE);
        assertThat(rig.storage.work().deadLetters().attempts(org, "job-" + n))
            .extracting(attempt -> attempt.number())
            .containsExactly(1);
      }
      var times = rig.seen.stream().map(seen -> seen.attempt().at()).sorted().toList();
      assertThat(Duration.between(times.get(0), times.get(2)))
          .isGreaterThan(Duration.ofMillis(500));
    }
  }

  private static DeadLetters.Filter waiting() {
    return DeadLetters.Filter.of(JobState.WAITING);
  }

  private static Job job(OrgId org, String id) {
    return new Job(
        id, org, "test.unknown-here", "k", "{}", JobRig.TRACE, TestStorage.NINE,
        Optional.empty());
  }

  private static ProviderResult<String> held(CountDownLatch until) {
    try {
      until.await();
      return new Ok<>("written");
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(ended);
    }
  }
}
