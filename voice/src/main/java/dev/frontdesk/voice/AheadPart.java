package dev.frontdesk.voice;

import dev.frontdesk.voice.Effect.Question;
import dev.frontdesk.voice.State.Ahead;

/// The agent thinks before the caller's turn is over, while endpointing still waits.
///
/// ```text
/// [sound] [words: think ..thought..] [...patience...] commit, same words:  the thought is spoken
/// [sound] [words: think ..thought..] [sound] [other words] commit:         it never was
/// ```
///
/// What is thought has no effect whatever until the turn is committed with the same words, so
/// nothing here can speak, hold or book.
final class AheadPart {
  /// A caller who goes on and on is not thought about each time.
  private static final int MOST_PER_TURN = 3;

  private AheadPart() {}

  /// Has the agent begin, where the recogniser says that the turn is probably over or has given its
  /// final words, or silence has begun after words that can stand.
  static void consider(Step step) {
    var state = step.state;
    var caller = state.caller();
    boolean silent = caller.soundMs() >= 0 && !caller.sounding();
    boolean probablyOver = caller.hunch() != Caller.Hunch.NONE || caller.settled() || silent;
    if (!step.settings().thinkAhead()
        || state.floor() != Floor.LISTENING
        || caller.wordless()
        || !probablyOver
        || !state.keys().isEmpty()
        || state.ahead().tries() >= MOST_PER_TURN
        || isAbout(state.ahead(), caller.text())
        || TurnEndText.judge(caller.text(), state.asked().detail()) == TurnEndText.UNFINISHED) {
      return;
    }
    var ahead = state.ahead().about(caller.text());
    step.state = state.with(ahead);
    step.emit(
        new Effect.ThinkAhead(
            ahead.last(), new Question.Said(caller.text(), caller.bargedIn())));
  }

  static void forget(Step step) {
    if (!step.state.ahead().words().isEmpty()) {
      step.state = step.state.with(step.state.ahead().forgotten());
      step.emit(new Effect.ForgetThought());
    }
  }

  /// The agent is asked: ends thinking ahead.
  ///
  /// @return the thought that is about this very question; 0 for none
  static int handOver(Step step, Question question) {
    var ahead = step.state.ahead();
    step.state = step.state.with(ahead.turnOver());
    return question instanceof Question.Said(var text, _) && isAbout(ahead, text)
        ? ahead.last()
        : 0;
  }

  private static boolean isAbout(Ahead ahead, String text) {
    return !ahead.words().isEmpty() && Wording.same(ahead.words(), text);
  }
}
