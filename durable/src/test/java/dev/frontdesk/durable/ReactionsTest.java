package dev.frontdesk.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import dev.frontdesk.vocabulary.TraceId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReactionsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final FakeJobs jobs = new FakeJobs();
  private final OutboxEntry entry =
      OutboxEntry.of(
          new OrgId("org"), "test.happened", "booking-1", "{\"n\":1}",
          new TraceId("0".repeat(32)), NOW);
  private boolean broken = true;

  private final Reactions reactions =
      new Reactions(
          List.of(
              happened -> List.of(Job.after(happened, "test.write")),
              happened -> {
                if (broken) {
                  throw new IllegalStateException("a bug");
                }
                return List.of(Job.after(happened, "test.send"));
              }),
          jobs);

  @Test
  void a_reaction_that_throws_keeps_the_others_going_and_leaves_a_dead_letter() {
    var planned = reactions.of(entry);

    assertThat(planned).extracting(one -> one.job().kind())
        .containsExactly("test.write", "outbox.react");
    assertThat(planned.get(1).failure()).hasValueSatisfying(
        why -> assertThat(why).contains("IllegalStateException").doesNotContain("a bug"));
  }

  @Test
  void the_dead_letter_tried_again_has_the_entry_looked_at_once_more() {
    var letter = reactions.of(entry).get(1).job();
    broken = false;

    assertThat(reactions.attempt(letter, new JobWork.Attempt(1, false, NOW)))
        .isEqualTo(new Ok<>("2 jobs planned"));

    assertThat(jobs.waiting()).extracting(Job::kind).containsExactly("test.write", "test.send");
    assertThat(jobs.waiting()).allMatch(job -> job.payload().equals("{\"n\":1}"));
  }
}
