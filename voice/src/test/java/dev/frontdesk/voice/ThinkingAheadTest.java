package dev.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.voice.ConversationEvent.AgentSpeaking;
import dev.frontdesk.voice.ConversationEvent.TurnTaken;
import dev.frontdesk.voice.ConversationEvent.TurnTimed;
import dev.frontdesk.voice.spi.Agent;
import dev.frontdesk.voice.spi.Heard;
import dev.frontdesk.vocabulary.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The agent thinks before the caller's turn is over. What it thinks must not be noticed until the
/// turn is committed with the same words.
class ThinkingAheadTest {
  private final Scene scene = new Scene();
  private final List<String> done = new ArrayList<>();

  @Test
  void a_thought_about_the_very_words_is_the_answer() {
    open();

    scene.ears.hears(eager("a haircut on Tuesday"));
    scene.pass(100);
    assertThat(scene.agent.thoughts()).containsExactly("a haircut on Tuesday");
    assertThat(done).isEmpty();

    scene.ears.hears(new Heard.EndOfTurn(new Transcript("A haircut on Tuesday."), 0.9));
    scene.pass(500);

    assertThat(done).containsExactly("thought of a haircut on Tuesday");
    assertThat(spoken()).endsWith("Ahead: a haircut on Tuesday.");
    assertThat(timed().aheadMs()).isZero(); // it took no time
  }

  @Test
  void other_words_in_the_end_are_answered_as_if_nothing_had_been_thought() {
    open();

    scene.ears.hears(eager("a haircut on Tuesday"));
    scene.pass(100);
    scene.ears.hears(new Heard.EndOfTurn(new Transcript("a haircut on Thursday"), 0.9));
    scene.pass(500);

    assertThat(done).containsExactly("answered a haircut on Thursday");
    assertThat(spoken()).endsWith("Answer: a haircut on Thursday.");
  }

  @Test
  void a_caller_who_goes_on_makes_the_thought_void() {
    open();

    scene.ears.hears(eager("a haircut on Tuesday"));
    scene.pass(20);
    scene.ears.hears(new Heard.TurnResumed());
    scene.pass(20);
    scene.ears.hears(new Heard.EndOfTurn(new Transcript("a haircut on Tuesday"), 0.9));
    scene.pass(500);

    assertThat(done).containsExactly("answered a haircut on Tuesday");
  }

  @Test
  void the_agent_knowing_more_by_the_time_makes_the_thought_void() {
    open();

    scene.ears.hears(eager("a haircut on Tuesday"));
    scene.pass(20);
    scene.conversation()
        .direct(new Directive.Add(Agent.Role.INSTRUCTION, new Transcript("Be brief."), false));
    scene.pass(20);
    scene.ears.hears(new Heard.EndOfTurn(new Transcript("a haircut on Tuesday"), 0.9));
    scene.pass(500);

    assertThat(done).containsExactly("answered a haircut on Tuesday");
  }

  @Test
  void thinking_goes_on_while_endpointing_waits_and_the_turns_time_tells_what_it_saved() {
    slowly(400);
    open();
    scene.says("A haircut on Tuesday please.");
    var timed = scene.await(TurnTimed.class, it -> it.turn() == 1).timings();

    assertThat(done).hasSize(1).first().asString().startsWith("thought of");
    assertThat(timed.aheadMs()).isGreaterThanOrEqualTo(100);
    assertThat(timed.languageMs() + timed.aheadMs()).isBetween(395.0, 405.0);
    assertThat(timed.endpointingMs()).isEqualTo(350);
    assertThat(timed.overheadMs()).isLessThan(1);
  }

  @Test
  void switched_off_nothing_is_thought_ahead() {
    slowly(400);
    scene.settings = scene.settings.withThinkAhead(false);
    open();
    scene.says("A haircut on Tuesday please.");
    var timed = scene.await(TurnTimed.class, it -> it.turn() == 1).timings();

    assertThat(scene.agent.thoughts()).isEmpty();
    assertThat(timed.aheadMs()).isZero();
    assertThat(done).hasSize(1).first().asString().startsWith("answered");
  }

  @Test
  void trailing_off_is_not_thought_about() {
    open();

    scene.ears.hears(eager("I would like to"));
    scene.pass(100);

    assertThat(scene.agent.thoughts()).isEmpty();
  }

  @Test
  void in_any_order_only_what_was_committed_is_answered_and_acted_on_once() {
    int adopted = 0;
    for (int seed = 0; seed < 300; seed++) {
      adopted += call(seed);
    }
    assertThat(adopted).isGreaterThan(100);
  }

  private static int call(int seed) {
    var random = new Random(seed);
    var test = new ThinkingAheadTest();
    var scene = test.scene;
    int slowest = 1 + random.nextInt(400);
    scene.agentThreads =
        task -> scene.loop.schedule(task, Duration.ofMillis(random.nextInt(slowest)));
    test.open();
    var texts =
        List.of("a haircut", "A haircut!", "a haircut on Tuesday", "yes", "no thank you", "um");
    for (int i = 0; i < 40; i++) {
      var text = new Transcript(texts.get(random.nextInt(texts.size())));
      switch (random.nextInt(9)) {
        case 0, 1, 2 -> scene.ears.hears(new Heard.EagerEndOfTurn(text, 0.5));
        case 3 -> scene.ears.hears(new Heard.TurnResumed());
        case 4 -> scene.ears.hears(new Heard.EndOfTurn(text, 0.9));
        case 5 -> scene.ears.hears(new Heard.Final(text, true));
        case 6 -> scene.ears.hears(new Heard.Interim(text));
        case 7 -> scene.says(text.text());
        default ->
            scene.conversation()
                .direct(new Directive.Add(Agent.Role.CALLER, text, random.nextBoolean()));
      }
      scene.pass(random.nextInt(600));
    }
    scene.pass(3_000);
    test.check(seed);
    return (int) test.done.stream().filter(one -> one.startsWith("thought")).count();
  }

  private void check(int seed) {
    var taken =
        scene.of(TurnTaken.class).stream()
            .map(turn -> Wording.words(turn.text().text()))
            .toList();
    var acted =
        done.stream()
            .map(one -> Wording.words(one.replaceFirst("^(thought of|answered) ", "")))
            .toList();
    assertThat(acted).as("seed %d: each committed turn is acted on once", seed).isEqualTo(taken);
    for (var spoke : scene.of(AgentSpeaking.class)) {
      var text = spoke.text().text();
      if (text.startsWith("Ahead: ") || text.startsWith("Answer: ")) {
        var turn =
            scene.of(TurnTaken.class).stream()
                .filter(it -> it.turn() == spoke.turn())
                .findFirst()
                .orElseThrow();
        assertThat(Wording.words(text.replaceFirst("^\\w+: ", "")))
            .as("seed %d: turn %d", seed, spoke.turn())
            .isEqualTo(Wording.words(turn.text().text()));
      }
    }
  }

  private void open() {
    scene.agent.says("Hello.");
    scene.agent.thinks(
        input -> reply -> act("thought of " + input.text().text(), "Ahead: ", input, reply));
    scene.agent.otherwise(
        (input, reply) -> {
          if (input instanceof Agent.Input.Said said) {
            act("answered " + said.text().text(), "Answer: ", said, reply);
          } else {
            ScriptedAgent.listen(reply);
          }
        });
    scene.open().untilListening(0);
  }

  private void act(String what, String how, Agent.Input.Said input, Agent.Reply reply) {
    done.add(what);
    reply.say(how + input.text().text() + ".");
    ScriptedAgent.listen(reply);
  }

  /// The agent takes `ms` to think, or to answer where it has not thought.
  private void slowly(int ms) {
    scene.agent.thinksFor(Duration.ofMillis(ms), scene.loop);
  }

  private static Heard.EagerEndOfTurn eager(String text) {
    return new Heard.EagerEndOfTurn(new Transcript(text), 0.5);
  }

  private List<String> spoken() {
    return scene.of(AgentSpeaking.class).stream().map(it -> it.text().text()).toList();
  }

  private TurnTimings timed() {
    return scene.of(TurnTimed.class).getLast().timings();
  }
}
