package dev.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.Transcript;
import dev.frontdesk.voice.ConversationEvent.AgentSpoke;
import dev.frontdesk.voice.ConversationEvent.Ended;
import dev.frontdesk.voice.ConversationEvent.SilenceTaken;
import dev.frontdesk.voice.ConversationEvent.TurnTaken;
import dev.frontdesk.voice.spi.Agent.Input;
import dev.frontdesk.voice.spi.Agent.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What is asked of a conversation from outside, as callers and agents notice it.
class DirectedTest {
  private static final String LONG = "One two three four five six seven eight nine ten eleven.";

  private final Scene scene = new Scene();

  @Test
  void words_from_outside_are_spoken_at_once_while_nobody_speaks() {
    scene.agent.says("Hello.");
    scene.open().untilListening(0);
    scene.conversation().direct(say("The doctor is late."));
    var spoke = scene.await(AgentSpoke.class, s -> s.text().text().startsWith("The doctor"));

    assertThat(spoke.heard()).isEqualTo(spoke.text());
    assertThat(scene.agent.asked()).containsExactly(new Input.Greet());
    scene.says("All right then.").untilListening(1);
    assertThat(scene.agent.asked()).last().isInstanceOf(Input.Said.class);
  }

  @Test
  void they_wait_until_the_agent_was_heard() {
    scene.agent.says(LONG);
    scene.open().pass(500);
    scene.conversation().direct(say("One more thing."));
    scene.await(AgentSpoke.class, s -> s.text().text().startsWith("One more"));

    assertThat(scene.mouth.spoken()).containsExactly(LONG, "One more thing.");
    assertThat(scene.of(AgentSpoke.class).getFirst().heard().text()).isEqualTo(LONG);
  }

  @Test
  void they_replace_what_the_agent_says_when_they_are_told_to() {
    scene.agent.says(LONG);
    scene.open().pass(1_200);
    scene.conversation().direct(
        new Directive.Say(new Transcript("Fire alarm!"), false, true, true));
    scene.await(AgentSpoke.class, s -> s.text().text().startsWith("Fire"));

    var cut = scene.of(AgentSpoke.class).getFirst();
    assertThat(cut.heard().text()).isNotEmpty().isNotEqualTo(LONG);
    assertThat(LONG).startsWith(cut.heard().text());
  }

  @Test
  void a_caller_who_is_speaking_is_not_spoken_over() {
    scene.agent.says("Hello.").says("Fine.");
    scene.open().untilListening(0).says("I would like a haircut").pass(400);
    scene.conversation().direct(
        new Directive.Say(new Transcript("Wait."), false, true, true));
    scene.await(AgentSpoke.class, s -> s.text().text().startsWith("Wait."));

    assertThat(scene.mouth.spoken()).containsExactly("Hello.", "Fine.", "Wait.");
  }

  @Test
  void the_call_ends_once_they_were_heard_when_that_is_asked_for() {
    scene.agent.says("Hello.");
    scene.open().untilListening(0);
    scene.conversation().direct(
        new Directive.Say(new Transcript("We are closing now."), true, true, false));

    assertThat(scene.await(Ended.class).ending().word())
        .isEqualTo("assistant-ended-call-after-message-spoken");
    assertThat(scene.of(AgentSpoke.class).getLast().heard().text())
        .isEqualTo("We are closing now.");
    assertThat(scene.agent.timesEnded()).isEqualTo(1);
  }

  @Test
  void words_that_may_not_be_interrupted_are_heard_to_their_end() {
    scene.agent.says("Hello.").says("Fine.");
    scene.open().untilListening(0);
    scene.conversation().direct(new Directive.Say(new Transcript(LONG), false, false, false));
    scene.pass(600).says("stop wait I want something else");
    var spoke = scene.await(AgentSpoke.class, s -> s.text().text().equals(LONG));

    assertThat(spoke.heard().text()).isEqualTo(LONG);
    scene.await(TurnTaken.class); // and what the caller said over them is answered
  }

  @Test
  void keys_pressed_over_them_answer_afterwards() {
    scene.agent.says("Hello.").says("Fine.");
    scene.open().untilListening(0);
    scene.conversation().direct(new Directive.Say(new Transcript(LONG), false, false, false));
    scene.pass(900);
    scene.conversation().keyPressed('5');
    scene.await(AgentSpoke.class, s -> s.heard().text().equals(LONG));
    scene.pass(3_000);

    assertThat(scene.agent.asked()).last().isEqualTo(new Input.Pressed("5"));
  }

  @Test
  void what_is_added_as_the_callers_words_is_answered_like_them() {
    scene.agent.says("Hello.").says("Fine.");
    scene.open().untilListening(0);
    scene.conversation().direct(
        new Directive.Add(Role.CALLER, new Transcript("A haircut please"), true));
    scene.untilListening(1);

    assertThat(scene.agent.asked()).last()
        .isEqualTo(
            new Input.Said(
                new Transcript("A haircut please"), new Transcript("Hello."), false));
    assertThat(scene.of(TurnTaken.class)).hasSize(1);
  }

  @Test
  void an_instruction_interrupts_the_agent_and_is_answered() {
    scene.agent.says(LONG).says("As you wish.");
    scene.open().pass(900);
    scene.conversation().direct(
        new Directive.Add(Role.INSTRUCTION, new Transcript("Be brief"), true));
    scene.untilListening(1);

    assertThat(scene.agent.asked()).last()
        .isEqualTo(new Input.Told(Role.INSTRUCTION, new Transcript("Be brief")));
    assertThat(scene.mouth.spoken()).containsExactly(LONG, "As you wish.");
  }

  @Test
  void a_note_is_taken_without_an_answer() {
    scene.agent.says("Hello.");
    scene.open().untilListening(0);
    scene.conversation().direct(
        new Directive.Add(Role.INSTRUCTION, new Transcript("The caller is a regular"), false));
    scene.pass(1_000);

    assertThat(scene.agent.asked()).containsExactly(new Input.Greet());
    assertThat(scene.agent.notes()).containsExactly("The caller is a regular");
  }

  @Test
  void a_muted_agent_falls_silent_and_acts_on_unheard() {
    scene.agent.says(LONG).says("You cannot hear this.").says("Now you can.");
    scene.open().pass(900);
    scene.conversation().direct(new Directive.MuteAgent(true));
    scene.pass(100);
    int played = scene.line.played().size();
    scene.says("A haircut please").pass(4_000);
    assertThat(scene.agent.asked()).hasSize(2);
    assertThat(scene.line.played()).hasSize(played);
    scene.pass(30_000);
    assertThat(scene.of(SilenceTaken.class)).isEmpty();

    scene.conversation().direct(new Directive.MuteAgent(false));
    scene.pass(100).says("Are you there").pass(4_000);
    assertThat(scene.of(AgentSpoke.class).getLast().heard().text()).isEqualTo("Now you can.");
  }

  @Test
  void a_muted_agent_that_leaves_does_so_at_once() {
    scene.agent.says("Hello.").leaves("Goodbye.");
    scene.open().untilListening(0);
    scene.conversation().direct(new Directive.MuteAgent(true));
    scene.says("That is all.");
    scene.await(Ended.class);

    assertThat(scene.mouth.spoken()).containsExactly("Hello.");
  }

  @Test
  void a_muted_caller_is_not_heard_but_may_press_keys() {
    scene.agent.says("Hello.");
    scene.open().untilListening(0);
    scene.conversation().direct(new Directive.MuteCaller(true));
    scene.loop.settle();
    scene.sounds(600).pass(20_000);
    assertThat(scene.of(SilenceTaken.class)).isEmpty();
    assertThat(scene.ears.loudFrames()).isZero();

    scene.conversation().keyPressed('1');
    scene.pass(3_000);
    assertThat(scene.agent.asked()).last().isEqualTo(new Input.Pressed("1"));
  }

  @Test
  void the_first_message_is_said_again_on_request() {
    scene.agent.says("Hello.").says("Hello again.");
    scene.open().untilListening(0);
    scene.conversation().direct(new Directive.Greet());
    scene.untilListening(1);

    assertThat(scene.agent.asked()).containsExactly(new Input.Greet(), new Input.Greet());
  }

  @Test
  void what_comes_after_the_last_words_or_too_much_at_once_is_dropped_and_counted() {
    scene.agent.says(LONG);
    scene.open().pass(300);
    for (int i = 0; i < DirectPart.MOST_WAITING + 2; i++) {
      scene.conversation().direct(say("Again " + i + "."));
    }
    scene.loop.settle();
    scene.conversation().end("test");
    var counts = scene.await(Ended.class).counts();

    assertThat(counts).containsEntry(Mishap.DIRECTIVE_DROPPED, 2L);
    assertThat(scene.loop.nanoTime()).isLessThan(Duration.ofMinutes(1).toNanos());
  }

  @Test
  void a_caller_who_could_not_be_put_through_is_told_by_the_agent() {
    scene.opening = Opening.NOT_PUT_THROUGH;
    scene.open().untilListening(0);

    assertThat(scene.agent.asked()).containsExactly(new Input.NotPutThrough());
  }

  private static Directive say(String text) {
    return new Directive.Say(new Transcript(text), false, true, false);
  }
}
