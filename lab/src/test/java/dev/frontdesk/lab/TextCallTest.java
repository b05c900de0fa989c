package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.lab.Answer.Stay;
import dev.frontdesk.lab.CallRecord.Line;
import dev.frontdesk.lab.CallRecord.Who;
import dev.frontdesk.media.VirtualLoop;
import dev.frontdesk.voice.spi.Agent;
import dev.frontdesk.voice.spi.ListeningHint;
import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextCallTest {
  private final VirtualLoop loop = new VirtualLoop();
  private final Parrot parrot = new Parrot();

  @Test
  void caller_and_agent_take_turns_until_one_hangs_up() {
    var record =
        call("Hello there", says("said Hello there", "Good bye", true), says("x", "y", false));

    assertThat(record.lines())
        .startsWith(
            new Line(Who.AGENT, "Welcome."),
            new Line(Who.CALLER, "Hello there"),
            new Line(Who.AGENT, "You said Hello there"),
            new Line(Who.CALLER, "Good bye"));
    assertThat(record.turns()).isEqualTo(2);
    assertThat(record.problem()).isEmpty();
    assertThat(record.waits()).isNotEmpty();
    assertThat(record.waits().getFirst().ms()).isBetween(200.0, 1_500.0);
  }

  @Test
  void a_silent_caller_is_asked_again() {
    var record = call("", says("silence 1", "I am here", true));

    assertThat(record.agentSaid()).startsWith("Welcome.", "silence 1");
    assertThat(loop.nanoTime()).isGreaterThan(Duration.ofSeconds(7).toNanos());
  }

  @Test
  void keys_reach_the_agent() {
    var press =
        new Answer(pattern("said"), "", "1", Optional.empty(), new Stay.None(), 1, false);
    var record = call("Hi", press, says("pressed 1", "Bye", true));

    assertThat(record.agentSaid()).contains("pressed 1");
  }

  @Test
  void a_caller_who_barges_in_hears_only_the_beginning() {
    parrot.longAnswers = true;
    var barges =
        new Answer(
            pattern("you said hi"), "No wait stop that",
            "", Optional.of(Duration.ofMillis(600)), new Stay.None(), 1, false);
    var record = call("Hi", barges, says("stop that", "Bye", true));

    var cut = record.lines().get(2);
    assertThat(cut.who()).isEqualTo(Who.AGENT);
    assertThat(cut.text().length()).isBetween(5, 40);
    assertThat(record.agentSaid().get(1)).hasSizeGreaterThan(100);
  }

  @Test
  void the_same_call_runs_the_same_way_each_time() {
    var once = call("Hello there", says("said", "Good bye", true));
    var again = new TextCallTest().call("Hello there", says("said", "Good bye", true));

    assertThat(again.waits()).isEqualTo(once.waits());
  }

  private CallRecord call(String opens, Answer... answers) {
    var caller =
        new SyntheticCaller(
            Optional.empty(),
            SyntheticCaller.CallerVoice.DEFAULT,
            opens,
            List.of(answers),
            "What?",
            OptionalDouble.empty(),
            SyntheticCaller.Rings.TOGETHER);
    var done = TextCall.ring(loop, new OrgId("o"), new CallId("c"), parrot, caller, Optional.empty());
    while (!done.isDone() && loop.advanceToNext()) {
      assertThat(loop.nanoTime()).isLessThan(Duration.ofMinutes(5).toNanos());
    }
    return done.join();
  }

  private static Answer says(String when, String words, boolean hangUp) {
    return new Answer(
        pattern(when), words, "", Optional.empty(), new Stay.None(), 9, hangUp);
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
  }

  /// Repeats what it hears.
  private static final class Parrot implements Agent {
    private boolean longAnswers;

    @Override
    public AgentVersion version() {
      return new AgentVersion("parrot-1");
    }

    @Override
    public void respond(Input input, Reply reply) {
      var words = new ArrayList<String>();
      switch (input) {
        case Input.Greet _ -> words.add("Welcome.");
        case Input.Said said -> {
          words.add("You said " + said.text().text());
          if (longAnswers) {
            words.set(0, words.getFirst() + " and so on".repeat(20));
          }
        }
        case Input.Pressed pressed -> words.add("pressed " + pressed.keys());
        case Input.Silent silent -> words.add("silence " + silent.times());
        case Input.Resumed _, Input.NotPutThrough _, Input.Told _, Input.WaitedEnough _,
            Input.TimeIsUp _ -> words.add("Well.");
      }
      words.forEach(reply::say);
      reply.then(new Next.Listen(ListeningHint.OPEN, KeyPlan.ONE, false));
    }

    @Override
    public String state() {
      return "{}";
    }
  }
}
