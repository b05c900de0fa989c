package dev.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.testkit.TransitionCoverage;
import dev.frontdesk.voice.spi.Agent.KeyPlan;
import dev.frontdesk.voice.spi.Agent.Next;
import dev.frontdesk.voice.spi.Heard;
import dev.frontdesk.voice.spi.ListeningHint;
import dev.frontdesk.vocabulary.Transcript;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Takes every row of the floor's table in conversations as callers have them.
class FloorTest {
  private static final TransitionCoverage<Floor, Floor.Move> COVERAGE =
      TransitionCoverage.of("Floor", Floor.TABLE);
  private static final String LONG = "One two three four five six seven eight nine ten eleven.";

  private final Scene scene = new Scene();

  FloorTest() {
    scene.onMove = moved -> COVERAGE.visited(moved.from(), moved.on());
  }

  @AfterAll
  static void every_row_was_taken_and_the_diagram_shows_them() {
    COVERAGE.everyTransitionWasVisited();
    COVERAGE.diagramIsCurrent();
  }

  @Test
  void a_plain_exchange_ends_with_a_goodbye() {
    scene.agent.says("Hello.").leaves("Goodbye.");
    scene.open().untilListening(0).says("That is all.");
    scene.await(ConversationEvent.Ended.class);
  }

  @Test
  void the_caller_takes_the_floor_or_yields_it() {
    scene.agent.says(LONG).says(LONG);
    scene.open().pass(1_000).sounds(200).pass(2_500);
    scene.says("No, stop that please.").untilListening(1);
    assertThat(scene.moves).extracting(Step.Moved::on)
        .contains(Floor.Move.CALLER_YIELDS, Floor.Move.CALLER_TAKES);
  }

  @Test
  void a_sound_before_the_first_word_holds_the_answer_back() {
    scene.agentThreads = task -> scene.loop.schedule(task, Duration.ofMillis(500));
    scene.agent.says("Hello.").says("Fine.");
    scene.open().pass(50).sounds(200).pass(1_500).untilListening(0);
    scene.open().pass(50).says("Hello hello who is there").pass(1_300);
  }

  @Test
  void a_word_without_a_sound_takes_the_floor_too() {
    scene.agentThreads = task -> scene.loop.schedule(task, Duration.ofMillis(500));
    scene.open().pass(100);
    scene.ears.hears(
        new Heard.Final(new Transcript("Stop that now"), true));
    scene.pass(1_300);
    scene.ears.hears(
        new Heard.Final(new Transcript("And this is what I want"), true));
    scene.pass(100);
  }

  @Test
  void a_key_takes_the_floor_from_a_speaking_agent() {
    scene.agent.says(LONG);
    scene.open().pass(1_000);
    scene.conversation().keyPressed('1');
    assertThat(scene.moves).contains(new Step.Moved(Floor.SPEAKING, Floor.Move.CALLER_TAKES));
  }

  @Test
  void an_agent_that_hands_on_without_words_hands_on_at_once() {
    Next listen = new Next.Listen(ListeningHint.OPEN, KeyPlan.ONE, false);
    scene.agent.answers((_, reply) -> reply.then(listen));
    scene.open().untilListening(0);

    var held = new Scene();
    held.onMove = scene.onMove;
    held.agentThreads = task -> held.loop.schedule(task, Duration.ofMillis(500));
    held.agent.answers((_, reply) -> reply.then(listen));
    held.open().pass(350).sounds(600).pass(400);
    assertThat(held.moves).contains(new Step.Moved(Floor.HELD, Floor.Move.HANDED_ON));
  }

  @Test
  void a_filler_runs_dry_while_the_agent_is_still_at_work() {
    scene.agentThreads = task -> scene.loop.schedule(task, Duration.ofMillis(6_000));
    scene.open().pass(4_000);
    assertThat(scene.moves).contains(new Step.Moved(Floor.SPEAKING, Floor.Move.RAN_DRY));

    var paused = new Scene();
    paused.onMove = scene.onMove;
    paused.agentThreads = task -> paused.loop.schedule(task, Duration.ofMillis(6_000));
    paused.open().pass(700 + 100 + 19 * 60 - 140).sounds(600).pass(500);
    assertThat(paused.moves).contains(new Step.Moved(Floor.PAUSED, Floor.Move.RAN_DRY));
  }

  @Test
  void a_caller_who_answers_into_the_last_word_has_the_floor() {
    scene.agent.says(LONG);
    scene.open().pass(100 + LONG.length() * 60 - 160).sounds(600).pass(400);
    assertThat(scene.moves).contains(new Step.Moved(Floor.PAUSED, Floor.Move.HANDED_ON));
  }

  @Test
  void we_can_close_and_end_from_everywhere() {
    for (var floor : Floor.values()) {
      closing(floor, new Event.HearingGone());
      closing(floor, new Event.Gone(new Ending.CallerHungUp()));
    }
  }

  @Test
  void words_from_outside_can_be_spoken_from_everywhere() {
    var rules = new Step.Rules(ConversationSettings.in(Locale.ENGLISH), 350);
    var say = new Directive.Say(new Transcript("Attention please."), false, true, true);
    for (var floor : Floor.values()) {
      var outcome =
          TurnMachine.reduce(rules, State.START.with(floor), 0, new Event.Directed(say));
      outcome.moves().forEach(scene.onMove);
      assertThat(outcome.state().floor()).isEqualTo(floor.over() ? floor : Floor.THINKING);
    }
  }

  private void closing(Floor floor, Event event) {
    var rules =
        new Step.Rules(ConversationSettings.in(Locale.ENGLISH), 350);
    var outcome = TurnMachine.reduce(rules, State.START.with(floor), 0, event);
    outcome.moves().forEach(scene.onMove);
    assertThat(outcome.state().floor().over()).isTrue();
  }
}
