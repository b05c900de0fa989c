package dev.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.testkit.SettableClock;
import dev.frontdesk.vocabulary.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallEventsTest {
  private static final CallId CALL = new CallId("c1");
  private final SettableClock clock = new SettableClock(Instant.EPOCH);
  private final CallEvents events = new CallEvents(clock);

  @Test
  void who_comes_late_sees_what_went_before_and_then_what_comes() {
    events.publish(CALL, "one", Map.of());
    List<String> seen = new ArrayList<>();

    try (var _ = events.watch(CALL, event -> seen.add(event.type()))) {
      events.publish(CALL, "two", Map.of());
      events.publish(new CallId("other"), "elsewhere", Map.of());
    }
    events.publish(CALL, "three", Map.of());

    assertThat(seen).containsExactly("one", "two");
  }

  @Test
  void a_feed_keeps_the_newest_events_and_no_more() {
    for (int i = 0; i <= CallEvents.KEPT_PER_CALL; i++) {
      events.publish(CALL, "event-" + i, Map.of());
    }
    List<CallEvent> seen = new ArrayList<>();
    events.watch(CALL, seen::add).close();

    assertThat(seen).hasSize(CallEvents.KEPT_PER_CALL);
    assertThat(seen.getFirst().type()).isEqualTo("event-1");
    assertThat(seen.getLast().sequence()).isEqualTo(CallEvents.KEPT_PER_CALL);
  }

  @Test
  void only_calls_that_are_over_are_forgotten_and_only_later() {
    var live = new CallId("live");
    events.publish(CALL, CallEvents.LAST, Map.of());
    events.publish(live, "still", Map.of());

    events.dropOver(clock.instant());
    assertThat(kept(CALL)).isEqualTo(1);

    clock.advance(Duration.ofMinutes(1));
    events.dropOver(clock.instant());
    assertThat(kept(CALL)).isZero();
    assertThat(kept(live)).isEqualTo(1);
  }

  @Test
  void an_event_prints_without_what_was_said() {
    var event = new CallEvent(CALL, 0, Instant.EPOCH, "caller.heard", Map.of("text", "my card"));

    assertThat(event).asString().doesNotContain("card");
  }

  private int kept(CallId call) {
    List<CallEvent> seen = new ArrayList<>();
    events.watch(call, seen::add).close();
    return seen.size();
  }
}
