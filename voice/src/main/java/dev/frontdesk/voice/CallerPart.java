package dev.frontdesk.voice;

import dev.frontdesk.voice.Effect.Question;
import dev.frontdesk.voice.Endpointing.Verdict;
import dev.frontdesk.voice.Floor.Move;
import dev.frontdesk.voice.spi.AskedDetail;
import dev.frontdesk.voice.spi.Heard;
import dev.frontdesk.vocabulary.Transcript;

/// What the caller does: sounds, words, and the end of their turn.
final class CallerPart {
  private static final long LONGEST_NOISE_MS = 15_000;

  private static final long FLUSH_AHEAD_MS = 250;

  private CallerPart() {}

  static void soundBegan(Step step, long sinceMs) {
    var state = step.state;
    var caller = state.caller();
    boolean wentOn = state.floor() == Floor.LISTENING && !caller.wordless();
    if (wentOn && caller.soundMs() >= 0) {
      boolean couldStand = TurnEndText.judge(caller.text(), state.asked().detail())
          != TurnEndText.UNFINISHED;
      step.state = state.with(state.pace().paused(sinceMs - caller.soundMs(), couldStand));
    }
    boolean over = state.floor() == Floor.SPEAKING || state.floor() == Floor.CLOSING;
    step.state = step.state.with(caller.soundBegan(sinceMs, over));
    switch (state.floor()) {
      case LISTENING -> {
        step.stop(Event.Timer.COMMIT);
        step.stop(Event.Timer.FLUSH);
        step.start(Event.Timer.IDLE, LONGEST_NOISE_MS); // a vacuum cleaner is a kind of silence
      }
      case THINKING, SPEAKING -> {
        if (state.answer().firm()) {
          return;
        }
        step.move(Move.CALLER_SOUNDS);
        step.emit(new Effect.Pause());
        step.start(Event.Timer.YIELD, step.settings().bargeIn().falseAfter());
      }
      case HELD, PAUSED, CLOSING, ENDED -> {}
    }
  }

  static void soundEnded(Step step, long lastMs) {
    var caller = step.state.caller().soundEnded(lastMs);
    step.state = step.state.with(caller);
    if (step.state.floor() != Floor.LISTENING || caller.wordless()) {
      step.emit(new Effect.Flush());
    }
    switch (step.state.floor()) {
      case LISTENING -> {
        endpoint(step);
        AheadPart.consider(step);
      }
      case HELD, PAUSED -> BargeInPart.soundEnded(step);
      case THINKING, SPEAKING, CLOSING, ENDED -> {}
    }
  }

  static void words(Step step, Heard heard) {
    var caller = step.state.caller();
    boolean settled = false;
    switch (heard) {
      case Heard.Interim(var text) -> caller = caller.interim(text.text(), step.atMs, false);
      case Heard.EagerEndOfTurn(var turn, _) ->
          caller = caller.interim(turn.text(), step.atMs, true);
      case Heard.TurnResumed() -> caller = caller.goesOn();
      case Heard.Final(var text, _) -> {
        // its end of speech is only silence, which we hear ourselves
        caller = caller.settle(text.text(), step.atMs, false, false);
        settled = true;
      }
      case Heard.EndOfTurn(var turn, _) -> {
        caller = caller.settle(turn.text(), step.atMs, true, true);
        settled = true;
      }
      case Heard.Lost(_, var recovers) -> {
        lost(step, recovers);
        return;
      }
    }
    step.state = step.state.with(caller);
    if (heard instanceof Heard.TurnResumed) {
      AheadPart.forget(step);
    }
    if (step.state.floor() == Floor.LISTENING) {
      heardWhileListening(step, settled);
      AheadPart.consider(step);
    } else if (step.state.floor().agents() && !step.state.answer().firm()) {
      BargeInPart.words(step, settled);
    }
  }

  private static void lost(Step step, boolean recovers) {
    step.count(Mishap.HEARING_LOST);
    if (!recovers) {
      step.emit(new Effect.ReopenEars());
    }
  }

  private static void heardWhileListening(Step step, boolean settled) {
    var caller = step.state.caller();
    if (settled && caller.overAgent() && isBackchannel(step)) {
      step.count(Mishap.BACKCHANNEL_DROPPED);
      step.state = step.state.with(caller.dealtWith(step.atMs));
    } else if (!caller.wordless()) {
      step.stop(Event.Timer.IDLE);
      tellHeard(step, settled);
    }
    endpoint(step);
  }

  /// Said over the end of the agent's words, and asking for nothing. Where a yes, or one of some
  /// offers, was asked for, it is the answer: people say it as soon as they know the question.
  private static boolean isBackchannel(Step step) {
    if (step.state.asked().wantsAssent()) {
      return false;
    }
    var verdict =
        new BargeInPolicy(step.settings().bargeIn())
            .judge(step.state.caller().text(), true, 0, step.state.asked().detail());
    return verdict == BargeInPolicy.Verdict.GO_ON;
  }

  static void tellHeard(Step step, boolean settled) {
    step.tell(
        new ConversationEvent.CallerHeard(
            step.at(),
            step.state.turn() + 1,
            new Transcript(step.state.caller().text()),
            settled));
  }

  /// The silence that was waited for is over: what is late now is our own doing.
  static void timeToCommit(Step step) {
    endpoint(step, true);
  }

  /// Decides whether the turn is over, or when to look again.
  static void endpoint(Step step) {
    endpoint(step, false);
  }

  private static void endpoint(Step step, boolean onTime) {
    var state = step.state;
    if (state.floor() != Floor.LISTENING) {
      return;
    }
    var endpointing = new Endpointing(step.settings().endpointing(), step.rules.lateFinalMs());
    switch (endpointing.judge(state.caller(), state.asked().detail(), state.pace(), step.atMs)) {
      case Verdict.Idle() -> {
        step.stop(Event.Timer.COMMIT);
        if (!state.caller().sounding()) {
          AgentPart.startIdle(step);
        }
      }
      case Verdict.Wait(var untilMs, var patienceMs) -> {
        step.start(Event.Timer.COMMIT, untilMs - step.atMs);
        flushInTime(step, patienceMs);
      }
      case Verdict.Commit(var patienceMs) -> commit(step, onTime ? patienceMs : waited(step));
      case Verdict.Discard() -> discard(step);
    }
  }

  /// Not before the turn is nearly over: a flush ends the recogniser's utterance, and a sentence
  /// cut at a comma is heard worse.
  private static void flushInTime(Step step, long patienceMs) {
    var caller = step.state.caller();
    if (caller.settled() || caller.wordless() || caller.soundMs() < 0) {
      step.stop(Event.Timer.FLUSH);
    } else {
      long nearlyOver = caller.soundMs() + patienceMs - FLUSH_AHEAD_MS;
      step.start(Event.Timer.FLUSH, nearlyOver - step.atMs);
    }
  }

  private static void discard(Step step) {
    step.count(Mishap.WORDLESS_SOUND);
    step.state = step.state.with(step.state.caller().dealtWith(step.atMs));
    AgentPart.startIdle(step);
  }

  /// A turn that words ended had to wait for them.
  private static long waited(Step step) {
    return step.atMs - lastSound(step.state.caller());
  }

  private static long lastSound(Caller caller) {
    return caller.soundMs() >= 0 ? caller.soundMs() : caller.wordsMs();
  }

  private static void commit(Step step, long waitMs) {
    var caller = step.state.caller();
    var text = caller.text();
    long sound = lastSound(caller);
    step.stop(Event.Timer.COMMIT);
    step.stop(Event.Timer.FLUSH);
    step.stop(Event.Timer.KEYS);
    if (!caller.interim().isEmpty()) {
      tellHeard(step, true);
    }
    step.tell(
        new ConversationEvent.TurnTaken(
            step.at(), step.state.turn() + 1, new Transcript(text), step.atMs - sound,
            caller.bargedIn()));
    boolean waiting =
        TurnEndText.judge(text, AskedDetail.ANYTHING) == TurnEndText.WAIT;
    step.state =
        step.state
            .with(caller.dealtWith(step.atMs))
            .with(step.state.pace().smooth())
            .withSilences(0)
            .withKeys("");
    AgentPart.ask(step, new Question.Said(text, caller.bargedIn()));
    if (waiting) {
      AgentPart.callerAskedToWait(step);
    }
    step.emit(new Effect.Committed(step.state.epoch(), sound, waitMs));
  }
}
