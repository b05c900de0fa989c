package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.lab.Answer.Stay;
import dev.frontdesk.lab.CallerAct.Answers;
import dev.frontdesk.lab.CallerAct.HangsUp;
import dev.frontdesk.lab.CallerAct.Waits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CallerScriptTest {
  private static final Stay NONE = new Stay.None();

  @Test
  void the_opening_answers_the_greeting_whatever_it_says() {
    var step = script("Hi, a haircut please", says("help", "wrong")).answer(List.of("May I help?"));

    assertThat(step.act()).isEqualTo(speaks("Hi, a haircut please"));
    assertThat(step.after().turns()).isEqualTo(1);
  }

  @Test
  void an_empty_opening_is_silence_and_the_greeting_is_not_answered_later() {
    var step = script("", says("help", "late")).answer(List.of("May I help?"));

    assertThat(step.act()).isEqualTo(new Waits());
    assertThat(step.after().turns()).isZero();
  }

  @Test
  void the_first_answer_that_fits_and_is_not_used_up_is_given() {
    var once = answer("name", "Dana", NONE, 1, Optional.empty(), false);
    var script = opened(once, says("NAME", "I said Dana"), says(".", "never"));

    assertThat(said(script, "Your name?", "And your Name?", "The name?"))
        .containsExactly(speaks("Dana"), speaks("I said Dana"), speaks("I said Dana"));
  }

  @Test
  void a_pattern_may_span_utterances() {
    assertThat(said(opened(says("one\\. two", "yes")), "one.|two")).containsExactly(speaks("yes"));
  }

  @Test
  void who_waits_waits_only_for_what_follows_the_last_utterance() {
    var waits =
        answer("moment", "", new Stay.UntilAgentSpeaks(), 9, Optional.empty(), false);
    var script = opened(waits, says("booked", "thanks"));

    assertThat(said(script, "One moment.", "One moment.|You are booked."))
        .containsExactly(new Waits(), speaks("thanks"));
  }

  @Test
  void after_three_puzzled_replies_in_a_row_the_caller_hangs_up() {
    var script = opened(says("name", "Dana"));

    assertThat(said(script, "x", "x", "name", "x", "x", "x", "x"))
        .containsExactly(
            speaks("Sorry?"), speaks("Sorry?"), speaks("Dana"),
            speaks("Sorry?"), speaks("Sorry?"), speaks("Sorry?"), new HangsUp());
  }

  @Test
  void an_answer_that_barges_in_says_when_and_still_answers_who_let_the_agent_finish() {
    var early = Optional.of(Duration.ofMillis(600));
    var script = opened(answer("read", "No wait", NONE, 1, early, false));

    assertThat(script.bargeIn(List.of("Let me read that back"))).isEqualTo(early);
    assertThat(script.bargeIn(List.of("Hello"))).isEmpty();
    assertThat(said(script, "Let me read that back")).containsExactly(speaks("No wait"));
    assertThat(script.answer(List.of("read")).after().bargeIn(List.of("read"))).isEmpty();
  }

  @Test
  void silence_keys_and_hanging_up_go_together() {
    var stay = new Stay.For(Duration.ofSeconds(9));
    var script = opened(answer("bye", "", stay, 1, Optional.empty(), true));

    assertThat(said(script, "bye"))
        .containsExactly(new Answers(Duration.ofSeconds(9), "", "", true));
  }

  private static List<CallerAct> said(CallerScript script, String... agent) {
    var acts = new ArrayList<CallerAct>();
    for (var text : agent) {
      var step = script.answer(List.of(text.split("\\|")));
      acts.add(step.act());
      script = step.after();
    }
    return acts;
  }

  private static CallerScript opened(Answer... answers) {
    return script("Hi", answers).answer(List.of("Hello")).after();
  }

  private static CallerScript script(String opens, Answer... answers) {
    return CallerScript.of(
        new SyntheticCaller(
            Optional.empty(),
            SyntheticCaller.CallerVoice.DEFAULT,
            opens,
            List.of(answers),
            "Sorry?",
            OptionalDouble.empty(),
            SyntheticCaller.Rings.TOGETHER));
  }

  private static Answer says(String when, String words) {
    return answer(when, words, NONE, Integer.MAX_VALUE, Optional.empty(), false);
  }

  private static Answer answer(
      String when, String words, Stay stay, int times, Optional<Duration> bargeIn, boolean hangUp) {
    var pattern = Pattern.compile(when, Pattern.CASE_INSENSITIVE);
    return new Answer(pattern, words, "", bargeIn, stay, times, hangUp);
  }

  private static Answers speaks(String words) {
    return new Answers(Duration.ZERO, words, "", false);
  }
}
