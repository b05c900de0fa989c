package dev.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.voice.ConversationEvent.AgentSpeaking;
import dev.frontdesk.voice.ConversationEvent.Ended;
import dev.frontdesk.voice.ConversationEvent.SilenceTaken;
import dev.frontdesk.voice.ConversationEvent.TurnTaken;
import dev.frontdesk.voice.spi.Agent.Input;
import dev.frontdesk.voice.spi.Agent.KeyPlan;
import dev.frontdesk.voice.spi.Agent.Next;
import dev.frontdesk.voice.spi.AskedDetail;
import dev.frontdesk.voice.spi.Heard;
import dev.frontdesk.voice.spi.ListeningHint;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What may happen in a call besides plain turns.
class ScenesTest {
  private static final KeyPlan NUMBER = new KeyPlan(10, '#');
  private final Scene scene = new Scene();

  @Test
  void silence_counts_from_the_moment_the_last_word_was_heard() {
    scene.agent.says("Hello, what can I do for you?");
    scene.open().untilListening(0);
    long heardMs = scene.nowMs();

    var first = scene.await(SilenceTaken.class);
    var second = scene.await(SilenceTaken.class, silence -> silence.times() == 2);

    assertThat(first.at().toMillis() - heardMs).isBetween(6_900L, 7_000L);
    assertThat(second.at()).isGreaterThan(first.at());
    assertThat(scene.agent.asked()).endsWith(new Input.Silent(1), new Input.Silent(2));
  }

  @Test
  void a_caller_who_asked_for_a_moment_is_left_alone_for_longer() {
    scene.agent.says("What is your number?").says("Take your time.");
    scene.open().untilListening(0).says("hold on a second").untilListening(1).pass(25_000);
    assertThat(scene.of(SilenceTaken.class)).isEmpty();

    scene.pass(8_000);
    assertThat(scene.agent.asked()).last().isEqualTo(new Input.WaitedEnough());
  }

  @Test
  void keys_are_one_answer_when_the_terminator_the_count_or_a_pause_ends_them() {
    scene.agent.asks(AskedDetail.PHONE_NUMBER, NUMBER, "Your number?");
    scene.agent.asks(AskedDetail.PHONE_NUMBER, NUMBER, "Again?");
    scene.agent.asks(AskedDetail.CHOICE, KeyPlan.ONE, "One or two?");
    scene.open().untilListening(0);
    press("555#");
    scene.untilListening(1);
    press("4155");
    scene.pass(2_600).untilListening(2);
    press("2");
    scene.untilListening(3);

    assertThat(scene.agent.asked())
        .containsExactly(
            new Input.Greet(), new Input.Pressed("555#"), new Input.Pressed("4155"),
            new Input.Pressed("2"));
  }

  @Test
  void keys_typed_while_the_agent_thinks_answer_its_next_question() {
    scene.agentThreads = task -> scene.loop.schedule(task, Duration.ofMillis(400));
    scene.agent.says("Press one.").asks(AskedDetail.PHONE_NUMBER, NUMBER, "Your number?");
    scene.open().untilListening(0);
    press("1");
    scene.pass(100);
    press("555#");
    scene.untilListening(2);

    assertThat(scene.agent.asked()).last().isEqualTo(new Input.Pressed("555#"));
  }

  @Test
  void a_slow_agent_is_covered_by_fillers_after_700_ms_and_then_every_5_s() {
    scene.agentThreads = task -> scene.loop.schedule(task, Duration.ofMillis(7_000));
    scene.open().pass(9_000);

    var fillers = scene.of(AgentSpeaking.class).stream().filter(AgentSpeaking::filler).toList();
    assertThat(fillers).hasSize(2);
    assertThat(fillers.getFirst().at().toMillis()).isEqualTo(800);
    assertThat(scene.of(AgentSpeaking.class).getLast().filler()).isFalse();
  }

  @Test
  void an_agent_that_fails_is_apologised_for_and_the_caller_handed_on() {
    scene.settings =
        scene.settings.withRescue(new ConversationSettings.Rescue.Transfer("+14155550123"));
    scene.agent.answers(
        (_, _) -> {
          throw new IllegalStateException("scripted");
        });
    scene.open();

    var ended = scene.await(Ended.class);
    assertThat(ended.ending())
        .isEqualTo(
            new Ending.Transferred("+14155550123", Ending.Transferred.Cause.RESCUE));
    assertThat(scene.mouth.spoken()).containsExactly(scene.settings.phrases().apology());
    assertThat(ended.counts()).containsEntry(Mishap.AGENT_FAILED, 1L);
  }

  @Test
  void a_voice_that_fails_once_is_asked_again_and_one_that_keeps_failing_ends_the_call() {
    scene.mouth.failing(1);
    scene.agent.says("Hello.").says("One.", "Two.");
    scene.open().untilListening(0);
    assertThat(scene.line.played()).isNotEmpty();

    scene.mouth.failing(9);
    scene.says("A haircut.");
    assertThat(scene.await(Ended.class).ending()).isEqualTo(new Ending.VoiceLost());
  }

  @Test
  void lost_hearing_is_opened_again_and_ends_politely_when_it_stays_lost() {
    scene.agent.says("Hello.");
    scene.open().untilListening(0);
    for (int i = 0; i < 4; i++) {
      scene.ears.hears(new Heard.Lost(new Failure.Retryable("scripted"), false));
      scene.pass(1_000);
    }

    assertThat(scene.ears.timesOpened()).isEqualTo(4);
    assertThat(scene.await(Ended.class).ending()).isEqualTo(new Ending.HearingLost());
    assertThat(scene.mouth.spoken()).contains(scene.settings.phrases().cannotHear());
  }

  @Test
  void the_longest_call_is_wrapped_up_and_then_ended() {
    scene.settings =
        scene.settings.withTiming(
            ConversationSettings.Timing.DEFAULT.withLongestCall(
                Duration.ofSeconds(12), Duration.ofSeconds(8)));
    scene.open();

    assertThat(scene.await(Ended.class).ending()).isEqualTo(new Ending.LongestCallReached());
    assertThat(scene.agent.asked()).contains(new Input.TimeIsUp());
    assertThat(scene.mouth.spoken()).contains(scene.settings.phrases().timeIsUp());
  }

  @Test
  void goodbye_is_heard_before_we_hang_up_even_when_marks_are_lost() {
    scene.line.loseMarks();
    scene.agent.leaves("Goodbye and thank you for calling.");
    scene.open();

    var ended = scene.await(Ended.class);
    assertThat(scene.line.played()).hasSize(34 * 60 / 20);
    assertThat(ended.counts()).containsKey(Mishap.MARK_MISSING);
  }

  @Test
  void a_line_that_takes_no_more_is_waited_for() {
    scene.agent.says("Hello there, caller.");
    scene.line.writable(false);
    scene.open().pass(1_000);
    assertThat(scene.line.played()).isEmpty();

    scene.line.writable(true);
    scene.untilListening(0);
    assertThat(scene.line.played()).hasSize(20 * 60 / 20);
  }

  @Test
  void every_turn_is_checkpointed_and_a_resumed_call_says_so_to_the_agent() {
    var saved = new ArrayList<String>();
    scene.store = storing(saved);
    scene.agent.says("Hello.").says("Fine.");
    scene.open().untilListening(0).says("A haircut.").untilListening(1);

    assertThat(saved).hasSize(2);
    var checkpoint = ConversationCheckpoint.parse(saved.getLast());
    assertThat(checkpoint.agentState()).isEqualTo("{\"asked\":2}");
    assertThat(checkpoint.turn()).isEqualTo(1);
    assertThat(checkpoint.said()).isEqualTo("Fine.");

    var again = new Scene();
    again.opening = Opening.RESUMED;
    again.open().untilListening(0);
    assertThat(again.agent.asked()).containsExactly(new Input.Resumed());
  }

  @Test
  void the_recognisers_own_end_of_turn_ends_the_turn_at_once() {
    scene.agent.says("Hello.").says("Fine.");
    scene.open().untilListening(0).sounds(400).pass(450);
    scene.ears.hears(new Heard.EndOfTurn(new Transcript("A haircut please."), 0.9));

    assertThat(scene.of(TurnTaken.class)).hasSize(1);
  }

  @Test
  void a_half_sentence_is_waited_for_and_becomes_one_turn_with_its_end() {
    scene.agent.says("Hello.").says("Fine.");
    scene.open().untilListening(0).says("I'd like a haircut on").pass(5 * 300 + 900);
    assertThat(scene.of(TurnTaken.class)).isEmpty();

    scene.says("Tuesday at three.").untilListening(1);
    assertThat(scene.of(TurnTaken.class)).singleElement()
        .satisfies(
            turn ->
                assertThat(turn.text().text())
                    .isEqualTo("I'd like a haircut on Tuesday at three."));
  }

  @Test
  void a_sentence_that_goes_on_is_not_cut_in_two_for_the_recogniser() {
    scene.agent.says("Hello.").says("Fine.");
    scene.open().untilListening(0).says("I'd like a haircut on").pass(5 * 300 + 900);
    assertThat(scene.ears.flushes()).isZero();

    scene.says("Tuesday at three.").untilListening(1);
    assertThat(scene.ears.flushes()).isEqualTo(1);
  }

  @Test
  void a_hint_reaches_the_recogniser_as_soon_as_the_agent_gives_it() {
    var hint = new ListeningHint(AskedDetail.NAME, List.of("Dana"), () -> "");
    scene.agent.answers(
        (_, reply) -> {
          reply.say("Your name, please?");
          reply.then(new Next.Listen(hint, KeyPlan.ONE, false));
        });
    scene.open().pass(10);

    assertThat(scene.ears.hints()).containsExactly(hint);
  }

  @Test
  void a_dropped_socket_is_not_the_end_of_the_call() {
    scene.open();
    scene.conversation().closed(false);

    assertThat(scene.await(Ended.class).ending()).isEqualTo(new Ending.SocketLost());
    assertThat(scene.line.hungUp()).isEmpty();
  }

  @Test
  void an_observer_that_throws_harms_nobody() {
    scene.observer =
        event -> {
          scene.events.add(event);
          throw new IllegalStateException("scripted");
        };
    scene.agent.leaves("Hello and goodbye.");
    scene.open();

    var counts = scene.await(Ended.class).counts();
    assertThat(counts).containsOnlyKeys(Mishap.WATCHER_FAILED);
  }

  private void press(String keys) {
    keys.chars().forEach(key -> scene.conversation().keyPressed((char) key));
  }

  private static ConversationStore storing(List<String> saved) {
    return new ConversationStore() {
      @Override
      public void save(OrgId org, CallId call, String json) {
        saved.add(json);
      }

      @Override
      public Optional<String> load(OrgId org, CallId call) {
        return saved.isEmpty() ? Optional.empty() : Optional.of(saved.getLast());
      }
    };
  }
}
