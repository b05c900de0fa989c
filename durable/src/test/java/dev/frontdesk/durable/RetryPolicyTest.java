package dev.frontdesk.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  private static final double ALMOST_ONE = Math.nextDown(1.0);

  private final RetryPolicy policy =
      new RetryPolicy(15, Duration.ofMillis(500), Duration.ofMinutes(15));

  @Test
  void the_longest_pause_doubles_up_to_the_cap() {
    assertThat(longest(1)).isEqualTo(Duration.ofMillis(499));
    assertThat(longest(2)).isEqualTo(Duration.ofMillis(999));
    assertThat(longest(5)).isEqualTo(Duration.ofMillis(7_999));
    assertThat(longest(12)).isEqualTo(Duration.ofMinutes(15).minusMillis(1));
    assertThat(longest(1_000)).isEqualTo(Duration.ofMinutes(15).minusMillis(1));
  }

  @Test
  void the_jitter_is_full_so_a_pause_may_be_none() {
    assertThat(policy.pause(10, 0)).isZero();
    assertThat(policy.pause(1, 0.5)).isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void a_policy_that_never_tries_or_never_waits_is_refused() {
    var second = Duration.ofSeconds(1);
    assertThatThrownBy(() -> new RetryPolicy(0, second, second))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetryPolicy(1, Duration.ZERO, second))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetryPolicy(1, second, Duration.ofMillis(999)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Duration longest(int attempt) {
    return policy.pause(attempt, ALMOST_ONE);
  }
}
