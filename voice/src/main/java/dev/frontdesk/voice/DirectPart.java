package dev.frontdesk.voice;

import dev.frontdesk.voice.Effect.Kind;
import dev.frontdesk.voice.Effect.Question;
import dev.frontdesk.voice.Floor.Move;
import dev.frontdesk.voice.State.Answer;
import dev.frontdesk.voice.State.Directed;
import dev.frontdesk.voice.spi.Agent;
import dev.frontdesk.voice.spi.Agent.KeyPlan;
import dev.frontdesk.voice.spi.Agent.Next;
import dev.frontdesk.voice.spi.ListeningHint;

/// What is asked of the conversation from outside.
final class DirectPart {
  /// Words that wait for their turn to be spoken.
  static final int MOST_WAITING = 16;

  private static final String ENDED_AFTER_MESSAGE = "assistant-ended-call-after-message-spoken";

  private DirectPart() {}

  static void directed(Step step, Directive directive) {
    if (step.state.floor().over()) {
      step.count(Mishap.DIRECTIVE_DROPPED);
      return;
    }
    switch (directive) {
      case Directive.Say say -> say(step, say);
      case Directive.Add add -> add(step, add);
      case Directive.MuteAgent(var muted) -> muteAgent(step, muted);
      case Directive.MuteCaller(var muted) -> {
        step.state = step.state.with(step.state.directed().callerMuted(muted));
        step.emit(new Effect.MuteCaller(muted));
      }
      case Directive.Greet() -> {
        takeFromAgent(step);
        AgentPart.ask(step, new Question.Greet());
      }
    }
  }

  private static void say(Step step, Directive.Say say) {
    var directed = step.state.directed();
    if (directed.agentMuted() || directed.waiting().size() >= MOST_WAITING) {
      step.count(Mishap.DIRECTIVE_DROPPED);
    } else if (nobodySpeaks(step) || say.interruptsAgent() && step.state.floor().agents()) {
      speak(step, say);
    } else {
      step.state = step.state.with(directed.and(say));
    }
  }

  /// The floor has come back to the caller: what waited for that is spoken, unless they speak.
  static void speakWaiting(Step step) {
    var waiting = step.state.directed().waiting();
    if (!waiting.isEmpty() && nobodySpeaks(step)) {
      step.state = step.state.with(step.state.directed().withoutFirst());
      speak(step, waiting.getFirst());
    }
  }

  private static boolean nobodySpeaks(Step step) {
    var caller = step.state.caller();
    return step.state.floor() == Floor.LISTENING
        && !caller.sounding()
        && caller.wordless()
        && step.state.keys().isEmpty();
  }

  private static void speak(Step step, Directive.Say say) {
    silenceAgent(step);
    AheadPart.forget(step);
    step.stop(Event.Timer.IDLE);
    step.stop(Event.Timer.COMMIT);
    step.move(Move.DIRECTED);
    Next next =
        say.endAfter()
            ? new Next.HangUp(ENDED_AFTER_MESSAGE)
            : new Next.Listen(ListeningHint.OPEN, KeyPlan.ONE, false);
    step.state =
        step.state
            .nextEpoch()
            .with(new Answer(false, true, false, 0, next, !say.interruptible()));
    AgentPart.speak(step, say.text().text().strip(), Kind.DIRECTED);
    if (say.endAfter()) {
      step.start(Event.Timer.GOODBYE, step.settings().timing().goodbyeWithin());
    }
  }

  private static void add(Step step, Directive.Add add) {
    if (!add.answered()) {
      AheadPart.forget(step); // the agent comes to know more than it did
      step.emit(new Effect.Note(add.role(), add.text()));
      return;
    }
    takeFromAgent(step);
    if (add.role() == Agent.Role.CALLER) {
      step.tell(
          new ConversationEvent.TurnTaken(
              step.at(), step.state.turn() + 1, add.text(), 0, false));
    }
    step.state = step.state.withSilences(0);
    AgentPart.ask(
        step,
        add.role() == Agent.Role.CALLER
            ? new Question.Said(add.text().text(), false)
            : new Question.Told(add.role(), add.text()));
  }

  private static void muteAgent(Step step, boolean muted) {
    step.state = step.state.with(step.state.directed().agentMuted(muted));
    var answer = step.state.answer();
    if (!muted || !step.state.floor().agents() || !answer.playing()) {
      return;
    }
    step.emit(new Effect.Cut());
    step.state = step.state.with(answer.dry());
    if (answer.next() != null) {
      AgentPart.goOn(step);
    } else if (step.state.floor() == Floor.SPEAKING || step.state.floor() == Floor.PAUSED) {
      step.move(Move.RAN_DRY);
    }
  }

  /// Whatever the agent was about is given up, so that it can be asked anew.
  private static void takeFromAgent(Step step) {
    if (step.state.floor().agents()) {
      silenceAgent(step);
      step.move(Move.CALLER_TAKES);
      step.state = step.state.nextEpoch().with(Answer.NONE);
    }
    step.stop(Event.Timer.COMMIT);
  }

  private static void silenceAgent(Step step) {
    step.emit(new Effect.CancelAgent());
    step.emit(new Effect.Cut());
    step.stop(Event.Timer.FILLER);
    step.stop(Event.Timer.YIELD);
    step.stop(Event.Timer.GOODBYE);
    step.stop(Event.Timer.FLUSH);
  }
}
