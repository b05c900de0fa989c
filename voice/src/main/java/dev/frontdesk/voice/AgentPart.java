package dev.frontdesk.voice;

import dev.frontdesk.voice.Effect.Kind;
import dev.frontdesk.voice.Effect.Question;
import dev.frontdesk.voice.Effect.Speak;
import dev.frontdesk.voice.Floor.Move;
import dev.frontdesk.voice.State.Answer;
import dev.frontdesk.voice.State.Asked;
import dev.frontdesk.voice.spi.Agent.KeyPlan;
import dev.frontdesk.voice.spi.Agent.Next;
import dev.frontdesk.voice.spi.ListeningHint;

/// What the agent does: is asked, speaks, is heard, and hands the floor on.
final class AgentPart {
  private static final Next LISTEN_OPENLY =
      new Next.Listen(ListeningHint.OPEN, KeyPlan.ONE, false);

  private AgentPart() {}

  static void ask(Step step, Question question) {
    step.stop(Event.Timer.IDLE);
    step.move(Move.ASK);
    int thought = AheadPart.handOver(step, question);
    var asked = step.state.asked();
    step.state =
        step.state
            .nextEpoch()
            .nextTurn()
            .with(Answer.ASKED)
            .with(new Asked(asked.detail(), asked.keys(), false));
    step.emit(new Effect.Ask(step.state.epoch(), step.state.turn(), question, thought));
    step.start(Event.Timer.FILLER, step.settings().timing().fillerAfter());
  }

  /// The caller's words asked for a moment: silence after the answer is theirs, whatever the agent
  /// made of it.
  static void callerAskedToWait(Step step) {
    var asked = step.state.asked();
    step.state = step.state.with(new Asked(asked.detail(), asked.keys(), true));
  }

  static void said(Step step, Event.AgentSaid said) {
    if (said.epoch() != step.state.epoch() || !step.state.floor().agents()) {
      step.count(Mishap.LATE_AGENT_WORDS);
      return;
    }
    if (step.state.answer().next() != null) {
      step.count(Mishap.AGENT_BROKE_PROTOCOL);
      return;
    }
    if (said.text().isBlank()) {
      return;
    }
    speak(step, said.text().strip(), said.filler() ? Kind.FILLER : Kind.ANSWER);
    if (said.filler()) {
      step.start(Event.Timer.FILLER, step.settings().timing().fillerEvery());
    } else {
      step.stop(Event.Timer.FILLER);
    }
  }

  static void speak(Step step, String text, Kind kind) {
    if (step.state.directed().agentMuted()) {
      step.count(Mishap.MUTED_WORDS);
      return;
    }
    var state = step.state.nextSpoken();
    step.state = state.with(state.answer().saying(kind != Kind.ANSWER && kind != Kind.DIRECTED));
    step.emit(new Speak(state.spoken(), state.epoch(), state.turn(), text, kind));
  }

  static void handedOn(Step step, int epoch, Next next) {
    if (epoch != step.state.epoch() || !step.state.floor().agents()) {
      step.count(Mishap.LATE_AGENT_WORDS);
      return;
    }
    if (step.state.answer().next() != null) {
      step.count(Mishap.AGENT_BROKE_PROTOCOL);
      return;
    }
    step.state = step.state.with(step.state.answer().handedOn(next));
    step.stop(Event.Timer.FILLER);
    switch (next) {
      case Next.Listen(var hint, var keys, var waiting) -> {
        boolean wait = waiting || step.state.asked().waiting();
        step.state = step.state.with(new Asked(hint.detail(), keys, wait));
        step.emit(new Effect.Expect(hint));
      }
      case Next.HangUp _, Next.Transfer _ ->
          step.start(Event.Timer.GOODBYE, step.settings().timing().goodbyeWithin());
    }
    goOn(step);
  }

  static void returned(Step step, int epoch) {
    if (epoch != step.state.epoch() || !step.state.floor().agents()) {
      return;
    }
    step.state = step.state.with(step.state.answer().returned());
    if (step.state.answer().next() == null) {
      step.count(Mishap.AGENT_BROKE_PROTOCOL);
      handedOn(step, epoch, LISTEN_OPENLY);
    }
  }

  static void failed(Step step, int epoch) {
    step.count(Mishap.AGENT_FAILED);
    if (epoch == step.state.epoch() && step.state.floor().agents()) {
      ClosingPart.close(
          step, step.settings().phrases().apology(), new Ending.AgentFailed());
    }
  }

  static void audible(Step step, int epoch) {
    if (epoch == step.state.epoch() && step.state.floor() == Floor.THINKING) {
      step.move(Move.AUDIBLE);
    }
  }

  /// @param upTo the utterance after which nothing was given to speak, as the mouth knows it
  static void ranDry(Step step, int upTo) {
    if (upTo != step.state.spoken()) {
      return; // more was given meanwhile
    }
    var state = step.state.with(step.state.answer().dry());
    step.state = state;
    if (state.floor() == Floor.CLOSING) {
      ClosingPart.lastWordsHeard(step);
    } else if (state.answer().next() != null) {
      goOn(step);
    } else if (state.floor() == Floor.SPEAKING || state.floor() == Floor.PAUSED) {
      step.move(Move.RAN_DRY);
      if (state.answer().spoke()) { // after a filler the timer is running already
        step.start(Event.Timer.FILLER, step.settings().timing().fillerEvery());
      }
    }
  }

  /// Hands the floor on, if the agent has and all was heard.
  static void goOn(Step step) {
    var answer = step.state.answer();
    if (answer.next() == null || answer.playing() || !step.state.floor().agents()) {
      return;
    }
    switch (answer.next()) {
      case Next.Listen _ -> listen(step);
      case Next.HangUp(var reason) -> leave(step, new Ending.AgentHungUp(reason));
      case Next.Transfer(var target) ->
          leave(step, new Ending.Transferred(target, Ending.Transferred.Cause.AGENT_ASKED));
    }
  }

  /// A caller who is making a sound over our goodbye is heard out first.
  private static void leave(Step step, Ending ending) {
    if (!step.state.floor().waits()) {
      ClosingPart.end(step, ending);
    }
  }

  private static void listen(Step step) {
    if (step.state.floor().waits()) {
      step.stop(Event.Timer.YIELD);
      step.emit(new Effect.Resume());
    }
    step.move(Move.HANDED_ON);
    step.state = step.state.with(Answer.NONE);
    BargeInPart.forgetOldBackchannel(step);
    KeyPart.typedAhead(step);
    if (step.state.floor() == Floor.LISTENING) {
      CallerPart.endpoint(step);
    }
    tellTimeIsUp(step);
    DirectPart.speakWaiting(step);
  }

  static void startIdle(Step step) {
    var timing = step.settings().timing();
    step.start(
        Event.Timer.IDLE,
        step.state.asked().waiting() ? timing.waitAllowed() : timing.idleAfter());
  }

  static void tellTimeIsUp(Step step) {
    var state = step.state;
    boolean free =
        state.floor() == Floor.LISTENING
            && !state.caller().sounding()
            && state.caller().wordless();
    if (state.timeUp() && free) {
      step.state = state.withTimeUp(false);
      ask(step, new Question.TimeIsUp());
    }
  }

  /// The answer takes time, and the agent has said nothing about it.
  static void fill(Step step) {
    var state = step.state;
    var answer = state.answer();
    if (!state.floor().agents() || !answer.running() || answer.next() != null) {
      return;
    }
    if (state.floor() == Floor.THINKING && !answer.playing()) {
      var fillers = step.settings().phrases().fillers();
      speak(step, fillers.get(answer.fillers() % fillers.size()), Kind.FILLER);
      step.state = step.state.with(step.state.answer().filled());
    }
    step.start(Event.Timer.FILLER, step.settings().timing().fillerEvery());
  }
}
