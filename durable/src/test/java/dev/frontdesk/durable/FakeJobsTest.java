package dev.frontdesk.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Unconfirmed;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import dev.frontdesk.vocabulary.TraceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FakeJobsTest {
  private static final OrgId ORG = new OrgId("org");
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final FakeJobs jobs = new FakeJobs();
  private final List<String> asked = new ArrayList<>();

  @Test
  void one_kind_and_key_goes_in_order_and_an_uncertain_attempt_comes_back_as_such() {
    jobs.plan(List.of(job("a", "k1"), job("b", "k1"), job("c", "k2"), job("a", "k1")));
    var work = new Work();

    assertThat(jobs.run(work, NOW)).isEqualTo(2);
    assertThat(asked).containsExactly("a 1", "c 1");
    jobs.runAll(work, NOW, 20);

    assertThat(asked).containsExactly("a 1", "c 1", "a 2?", "c 2?", "b 1", "b 2?");
    assertThat(jobs.all()).allMatch(one -> one.state() == JobState.DONE);
  }

  @Test
  void what_is_stopped_is_not_done() {
    jobs.plan(List.of(job("a", "k1"), job("b", "k2")));

    assertThat(jobs.stop(ORG, "test.write", "k1")).isEqualTo(1);

    jobs.runAll(new Work(), NOW, 20);
    assertThat(asked).doesNotContain("a 1");
  }

  private static Job job(String id, String key) {
    return new Job(
        id, ORG, "test.write", key, "{}", new TraceId("0".repeat(32)), NOW, Optional.empty());
  }

  private final class Work implements JobWork {
    @Override
    public JobKind kind() {
      return new JobKind("test.write", "test", JobKind.Urgency.CALENDAR);
    }

    @Override
    public ProviderResult<String> attempt(Job job, Attempt attempt) {
      asked.add(job.id() + " " + attempt.number() + (attempt.uncertain() ? "?" : ""));
      return attempt.uncertain()
          ? new Ok<>("found")
          : new Failed<>(new Unconfirmed("timed out"));
    }
  }
}
