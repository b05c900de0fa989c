package dev.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.Transcript;
import dev.frontdesk.voice.spi.Agent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateAgentTest {
  private final List<String> done = new ArrayList<>();
  private final LateAgent late =
      new LateAgent(
          () -> {
            done.add("made");
            return new Diary();
          });

  @Test
  void an_agent_that_was_never_asked_is_not_made_only_to_be_told_of_the_end() {
    late.ended();

    assertThat(late.mayInterrupt()).isFalse();
    assertThat(done).isEmpty();
  }

  @Test
  void it_is_made_once_and_told_of_the_end() throws InterruptedException {
    late.respond(new Agent.Input.Greet(), new Unheard());
    late.noted(Agent.Role.CALLER, new Transcript("hm"));
    late.ended();

    assertThat(late.mayInterrupt()).isTrue();
    assertThat(late.state()).isEqualTo("{}");
    assertThat(late.version()).isEqualTo(new AgentVersion("diary"));
    assertThat(done).containsExactly("made", "asked", "noted", "ended");
  }

  private static final class Unheard implements Agent.Reply {
    @Override
    public void say(String text) {}

    @Override
    public void filler(String text) {}

    @Override
    public void then(Agent.Next next) {}
  }

  private final class Diary implements Agent {
    @Override
    public AgentVersion version() {
      return new AgentVersion("diary");
    }

    @Override
    public void respond(Input input, Reply reply) {
      done.add("asked");
    }

    @Override
    public boolean mayInterrupt() {
      return true;
    }

    @Override
    public void noted(Role role, Transcript text) {
      done.add("noted");
    }

    @Override
    public String state() {
      return "{}";
    }

    @Override
    public void ended() {
      done.add("ended");
    }
  }
}
