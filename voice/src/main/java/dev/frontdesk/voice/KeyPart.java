package dev.frontdesk.voice;

import dev.frontdesk.voice.ConversationEvent.BargedIn;
import dev.frontdesk.voice.Effect.Question;

/// Keys: collected into one answer, ended by the terminator, the count, or a pause.
final class KeyPart {
  private static final int MOST_TYPED_AHEAD = 32;

  private KeyPart() {}

  static void pressed(Step step, char key) {
    step.state = step.state.withSilences(0);
    switch (step.state.floor()) {
      case LISTENING -> collect(step, key);
      case SPEAKING, PAUSED -> {
        if (step.state.answer().firm()) {
          typeAhead(step, key);
          return;
        }
        TurnMachine.takeFloor(step);
        step.tell(
            new BargedIn(step.at(), step.state.turn(), BargedIn.Outcome.TOOK_FLOOR, -1));
        collect(step, key);
      }
      case THINKING, HELD -> typeAhead(step, key);
      case CLOSING, ENDED -> step.count(Mishap.KEY_DROPPED);
    }
  }

  private static void typeAhead(Step step, char key) {
    if (step.state.keys().length() >= MOST_TYPED_AHEAD) {
      step.count(Mishap.KEY_DROPPED);
    } else {
      step.state = step.state.withKeys(step.state.keys() + key);
    }
  }

  /// Keys pressed while the agent was thinking belong to its next question.
  static void typedAhead(Step step) {
    var keys = step.state.keys();
    step.state = step.state.withKeys("");
    int i = 0;
    if (!keys.isEmpty() && keys.charAt(0) == '#' && !isTerminator(step, '#')) {
      i++; // many end every number with it, wanted or not
    }
    for (; i < keys.length(); i++) {
      if (step.state.floor() == Floor.LISTENING) {
        collect(step, keys.charAt(i));
      } else {
        typeAhead(step, keys.charAt(i));
      }
    }
  }

  private static void collect(Step step, char key) {
    step.stop(Event.Timer.IDLE);
    step.stop(Event.Timer.COMMIT);
    var keys = step.state.keys() + key;
    step.state = step.state.withKeys(keys);
    if (isTerminator(step, key) || keys.length() >= step.state.asked().keys().most()) {
      answer(step);
    } else {
      step.start(Event.Timer.KEYS, step.settings().timing().betweenKeys());
    }
  }

  private static boolean isTerminator(Step step, char key) {
    return key == step.state.asked().keys().terminator() && key != ' ';
  }

  static void noFurtherKey(Step step) {
    if (step.state.floor() == Floor.LISTENING && !step.state.keys().isEmpty()) {
      answer(step);
    }
  }

  private static void answer(Step step) {
    var keys = step.state.keys();
    step.stop(Event.Timer.KEYS);
    step.tell(
        new ConversationEvent.KeysTaken(step.at(), step.state.turn() + 1, keys.length()));
    step.state = step.state.withKeys("").with(step.state.caller().dealtWith(step.atMs));
    AgentPart.ask(step, new Question.Pressed(keys));
  }
}
