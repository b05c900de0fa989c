package dev.frontdesk.lab;

import dev.frontdesk.lab.CallRecord.Line;
import dev.frontdesk.lab.CallRecord.Wait;
import dev.frontdesk.lab.CallRecord.Who;
import dev.frontdesk.lab.CallerAct.Answers;
import dev.frontdesk.lab.CallerAct.HangsUp;
import dev.frontdesk.lab.CallerAct.Waits;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One synthetic caller on a real line. Sends a frame every 20 ms on absolute deadlines, lets the
/// agent's audio play out, and answers once it has heard the agent to the end, or breaks in while
/// the words sound. Everything happens on the line's loop.
final class LiveCaller implements CallLine.Ear {
  /// A pause this long after the agent's last sound is the caller's turn.
  static final int REACTION_TICKS = 20;

  /// From the last word to the receiver being put down.
  private static final int PUTS_DOWN_TICKS = 25;

  /// Longer than any agent is silent by itself.
  static final int PATIENCE_TICKS = 45 * 50;

  private final CallLine line;
  private final CallerTicks ticks;
  private final CallerSounds sounds;
  private final AgentFeed feed;
  private final Lateness lateness;
  private final CallerMouth mouth;
  private final CompletableFuture<CallRecord> done = new CompletableFuture<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<String> agentSaid = new ArrayList<>();
  private final List<Wait> waits = new ArrayList<>();
  private final List<AgentFeed.Event.Timed> timed = new ArrayList<>();
  private final List<String> pending = new ArrayList<>();
  private final Deque<Integer> unfinished = new ArrayDeque<>();
  private CallerScript script;
  private @Nullable AutoCloseable following;
  private String call = "";
  private String problem = "";
  private boolean over;
  private long slice;
  private int sounding;
  private boolean onlyFillers = true;
  private long bargesInAt = Long.MAX_VALUE;
  private long idleUntil;
  private @Nullable Answers after;
  private long heardAgentAt;
  private @Nullable Asked asked;
  private int noReply;

  /// @param ticks    those of the line's loop
  /// @param lateness where this caller reports how late its frames left
  LiveCaller(
      CallLine line,
      CallerTicks ticks,
      SyntheticCaller caller,
      CallerSounds sounds,
      AgentFeed feed,
      Lateness lateness) {
    this.line = line;
    this.ticks = ticks;
    this.sounds = sounds;
    this.feed = feed;
    this.lateness = lateness;
    this.script = CallerScript.of(caller);
    this.mouth = new CallerMouth(line.format(), sounds.room());
  }

  /// A turn of the caller's that waits for its answer.
  private record Asked(int turn, String said, long endedNs) {}

  @FunctionalInterface
  interface Lateness {
    void late(long nanos);
  }

  /// Rings; complete when the line is dead.
  CompletableFuture<CallRecord> ring() {
    line.loop().execute(() -> line.dial(this));
    return done;
  }

  @Override
  public void answered(String id) {
    boolean again = !call.isEmpty();
    call = id;
    if (!again) {
      following = feed.follow(id, event -> line.loop().execute(() -> told(event)));
      ticks.join(this::tick);
    }
  }

  @Override
  public void agentAudio(boolean first) {
    heardAgentAt = slice;
    if (first && feed == AgentFeed.BY_EAR) {
      told(new AgentFeed.Event.Speaking(0, "(speech)", false));
      told(new AgentFeed.Event.Spoke(0, "(speech)", "(speech)", false));
    }
    if (asked != null && !mouth.isSpeaking()) {
      waits.add(new Wait(asked.turn, asked.said, (line.loop().nanoTime() - asked.endedNs) / 1e6));
      asked = null;
    }
  }

  @Override
  public void ended(String reason) {
    if (over) {
      return;
    }
    over = true;
    if (asked != null && after == null) {
      noReply++;
    }
    if (!reason.isEmpty()) {
      problem = reason;
    }
    // The server's last events of a call may still be on their way.
    line.loop().schedule(this::complete, Duration.ofMillis(300));
  }

  private void complete() {
    try {
      if (following != null) {
        following.close();
      }
    } catch (Exception e) {
      problem = problem.isEmpty() ? "the feed did not close" : problem;
    }
    done.complete(
        new CallRecord(
            call,
            lines.stream().filter(said -> !said.text().isBlank()).toList(),
            agentSaid,
            script.turns(),
            waits,
            timed,
            noReply,
            line.playout().underruns(),
            problem));
  }

  private boolean tick(long dueNs) {
    if (over) {
      return false;
    }
    lateness.late(line.loop().nanoTime() - dueNs);
    line.tick();
    boolean spoke = mouth.isSpeaking();
    line.frame(mouth.next(), slice);
    slice++;
    if (spoke && !mouth.isSpeaking()) {
      finishedSpeaking();
    }
    think();
    return !over;
  }

  private void told(AgentFeed.Event event) {
    switch (event) {
      case AgentFeed.Event.Speaking(_, var text, var filler) -> {
        pending.add(text);
        unfinished.add(lines.size());
        lines.add(new Line(Who.AGENT, text));
        agentSaid.add(text);
        onlyFillers &= filler;
        sounding++;
        if (bargesInAt == Long.MAX_VALUE && !mouth.isSpeaking()) {
          Optional<Duration> early = script.bargeIn(pending);
          early.ifPresent(delay -> bargesInAt = slice + delay.toMillis() / 20);
        }
      }
      case AgentFeed.Event.Spoke(_, _, var heard, _) -> {
        sounding = Math.max(0, sounding - 1);
        if (!unfinished.isEmpty()) {
          lines.set(unfinished.removeFirst(), new Line(Who.AGENT, heard));
        }
      }
      case AgentFeed.Event.Timed turn -> timed.add(turn);
      case AgentFeed.Event.Over _, AgentFeed.Event.Other _ -> {}
    }
  }

  private void think() {
    if (mouth.isSpeaking() || slice < idleUntil) {
      return;
    }
    if (after != null) {
      var rest = after;
      after = null;
      perform(rest);
    } else if (slice >= bargesInAt || isMyTurn()) {
      var step = script.answer(pending);
      script = step.after();
      pending.clear();
      onlyFillers = true;
      bargesInAt = Long.MAX_VALUE;
      act(step.act());
    } else if (slice - heardAgentAt > PATIENCE_TICKS) {
      problem = "the agent said nothing for " + PATIENCE_TICKS / 50 + " s";
      line.hangUp();
    }
  }

  private boolean isMyTurn() {
    return !pending.isEmpty()
        && !onlyFillers
        && sounding == 0
        && line.playout().quietTicks() >= REACTION_TICKS;
  }

  private void act(CallerAct act) {
    switch (act) {
      case Answers answers -> {
        idleUntil = slice + answers.pause().toMillis() / 20;
        heardAgentAt = Math.max(heardAgentAt, idleUntil);
        if (!answers.isSilence()) {
          after = answers;
        }
      }
      case Waits _ -> {}
      case HangsUp _ -> {
        problem = "the caller was not understood and gave up";
        line.hangUp();
      }
    }
  }

  private void perform(Answers answers) {
    if (!answers.words().isEmpty()) {
      lines.add(new Line(Who.CALLER, answers.words()));
      mouth.say(sounds.speech(answers.words()));
      asked = new Asked(script.turns() - 1, answers.words(), Long.MAX_VALUE);
      after = new Answers(Duration.ZERO, "", answers.keys(), answers.hangUp());
    } else if (!answers.keys().isEmpty()) {
      press(answers.keys());
      after = new Answers(Duration.ZERO, "", "", answers.hangUp());
    } else if (answers.hangUp()) {
      asked = null; // who hangs up wants no answer
      line.hangUp();
    }
    if (after != null && after.isSilence()) {
      after = null;
    }
    if (after != null && after.hangUp() && after.keys().isEmpty() && !mouth.isSpeaking()) {
      idleUntil = slice + PUTS_DOWN_TICKS;
    }
  }

  private void press(String keys) {
    lines.add(new Line(Who.CALLER, "[" + keys + "]"));
    if (line.signalsKeys()) {
      keys.chars().forEach(key -> line.press((char) key));
    } else {
      mouth.say(sounds.tones(keys));
    }
    asked = new Asked(script.turns() - 1, "[keys]", line.loop().nanoTime());
  }

  private void finishedSpeaking() {
    if (asked != null) {
      asked = new Asked(asked.turn, asked.said, line.loop().nanoTime());
    }
    heardAgentAt = slice;
    if (after != null && after.hangUp() && after.keys().isEmpty()) {
      idleUntil = slice + PUTS_DOWN_TICKS;
    }
  }
}
