package dev.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.voice.spi.Agent;
import dev.frontdesk.voice.spi.Agent.KeyPlan;
import dev.frontdesk.voice.spi.Agent.Next;
import dev.frontdesk.voice.spi.AskedDetail;
import dev.frontdesk.voice.spi.Heard;
import dev.frontdesk.voice.spi.ListeningHint;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.Transcript;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Events in any order at all, as no call would have them: the reducer must stay sane.
class TurnMachineFuzzTest {
  private static final int SEQUENCES = 2_000;
  private static final int EVENTS = 80;
  private static final List<String> TEXTS =
      List.of(
          "", "yes", "mhm", "no wait", "Tuesday at three", "I'd like to", "hold on a second",
          "um", "my number is four one five", "okay thanks");

  private final Step.Rules rules =
      new Step.Rules(ConversationSettings.in(Locale.ENGLISH), 350);

  @Test
  void any_order_of_events_leaves_the_machine_sane() {
    for (int seed = 0; seed < SEQUENCES; seed++) {
      sequence(seed);
    }
  }

  private void sequence(int seed) {
    var random = new Random(seed);
    var state = State.START;
    long at = 0;
    for (int i = 0; i < EVENTS; i++) {
      at += random.nextInt(400);
      var event = i == 0 ? new Event.Opened(Opening.values()[random.nextInt(3)], "") : event(random, state, at);
      var before = state;
      var outcome = TurnMachine.reduce(rules, state, at, event);
      state = outcome.state();
      check(seed, before, outcome);
    }
  }

  private static void check(int seed, State before, TurnMachine.Outcome outcome) {
    var state = outcome.state();
    assertThat(state.epoch()).as("seed %d: epochs only rise", seed)
        .isGreaterThanOrEqualTo(before.epoch());
    if (before.floor() == Floor.ENDED) {
      assertThat(outcome.effects()).as("seed %d: nothing after the end", seed).isEmpty();
    }
    long asks = 0;
    boolean known = !before.ahead().words().isEmpty();
    for (var effect : outcome.effects()) {
      if (effect instanceof Effect.Ask(_, _, var question, var thought) && thought != 0) {
        assertThat(known).as("seed %d: a thought that was forgotten", seed).isTrue();
        assertThat(thought).as("seed %d", seed).isEqualTo(before.ahead().last());
        assertThat(question)
            .as("seed %d: a thought about other words", seed)
            .isInstanceOfSatisfying(
                Effect.Question.Said.class,
                said ->
                    assertThat(Wording.words(said.text()))
                        .isEqualTo(Wording.words(before.ahead().words())));
      }
      if (effect instanceof Effect.ThinkAhead) {
        assertThat(state.floor()).as("seed %d", seed).isEqualTo(Floor.LISTENING);
      }
      known &= !(effect instanceof Effect.ForgetThought);
    }
    for (var effect : outcome.effects()) {
      switch (effect) {
        case Effect.Ask ask -> {
          asks++;
          assertThat(ask.turn()).isEqualTo(before.turn() + asks);
        }
        case Effect.Speak speak ->
            assertThat(speak.epoch()).as("seed %d: speaks for now", seed)
                .isEqualTo(state.epoch());
        case Effect.End _ ->
            assertThat(state.floor()).as("seed %d", seed).isEqualTo(Floor.ENDED);
        default -> {}
      }
    }
    assertThat(asks).as("seed %d: one question at a time", seed).isLessThanOrEqualTo(1);
    boolean tookFloor =
        outcome.moves().stream().anyMatch(moved -> moved.on() == Floor.Move.CALLER_TAKES);
    if (tookFloor) {
      assertThat(outcome.effects()).as("seed %d: a taken floor is silent", seed)
          .contains(new Effect.Cut(), new Effect.CancelAgent());
    }
  }

  private static Event event(Random random, State state, long at) {
    int epoch = state.epoch() - (random.nextInt(4) == 0 ? 1 : 0);
    return switch (random.nextInt(17)) {
      case 0 -> new Event.SoundBegan(at - 100);
      case 1 -> new Event.SoundEnded(at - 200);
      case 2, 3 -> new Event.Words(heard(random));
      case 4 -> new Event.Key("0123456789*#".charAt(random.nextInt(12)));
      case 5, 6 -> new Event.AgentSaid(epoch, text(random), random.nextInt(5) == 0);
      case 7 -> new Event.AgentHandedOn(epoch, next(random));
      case 8 -> new Event.AgentReturned(epoch);
      case 9 -> new Event.Audible(epoch);
      case 10, 11 -> new Event.RanDry(state.spoken() - (random.nextInt(4) == 0 ? 1 : 0));
      case 12, 13 ->
          new Event.TimerFired(Event.Timer.values()[random.nextInt(6)]);
      case 14 -> new Event.TimerFired(Event.Timer.WRAP_UP);
      case 15 -> new Event.Directed(directive(random));
      default -> rare(random, epoch);
    };
  }

  private static Event rare(Random random, int epoch) {
    return switch (random.nextInt(40)) {
      case 0 -> new Event.AgentFailed(epoch);
      case 1 -> new Event.VoiceGone();
      case 2 -> new Event.HearingGone();
      case 3 -> new Event.Gone(new Ending.SocketLost());
      case 4 -> new Event.TimerFired(Event.Timer.LIMIT);
      case 5 -> new Event.TimerFired(Event.Timer.GOODBYE);
      case 6 -> new Event.Broken();
      default -> new Event.SoundBegan(0);
    };
  }

  private static Directive directive(Random random) {
    var text = new Transcript(text(random));
    return switch (random.nextInt(8)) {
      case 0, 1, 2 ->
          new Directive.Say(
              text, random.nextInt(20) == 0, random.nextBoolean(), random.nextBoolean());
      case 3, 4 ->
          new Directive.Add(
              Agent.Role.values()[random.nextInt(3)], text, random.nextInt(3) > 0);
      case 5 -> new Directive.MuteAgent(random.nextInt(3) == 0);
      case 6 -> new Directive.MuteCaller(random.nextBoolean());
      default -> new Directive.Greet();
    };
  }

  private static Heard heard(Random random) {
    var text = new Transcript(text(random));
    return switch (random.nextInt(6)) {
      case 0, 1 -> new Heard.Interim(text);
      case 2 -> new Heard.Final(text, random.nextBoolean());
      case 3 -> new Heard.EagerEndOfTurn(text, 0.5);
      case 4 -> new Heard.EndOfTurn(text, 0.9);
      default ->
          random.nextBoolean()
              ? new Heard.TurnResumed()
              : new Heard.Lost(new Failure.Retryable("fuzz"), random.nextBoolean());
    };
  }

  private static Next next(Random random) {
    var detail = AskedDetail.values()[random.nextInt(AskedDetail.values().length)];
    return switch (random.nextInt(10)) {
      case 0 -> new Next.HangUp("fuzz");
      case 1 -> new Next.Transfer("+14155550123");
      default ->
          new Next.Listen(
              new ListeningHint(detail, List.of(), () -> ""),
              new KeyPlan(1 + random.nextInt(11), random.nextBoolean() ? '#' : ' '),
              random.nextInt(8) == 0);
    };
  }

  private static String text(Random random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }
}
