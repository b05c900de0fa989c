package dev.frontdesk.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.durable.AfterAttempt.Dead;
import dev.frontdesk.durable.AfterAttempt.Done;
import dev.frontdesk.durable.IntegrationPolicy.Breaker;
import dev.frontdesk.testkit.SettableClock;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BreakersTest {
  private static final OrgId ONE = new OrgId("one");
  private static final OrgId OTHER = new OrgId("other");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
  private final Breakers breakers =
      new Breakers(
          new JobPolicies(
              Map.of(
                  "test",
                  IntegrationPolicy.DEFAULT.with(new Breaker(4, 50, Duration.ofSeconds(10))))),
          clock);

  @Test
  void after_enough_failures_nothing_is_tried_for_a_while_and_then_one_probe_decides() {
    fail(FailureClass.RETRYABLE, 4);

    assertThat(breakers.admits(ONE, "test")).isFalse();
    assertThat(breakers.admits(OTHER, "test")).as("another's connection is fine").isTrue();

    clock.advance(Duration.ofSeconds(11));
    assertThat(breakers.admits(ONE, "test")).isTrue();
    assertThat(breakers.admits(ONE, "test")).as("one probe at a time").isFalse();
    breakers.ended(ONE, "test", new Done("written"));
    assertThat(breakers.admits(ONE, "test")).isTrue();
  }

  @Test
  void a_vendor_that_says_no_is_there() {
    fail(FailureClass.PERMANENT, 8);
    fail(FailureClass.THROTTLED, 8);

    assertThat(breakers.admits(ONE, "test")).isTrue();
  }

  @Test
  void a_probe_that_was_not_made_is_given_back() {
    fail(FailureClass.UNCONFIRMED, 4);
    clock.advance(Duration.ofSeconds(11));
    assertThat(breakers.admits(ONE, "test")).isTrue();

    breakers.unused(ONE, "test");

    assertThat(breakers.admits(ONE, "test")).isTrue();
  }

  private void fail(FailureClass why, int times) {
    for (int n = 0; n < times; n++) {
      assertThat(breakers.admits(ONE, "test")).isTrue();
      breakers.ended(ONE, "test", new Dead(why, false, "failed"));
    }
  }
}
