package dev.frontdesk.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.booking.MapleStreet;
import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.Transcript;
import dev.frontdesk.voice.spi.Agent;
import dev.frontdesk.voice.spi.Agent.Input;
import dev.frontdesk.voice.spi.Agent.Next;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/// What a caller hears when the agent itself fails.
class FailingAgentTest {
  private static final String WISH = "a haircut next Tuesday at three for Dana";

  private final MapleStreet shop = new MapleStreet();
  private final Set<String> broken = new HashSet<>();
  private final StringBuilder said = new StringBuilder();
  private @Nullable Next next;
  private ScriptedAgent agent = agent(new Memory());

  @Test
  void one_failure_is_apologised_for_and_the_question_asked_again() {
    broken.add("offer");

    assertThat(says(WISH)).contains("something went wrong on our side just now. ", "?");
    assertThat(next).isInstanceOf(Next.Listen.class);
    broken.clear();
    assertThat(says(WISH)).contains("Let me read that back");
  }

  @Test
  void a_second_failure_in_a_row_is_left_to_the_conversation() {
    broken.add("offer");
    says(WISH);

    assertThatThrownBy(() -> says(WISH)).hasMessage("scripted");
    assertThat(said).isEmpty();
  }

  @Test
  void a_turn_that_goes_well_begins_the_count_anew() {
    broken.add("offer");
    says(WISH);
    broken.clear();
    says("what are your opening hours");
    broken.add("offer");

    assertThat(says("no, on Thursday at four")).contains("something went wrong");
  }

  @Test
  void a_turn_thought_ahead_begins_the_count_anew_too() throws InterruptedException {
    broken.add("offer");
    says("a haircut next Tuesday");
    broken.clear();
    agent.think(said("what are your opening hours")).orElseThrow().adopt(new Heard());
    broken.add("offer");

    assertThat(says("no, on Thursday at four")).contains("something went wrong");
  }

  @Test
  void failures_are_counted_across_nodes() {
    broken.add("offer");
    says(WISH);
    agent = agent(MemoryJson.read(agent.state()));

    assertThatThrownBy(() -> says(WISH)).hasMessage("scripted");
  }

  @Test
  void when_nothing_can_be_read_the_caller_is_asked_to_say_it_again() {
    broken.add("catalogue");

    assertThat(says(WISH)).contains("Could you say that again?");
    assertThat(next).isInstanceOf(Next.Listen.class);
    broken.clear();
    assertThat(says(WISH)).contains("Let me read that back");
  }

  @Test
  void who_comes_back_from_a_rescue_begins_with_nothing_under_way() {
    says(WISH);
    broken.add("release");
    broken.add("book");
    says("yes");
    assertThatThrownBy(() -> says("yes")).hasMessage("scripted");
    broken.clear();

    assertThat(responds(new Input.NotPutThrough())).contains("nobody could come to the phone");
    assertThat(says("a colour on Thursday at half past one")).contains("a colour on Thursday");
  }

  private ScriptedAgent agent(Memory memory) {
    memory.phone = PhoneCall.CALLER;
    var desk = new DeskTools(shop.desk, MapleStreet.ORG, MapleStreet.CALL, Optional.empty());
    return new ScriptedAgent(
        breakable(desk),
        shop.clock,
        new Wording(Locale.ENGLISH),
        new Grammars(),
        _ -> {},
        memory,
        new AgentVersion("scripted-test"));
  }

  private AgentTools breakable(AgentTools real) {
    return (AgentTools)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {AgentTools.class},
            (_, method, arguments) -> {
              if (broken.contains(method.getName())) {
                throw new IllegalStateException("scripted");
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private String says(String words) {
    return responds(said(words));
  }

  private static Input.Said said(String words) {
    return new Input.Said(new Transcript(words), new Transcript(""), false);
  }

  private String responds(Input input) {
    said.setLength(0);
    agent.respond(input, new Heard());
    return said.toString();
  }

  private final class Heard implements Agent.Reply {
    @Override
    public void say(String text) {
      said.append(text).append(' ');
    }

    @Override
    public void filler(String text) {}

    @Override
    public void then(Next then) {
      next = then;
    }
  }
}
