package dev.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.voice.spi.Agent.Input;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AgentEndedTest {
  private final Scene scene = new Scene();

  @Test
  void the_agent_is_told_once_when_the_caller_hangs_up() {
    scene.agent.says("Hello.");
    scene.open().untilListening(0);
    assertThat(scene.agent.timesEnded()).isZero();

    scene.conversation().closed(true);
    scene.conversation().closed(true);
    scene.pass(1_000);

    assertThat(scene.agent.timesEnded()).isEqualTo(1);
  }

  @Test
  void the_agent_is_told_when_it_hung_up_itself() {
    scene.agent.says("Hello.").leaves("Goodbye.");
    scene.open().untilListening(0).says("That is all.");

    scene.await(ConversationEvent.Ended.class);
    scene.pass(1_000);

    assertThat(scene.agent.timesEnded()).isEqualTo(1);
  }

  @Test
  void a_lost_socket_may_come_back_so_the_agent_keeps_what_it_holds() {
    scene.agent.says("Hello.");
    scene.open().untilListening(0);

    scene.conversation().closed(false);
    scene.pass(1_000);

    assertThat(scene.agent.timesEnded()).isZero();
  }

  @Test
  void the_agent_is_told_on_its_own_thread_after_what_it_was_asked() {
    scene.agentThreads = work -> scene.loop.schedule(work, Duration.ofMillis(100));
    scene.open();

    scene.conversation().closed(true);
    assertThat(scene.agent.timesEnded()).isZero();
    scene.pass(1_000);

    assertThat(scene.agent.asked()).containsExactly(new Input.Greet());
    assertThat(scene.agent.timesEnded()).isEqualTo(1);
  }
}
