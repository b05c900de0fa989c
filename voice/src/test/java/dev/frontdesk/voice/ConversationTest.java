package dev.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.voice.spi.Agent.Input;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private final Scene scene = new Scene();

  @Test
  void a_call_is_greeted_listened_to_answered_and_ended() {
    scene.agent.says("Hello, how can I help?").leaves("Done, goodbye.");
    scene.open().untilListening(0);
    assertThat(scene.agent.asked()).containsExactly(new Input.Greet());

    scene.says("A haircut on Tuesday at three please.");
    var ended = scene.await(ConversationEvent.Ended.class);

    assertThat(scene.agent.asked())
        .last()
        .isInstanceOfSatisfying(
            Input.Said.class,
            said -> {
              assertThat(said.text().text()).isEqualTo("A haircut on Tuesday at three please.");
              assertThat(said.agentHeard().text()).isEqualTo("Hello, how can I help?");
              assertThat(said.bargedIn()).isFalse();
            });
    assertThat(ended.ending()).isEqualTo(new Ending.AgentHungUp("done"));
    assertThat(ended.counts()).isEmpty();
    assertThat(scene.of(ConversationEvent.AgentSpoke.class))
        .allSatisfy(spoke -> assertThat(spoke.heard()).isEqualTo(spoke.text()));
    assertThat(scene.line.hungUp()).isNotEmpty();
  }

  @Test
  void a_turns_time_is_accounted_for_to_the_millisecond() {
    scene.agent.says("Hello.").says("Fine.");
    scene.open().untilListening(0).says("At three on Tuesday.");

    var timed = scene.await(ConversationEvent.TurnTimed.class);

    assertThat(timed.timings().endpointingMs()).isEqualTo(350);
    assertThat(timed.timings().languageMs()).isZero();
    assertThat(timed.timings().speechMs()).isEqualTo(100);
    assertThat(timed.timings().overheadMs()).isLessThan(1);
  }

  @Test
  void waiting_for_a_slow_recogniser_is_endpointing_and_not_our_overhead() {
    scene.ears.withoutInterims().finalAfter(java.time.Duration.ofMillis(450));
    scene.agent.says("Hello.").says("Fine.");
    scene.open().untilListening(0).says("At three on Tuesday.");

    var timed = scene.await(ConversationEvent.TurnTimed.class);

    assertThat(timed.timings().endpointingMs()).isBetween(640.0, 660.0);
    assertThat(timed.timings().overheadMs()).isLessThan(1);
  }
}
