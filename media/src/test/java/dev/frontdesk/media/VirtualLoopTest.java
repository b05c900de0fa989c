package dev.frontdesk.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualLoopTest {
  private final VirtualLoop loop = new VirtualLoop();
  private final List<String> ran = new ArrayList<>();

  @Test
  void tasks_run_by_deadline_and_then_in_the_order_handed_over() {
    loop.schedule(() -> ran.add("late"), Duration.ofMillis(30));
    loop.schedule(() -> ran.add("first"), Duration.ofMillis(10));
    loop.schedule(() -> ran.add("second"), Duration.ofMillis(10));
    loop.execute(() -> ran.add("now"));

    loop.advance(Duration.ofMillis(29));
    assertThat(ran).containsExactly("now", "first", "second");

    loop.advance(Duration.ofMillis(1));
    assertThat(ran).endsWith("late");
  }

  @Test
  void a_task_sees_its_own_moment_even_when_time_leaps() {
    var seen = new ArrayList<Long>();
    loop.schedule(
        () -> loop.schedule(() -> seen.add(loop.nanoTime()), Duration.ofMillis(5)),
        Duration.ofMillis(5));

    loop.advance(Duration.ofSeconds(1));

    assertThat(seen).containsExactly(10_000_000L);
    assertThat(loop.nanoTime()).isEqualTo(1_000_000_000L);
  }

  @Test
  void a_cancelled_task_does_not_run() {
    var timer = loop.schedule(() -> ran.add("never"), Duration.ofMillis(1));

    timer.cancel();

    assertThat(loop.advanceToNext()).isFalse();
    assertThat(ran).isEmpty();
  }

  @Test
  void its_wall_clock_moves_with_it() {
    var nine = Instant.parse("2026-06-12T09:00:00Z");
    var clock = loop.clockFrom(nine);

    loop.advance(Duration.ofMinutes(5));

    assertThat(clock.instant()).isEqualTo(nine.plusSeconds(300));
  }
}
