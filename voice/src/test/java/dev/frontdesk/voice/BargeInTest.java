package dev.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.voice.ConversationEvent.BargedIn;
import dev.frontdesk.voice.ConversationEvent.BargedIn.Outcome;
import dev.frontdesk.voice.spi.Agent.Input;
import dev.frontdesk.voice.spi.Agent.KeyPlan;
import dev.frontdesk.voice.spi.AskedDetail;
import dev.frontdesk.voice.spi.Heard;
import dev.frontdesk.vocabulary.Transcript;
import org.junit.jupiter.api.Test;

class BargeInTest {
  private static final String LONG =
      "We have openings on Monday at nine, on Tuesday at ten, on Wednesday at eleven or Friday.";
  private static final String OFFER = "I have Tuesday at ten. Would you like that one instead?";
  private final Scene scene = new Scene();

  @Test
  void the_line_is_silent_within_250_ms_of_the_callers_first_sound() {
    scene.agent.says(LONG);
    scene.open().pass(2_000);
    long began = scene.loop.nanoTime();

    scene.says("No wait, Tuesday please.").pass(3_000);

    long lastSound =
        scene.line.played().stream()
            .filter(frame -> frame.code() == 1)
            .mapToLong(PlayingLine.Played::atNs)
            .max()
            .orElseThrow();
    assertThat((lastSound + 20_000_000 - began) / 1e6).isBetween(100.0, 250.0);
    assertThat(scene.of(BargedIn.class)).extracting(BargedIn::outcome)
        .containsExactly(Outcome.TOOK_FLOOR);
    assertThat(scene.of(BargedIn.class).getFirst().silenceMs()).isBetween(100L, 250L);
  }

  @Test
  void the_agent_is_told_what_of_its_words_was_heard() {
    scene.agent.says(LONG).says("Tuesday it is.");
    scene.open().pass(3_000).says("No Tuesday please.").untilListening(1);

    var heardMs = scene.line.played().stream().filter(f -> f.code() == 1).count() * 20;
    var heard =
        HeardWords.prefix(
            LONG, ScriptedMouth.timingsOf(LONG), heardMs, LONG.length() * 60, true);
    assertThat(scene.agent.asked())
        .last()
        .isInstanceOfSatisfying(
            Input.Said.class,
            said -> {
              assertThat(said.bargedIn()).isTrue();
              assertThat(said.text().text()).isEqualTo("No Tuesday please.");
              assertThat(LONG).startsWith(said.agentHeard().text());
              assertThat(said.agentHeard().words()).isCloseTo(
                  new Transcript(heard).words(), org.assertj.core.data.Offset.offset(1));
            });
  }

  @Test
  void a_cough_pauses_the_agent_who_goes_on_without_losing_a_frame() {
    scene.agent.says(LONG);
    scene.open().pass(2_000).sounds(300).untilListening(0);

    assertThat(scene.of(BargedIn.class)).extracting(BargedIn::outcome)
        .containsExactly(Outcome.FALSE_ALARM);
    var frames = scene.line.played().stream().filter(f -> f.code() == 1).count();
    assertThat(frames).isEqualTo(LONG.length() * 60L / 20);
    assertThat(scene.line.clears()).isZero();
    assertThat(scene.of(ConversationEvent.AgentSpoke.class).getFirst().heard().text())
        .isEqualTo(LONG);
  }

  @Test
  void a_backchannel_is_no_turn() {
    scene.agent.says(LONG);
    scene.open().pass(2_000).says("mhm okay").untilListening(0).pass(3_000);

    assertThat(scene.of(BargedIn.class)).extracting(BargedIn::outcome)
        .containsExactly(Outcome.BACKCHANNEL);
    assertThat(scene.agent.asked()).containsExactly(new Input.Greet());
  }

  @Test
  void yes_to_a_yes_or_no_question_is_an_answer() {
    scene.agent.asks(AskedDetail.YES_OR_NO, KeyPlan.ONE, LONG + " Is that right?").says("Good.");
    scene.open().pass(3_000).says("yes").untilListening(1);

    assertThat(scene.agent.asked()).last().isInstanceOf(Input.Said.class);
  }

  @Test
  void one_short_word_that_is_no_backchannel_takes_the_floor_once_it_is_final() {
    scene.agent.says(LONG).says("Good.");
    scene.open().pass(2_000).says("Tuesday").untilListening(1);

    assertThat(scene.agent.asked()).last().isInstanceOf(Input.Said.class);
  }

  @Test
  void a_key_stops_the_agent_at_once() {
    scene.agent.says(LONG).says("Good.");
    scene.open().pass(2_000);
    scene.conversation().keyPressed('1');
    scene.untilListening(1);

    assertThat(scene.agent.asked()).last().isEqualTo(new Input.Pressed("1"));
    assertThat(scene.line.clears()).isEqualTo(1);
  }

  @Test
  void words_said_while_the_agent_thinks_are_heard_before_it_speaks() {
    scene.agent.says("Hello.").says("Which day?").says("Tuesday it is.");
    scene.agentThreads = task -> scene.loop.schedule(task, java.time.Duration.ofMillis(600));
    scene.open().untilListening(0).says("I'd like a haircut.").pass(1_200 + 500);
    scene.says("Make that on Tuesday please.").untilListening(2);

    assertThat(scene.agent.asked()).last().isInstanceOfSatisfying(
        Input.Said.class,
        said -> assertThat(said.text().text()).isEqualTo("Make that on Tuesday please."));
    assertThat(scene.of(ConversationEvent.AgentSpeaking.class))
        .extracting(speaking -> speaking.text().text())
        .containsExactly("Hello.", "Tuesday it is.");
  }

  @Test
  void a_recogniser_without_interims_is_given_time_to_hear_a_long_sentence() {
    scene.ears.withoutInterims();
    scene.agent.says(LONG).says("Good.");
    scene.open().pass(2_000).says("I would rather come on some other day").untilListening(1);

    assertThat(scene.agent.asked()).last().isInstanceOf(Input.Said.class);
    assertThat(scene.of(BargedIn.class)).extracting(BargedIn::outcome)
        .containsExactly(Outcome.TOOK_FLOOR);
  }

  @Test
  void a_late_final_of_the_words_already_taken_is_not_said_twice() {
    scene.agent.says("Hello.").says(LONG);
    scene.open().untilListening(0);
    scene.ears.hears(new Heard.Interim(new Transcript("a haircut please")));
    scene.await(ConversationEvent.TurnTaken.class);
    scene.pass(400);
    scene.ears.hears(new Heard.Final(new Transcript("A haircut, please."), true));
    scene.untilListening(1);

    assertThat(scene.agent.asked()).hasSize(2);
  }

  @Test
  void a_yes_over_the_last_words_of_an_offer_is_its_answer() {
    scene.agent.asks(AskedDetail.CHOICE, KeyPlan.ONE, OFFER).says("Good.");
    scene.open().pass(OFFER.length() * 60 - 250).says("Yes").untilListening(1);

    assertThat(scene.agent.asked()).last().isInstanceOfSatisfying(
        Input.Said.class, said -> assertThat(said.text().text()).isEqualTo("Yes"));
  }

  @Test
  void mhm_over_the_last_words_of_a_read_back_is_its_answer() {
    scene.agent.asks(AskedDetail.YES_OR_NO, KeyPlan.ONE, OFFER).says("Good.");
    scene.open().pass(OFFER.length() * 60 - 250).says("mhm").untilListening(1);

    assertThat(scene.agent.asked()).last().isInstanceOfSatisfying(
        Input.Said.class, said -> assertThat(said.text().text()).isEqualTo("mhm"));
  }

  @Test
  void a_yes_that_is_heard_while_paused_is_kept_until_the_offer_was_heard_out() {
    scene.agent.asks(AskedDetail.CHOICE, KeyPlan.ONE, OFFER).says("Good.");
    scene.open().pass(OFFER.length() * 60 - 700).says("Yes").untilListening(1);

    assertThat(scene.agent.asked()).last().isInstanceOfSatisfying(
        Input.Said.class, said -> assertThat(said.text().text()).isEqualTo("Yes"));
  }

  @Test
  void an_okay_long_before_the_end_of_the_offers_is_no_answer() {
    scene.agent.asks(AskedDetail.CHOICE, KeyPlan.ONE, LONG);
    scene.open().pass(1_000).says("okay").untilListening(0).pass(3_000);

    assertThat(scene.agent.asked()).containsExactly(new Input.Greet());
  }

  @Test
  void a_please_that_comes_after_its_yes_was_taken_does_not_take_the_answer_away() {
    scene.agent.asks(AskedDetail.YES_OR_NO, KeyPlan.ONE, "Shall I book it?").says("Booked.");
    scene.agentThreads = task -> scene.loop.schedule(task, java.time.Duration.ofMillis(600));
    scene.open().untilListening(0);
    scene.ears.hears(new Heard.Interim(new Transcript("Yes")));
    scene.await(ConversationEvent.TurnTaken.class);
    scene.pass(200);
    scene.ears.hears(new Heard.Final(new Transcript("Yes please."), true));
    scene.untilListening(1).pass(3_000);

    assertThat(scene.agent.asked()).hasSize(2);
    assertThat(scene.of(ConversationEvent.AgentSpoke.class))
        .extracting(spoke -> spoke.heard().text()).contains("Booked.");
  }
}
