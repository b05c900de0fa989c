package dev.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.voice.ConversationEvent.AgentSpoke;
import dev.frontdesk.voice.ConversationEvent.Ended;
import dev.frontdesk.voice.ConversationEvent.SilenceTaken;
import dev.frontdesk.voice.spi.Agent;
import dev.frontdesk.voice.spi.Agent.KeyPlan;
import dev.frontdesk.voice.spi.Agent.Next;
import dev.frontdesk.voice.spi.AskedDetail;
import dev.frontdesk.voice.spi.Heard;
import dev.frontdesk.voice.spi.ListeningHint;
import dev.frontdesk.vocabulary.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whole conversations with callers, agents, voices and lines that do anything at any time.
class ConversationFuzzTest {
  private static final int CALLS = 150;
  private static final List<String> SAYINGS =
      List.of(
          "yes", "mhm", "no wait please", "a haircut on Tuesday at three", "I'd like to",
          "hold on a second", "um", "four one five five", "thank you", "stop");

  @Test
  void no_order_of_events_breaks_what_a_caller_relies_on() {
    for (int seed = 0; seed < CALLS; seed++) {
      call(seed);
    }
  }

  private static void call(int seed) {
    var random = new Random(seed);
    var scene = new Scene();
    scene.agentThreads =
        task -> scene.loop.schedule(task, Duration.ofMillis(random.nextInt(10) * 150));
    for (int i = 0; i < 60; i++) {
      int turn = i;
      scene.agent.answers((_, reply) -> answer(random, scene, turn, reply));
    }
    scene.mouth.firstAudioAfter(Duration.ofMillis(random.nextInt(400)));
    scene.mouth.betweenChunks(Duration.ofMillis(random.nextInt(250)));
    if (random.nextInt(10) == 0) {
      scene.line.loseMarks();
    }
    scene.open();
    for (int i = 0; i < 25 && scene.of(Ended.class).isEmpty(); i++) {
      act(random, scene);
      scene.pass(random.nextInt(1_500));
    }
    scene.line.writable(true);
    scene.pass(45_000);
    check(seed, scene);
  }

  private static void answer(Random random, Scene scene, int turn, Agent.Reply reply) {
    int sentences = random.nextInt(4);
    for (int i = 0; i < sentences; i++) {
      reply.say("Sentence %d of turn %d has %d words or so.".formatted(i, turn, i + 6));
    }
    if (random.nextInt(6) == 0) {
      reply.filler("Filler in turn " + turn + ".");
    }
    var detail = AskedDetail.values()[random.nextInt(AskedDetail.values().length)];
    Next listen =
        new Next.Listen(
            new ListeningHint(detail, List.of(), () -> ""),
            new KeyPlan(1 + random.nextInt(4), '#'),
            random.nextInt(10) == 0);
    switch (random.nextInt(20)) {
      case 0 -> {} // breaks its promise
      case 1 -> {
        reply.then(listen);
        reply.then(listen);
      }
      case 2 ->
          scene.loop.schedule(() -> reply.say("Far too late."), Duration.ofMillis(3_000));
      default -> reply.then(listen);
    }
  }

  private static void act(Random random, Scene scene) {
    switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> scene.says(SAYINGS.get(random.nextInt(SAYINGS.size())));
      case 4 -> scene.sounds(random.nextInt(900));
      case 5 -> scene.conversation().keyPressed("0123456789*#".charAt(random.nextInt(12)));
      case 6 -> scene.ears.hears(new Heard.Interim(saying(random)));
      case 7 -> scene.ears.hears(new Heard.Final(saying(random), true));
      case 8 -> scene.ears.hears(new Heard.EndOfTurn(saying(random), 0.9));
      case 9 -> scene.mouth.failing(random.nextInt(8) == 0 ? 1 : 0);
      case 10 -> scene.line.writable(random.nextBoolean());
      default -> scene.conversation().markReached("nobody's");
    }
  }

  private static Transcript saying(Random random) {
    return new Transcript(SAYINGS.get(random.nextInt(SAYINGS.size())));
  }

  private static void check(int seed, Scene scene) {
    byte last = 0;
    for (var frame : scene.line.played()) {
      assertThat(frame.code()).as("seed %d: an old generation sounded again", seed)
          .isGreaterThanOrEqualTo(last);
      last = frame.code();
    }
    for (var spoke : scene.of(AgentSpoke.class)) {
      assertThat(spoke.text().text()).as("seed %d", seed).startsWith(spoke.heard().text());
      assertHeardOnTheLine(seed, scene, spoke);
      if (spoke.text().text().contains(" of turn ")) {
        assertThat(spoke.text().text()).as("seed %d: words of another turn", seed)
            .contains(" of turn " + spoke.turn() + " ");
      }
      assertThat(spoke.text().text()).as("seed %d", seed).isNotEqualTo("Far too late.");
    }
    for (var input : scene.agent.asked()) {
      if (input instanceof Agent.Input.Said said) {
        assertThat(said.text().isBlank()).as("seed %d: an empty turn", seed).isFalse();
      }
    }
    for (var silence : scene.of(SilenceTaken.class)) {
      long at = silence.at().toNanos();
      assertThat(scene.line.played()).as("seed %d: idle while audio played", seed)
          .noneMatch(frame -> frame.atNs() <= at && frame.atNs() + 20_000_000 > at);
    }
    boolean alive = scene.of(SilenceTaken.class).stream().anyMatch(s -> s.at().toMillis() > 0);
    boolean ended = !scene.of(Ended.class).isEmpty();
    boolean waited =
        scene.agent.asked().stream().anyMatch(Agent.Input.WaitedEnough.class::isInstance);
    assertThat(alive || ended || waited).as("seed %d: stuck: %s", seed, scene.moves).isTrue();
    scene.of(Ended.class)
        .forEach(e -> assertThat(e.counts()).as("seed %d", seed).doesNotContainKey(Mishap.BUG));
    assertThat(scene.line.longestBufferedMs()).as("seed %d: lead", seed).isLessThanOrEqualTo(100);
  }

  /// What is told as heard is what the line played, off by at most one word.
  private static void assertHeardOnTheLine(int seed, Scene scene, AgentSpoke spoke) {
    var text = spoke.text().text();
    int first = scene.mouth.spoken().indexOf(text);
    if (scene.mouth.spoken().lastIndexOf(text) != first) {
      return; // said twice: the codes cannot tell which
    }
    long playedMs =
        20 * scene.line.played().stream().filter(f -> f.code() == (byte) (first + 1)).count();
    int known = text.length() * ScriptedMouth.MS_PER_CHAR;
    var truth =
        HeardWords.prefix(text, ScriptedMouth.timingsOf(text), playedMs, known, true);
    assertThat(Math.abs(spoke.heard().words() - new Transcript(truth).words()))
        .as("seed %d: heard %s of %s", seed, spoke.heard(), spoke.text())
        .isLessThanOrEqualTo(1);
  }
}
