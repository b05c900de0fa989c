package dev.frontdesk.voice;

import dev.frontdesk.voice.BargeInPolicy.Verdict;
import dev.frontdesk.voice.ConversationEvent.BargedIn.Outcome;
import dev.frontdesk.voice.Floor.Move;
import org.jspecify.annotations.Nullable;

/// The caller makes a sound while the agent has the floor: pause, then commit or resume.
final class BargeInPart {
  /// Recognisers without interims tell nothing until the sound is over.
  private static final long LONGEST_SILENT_SPEECH_MS = 6_000;
  private static final long LOOK_AGAIN_MS = 400;
  private static final long ANSWERS_WITHIN_MS = 1_000;

  private BargeInPart() {}

  static void words(Step step, boolean settled) {
    switch (judge(step, settled)) {
      case TAKE -> take(step, settled);
      case GO_ON -> {
        if (settled && !mayAnswer(step)) {
          drop(step);
        }
        if (step.state.floor().waits() && (settled || !step.state.caller().sounding())) {
          resume(step, Outcome.BACKCHANNEL);
        }
      }
      case UNDECIDED, NOTHING -> {
        if (settled && step.state.caller().wordless() && !step.state.caller().sounding()) {
          yieldIfWaiting(step);
        }
      }
    }
  }

  /// The sound is over: words may still come, for as long as this recogniser takes.
  static void soundEnded(Step step) {
    if (judge(step, false) == Verdict.GO_ON) {
      dropUnlessAnswer(step);
      resume(step, Outcome.BACKCHANNEL);
      return;
    }
    long wordsBy = step.state.caller().soundMs() + step.rules.lateFinalMs() + 150;
    step.start(Event.Timer.YIELD, wordsBy - step.atMs);
  }

  static void timeToYield(Step step) {
    if (!step.state.floor().waits()) {
      return;
    }
    var caller = step.state.caller();
    switch (judge(step, !caller.sounding())) {
      case TAKE -> take(step, false);
      case GO_ON -> {
        dropUnlessAnswer(step);
        resume(step, Outcome.BACKCHANNEL);
      }
      case UNDECIDED -> step.start(Event.Timer.YIELD, LOOK_AGAIN_MS);
      case NOTHING -> {
        boolean wordsMayCome =
            caller.sounding()
                && !caller.givesInterims()
                && step.atMs - caller.segmentMs() < LONGEST_SILENT_SPEECH_MS;
        if (wordsMayCome) {
          step.start(Event.Timer.YIELD, LOOK_AGAIN_MS);
        } else {
          step.count(Mishap.WORDLESS_SOUND);
          resume(step, Outcome.FALSE_ALARM);
        }
      }
    }
  }

  private static Verdict judge(Step step, boolean settled) {
    var caller = step.state.caller();
    long from = caller.segmentMs() >= 0 ? caller.segmentMs() : step.atMs;
    long until = caller.sounding() ? step.atMs : Math.max(from, caller.soundMs());
    return new BargeInPolicy(step.settings().bargeIn())
        .judge(caller.text(), settled, until - from, step.state.asked().detail());
  }

  private static void take(Step step, boolean settled) {
    boolean beforeWords = step.state.floor() == Floor.THINKING || step.state.floor() == Floor.HELD;
    if (beforeWords && !step.state.answer().playing()) {
      step.state = step.state.with(step.state.pace().cutOff());
    }
    TurnMachine.takeFloor(step);
    tell(step, Outcome.TOOK_FLOOR);
    CallerPart.tellHeard(step, settled);
    CallerPart.endpoint(step);
  }

  private static void drop(Step step) {
    step.count(Mishap.BACKCHANNEL_DROPPED);
    step.state = step.state.with(step.state.caller().dealtWith(step.atMs));
  }

  private static void dropUnlessAnswer(Step step) {
    if (!mayAnswer(step)) {
      drop(step);
    }
  }

  /// An "okay" over the last words of a question is its answer; it is kept until the agent has
  /// been heard out.
  private static boolean mayAnswer(Step step) {
    var state = step.state;
    return state.answer().next() != null
        && state.asked().wantsAssent()
        && !state.caller().wordless();
  }

  /// The agent was heard out. What was said over it long before its end was no answer.
  static void forgetOldBackchannel(Step step) {
    var caller = step.state.caller();
    boolean old =
        caller.overAgent() && !caller.sounding() && !caller.wordless()
            && step.atMs - caller.wordsMs() > ANSWERS_WITHIN_MS;
    if (old) {
      drop(step);
    }
  }

  private static void yieldIfWaiting(Step step) {
    if (step.state.floor().waits()) {
      resume(step, Outcome.FALSE_ALARM);
    }
  }

  private static void resume(Step step, @Nullable Outcome outcome) {
    step.stop(Event.Timer.YIELD);
    if (outcome != null) {
      tell(step, outcome);
    }
    boolean keeps = outcome == Outcome.BACKCHANNEL && mayAnswer(step);
    if (!keeps) {
      step.state = step.state.with(step.state.caller().dealtWith(step.atMs));
    }
    step.move(Move.CALLER_YIELDS);
    step.emit(new Effect.Resume());
    AgentPart.goOn(step);
  }

  private static void tell(Step step, Outcome outcome) {
    var caller = step.state.caller();
    long silence = caller.segmentMs() < 0 ? -1 : step.atMs - caller.segmentMs();
    step.tell(new ConversationEvent.BargedIn(step.at(), step.state.turn(), outcome, silence));
  }
}
