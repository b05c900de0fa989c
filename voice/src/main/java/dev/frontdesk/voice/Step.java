package dev.frontdesk.voice;

import dev.frontdesk.voice.Effect.Count;
import dev.frontdesk.voice.Effect.Start;
import dev.frontdesk.voice.Effect.Stop;
import dev.frontdesk.voice.Effect.Tell;
import dev.frontdesk.voice.Floor.Move;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One event being reduced: the state as it becomes, and the effects so far. Lives for the length
/// of one call of `TurnMachine.reduce`.
final class Step {
  final Rules rules;
  final long atMs;
  State state;
  final List<Effect> effects = new ArrayList<>(4);
  final List<Moved> moves = new ArrayList<>(1);

  Step(Rules rules, State state, long atMs) {
    this.rules = rules;
    this.state = state;
    this.atMs = atMs;
  }

  /// What the reducer goes by.
  ///
  /// @param lateFinalMs how long after the last sound the recogniser may still answer
  record Rules(ConversationSettings settings, long lateFinalMs) {}

  /// A row of the floor's table that was taken.
  record Moved(Floor from, Move on) {}

  void move(Move move) {
    moves.add(new Moved(state.floor(), move));
    state = state.with(Floor.TABLE.after(state.floor(), move));
  }

  void emit(Effect effect) {
    effects.add(effect);
  }

  void start(Event.Timer timer, long delayMs) {
    emit(new Start(timer, Math.max(0, delayMs)));
  }

  void start(Event.Timer timer, Duration delay) {
    start(timer, delay.toMillis());
  }

  void stop(Event.Timer timer) {
    emit(new Stop(timer));
  }

  void count(Mishap mishap) {
    emit(new Count(mishap));
  }

  void tell(ConversationEvent event) {
    emit(new Tell(event));
  }

  Duration at() {
    return Duration.ofMillis(atMs);
  }

  ConversationSettings settings() {
    return rules.settings();
  }
}
