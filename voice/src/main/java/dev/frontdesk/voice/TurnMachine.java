package dev.frontdesk.voice;

import dev.frontdesk.voice.Effect.Question;
import dev.frontdesk.voice.Floor.Move;
import dev.frontdesk.voice.Step.Rules;
import java.util.List;

/// The whole of turn-taking: `(state, event) → (state, effects)`. Knows no clock, no socket and
/// no thread, so a call replays from its events.
final class TurnMachine {
  private TurnMachine() {}

  /// @param moves the rows of the floor's table that were taken, for its coverage
  record Outcome(State state, List<Effect> effects, List<Step.Moved> moves) {}

  /// @param atMs milliseconds since the conversation opened
  static Outcome reduce(Rules rules, State state, long atMs, Event event) {
    var step = new Step(rules, state, atMs);
    if (state.floor() != Floor.ENDED) {
      take(step, event);
    }
    return new Outcome(step.state, step.effects, step.moves);
  }

  private static void take(Step step, Event event) {
    switch (event) {
      case Event.Opened(var opening, var notice) -> opened(step, opening, notice);
      case Event.Directed(var directive) -> DirectPart.directed(step, directive);
      case Event.SoundBegan(var sinceMs) -> CallerPart.soundBegan(step, sinceMs);
      case Event.SoundEnded(var lastMs) -> CallerPart.soundEnded(step, lastMs);
      case Event.Words(var heard) -> CallerPart.words(step, heard);
      case Event.Key(var key) -> KeyPart.pressed(step, key);
      case Event.AgentSaid said -> AgentPart.said(step, said);
      case Event.AgentHandedOn(var epoch, var next) -> AgentPart.handedOn(step, epoch, next);
      case Event.AgentReturned(var epoch) -> AgentPart.returned(step, epoch);
      case Event.AgentFailed(var epoch) -> AgentPart.failed(step, epoch);
      case Event.Audible(var epoch) -> AgentPart.audible(step, epoch);
      case Event.RanDry(var upTo) -> AgentPart.ranDry(step, upTo);
      case Event.VoiceGone() -> ClosingPart.end(step, new Ending.VoiceLost());
      case Event.HearingGone() ->
          ClosingPart.close(
              step, step.settings().phrases().cannotHear(), new Ending.HearingLost());
      case Event.Broken() ->
          ClosingPart.close(
              step, step.settings().phrases().apology(), new Ending.AgentFailed());
      case Event.TimerFired(var timer) -> timer(step, timer);
      case Event.Gone(var ending) -> ClosingPart.gone(step, ending);
    }
  }

  private static void opened(Step step, Opening opening, String notice) {
    var timing = step.settings().timing();
    step.start(Event.Timer.WRAP_UP, timing.longestCall().minus(timing.wrapUpBefore()));
    step.start(Event.Timer.LIMIT, timing.longestCall());
    AgentPart.ask(
        step,
        switch (opening) {
          case NEW -> new Question.Greet();
          case RESUMED -> new Question.Resumed();
          case NOT_PUT_THROUGH -> new Question.NotPutThrough();
        });
    if (!notice.isEmpty()) {
      AgentPart.speak(step, notice, Effect.Kind.NOTICE);
    }
  }

  private static void timer(Step step, Event.Timer timer) {
    switch (timer) {
      case COMMIT -> CallerPart.timeToCommit(step);
      case YIELD -> BargeInPart.timeToYield(step);
      case IDLE -> idle(step);
      case KEYS -> KeyPart.noFurtherKey(step);
      case FILLER -> AgentPart.fill(step);
      case WRAP_UP -> {
        step.state = step.state.withTimeUp(true);
        AgentPart.tellTimeIsUp(step);
      }
      case LIMIT ->
          ClosingPart.close(
              step, step.settings().phrases().timeIsUp(), new Ending.LongestCallReached());
      case GOODBYE -> ClosingPart.goodbyeTookTooLong(step);
      case FLUSH -> step.emit(new Effect.Flush());
    }
  }

  /// Silence counts only while the caller has the floor and has begun nothing with it.
  private static void idle(Step step) {
    var state = step.state;
    var caller = state.caller();
    if (state.floor() != Floor.LISTENING || !caller.wordless() || !state.keys().isEmpty()) {
      return;
    }
    if (state.directed().agentMuted() || state.directed().callerMuted()) {
      AgentPart.startIdle(step); // who cannot be heard is not silent
      return;
    }
    if (state.asked().waiting()) {
      AgentPart.ask(step, new Question.WaitedEnough());
      return;
    }
    int times = state.silences() + 1;
    step.tell(new ConversationEvent.SilenceTaken(step.at(), state.turn() + 1, times));
    step.state = state.withSilences(times);
    AgentPart.ask(step, new Question.Silent(times));
  }

  /// The caller takes the floor from the agent: what is under way is no longer wanted.
  static void takeFloor(Step step) {
    var state = step.state;
    step.emit(new Effect.CancelAgent());
    step.emit(new Effect.Cut());
    step.stop(Event.Timer.FILLER);
    step.stop(Event.Timer.YIELD);
    step.stop(Event.Timer.GOODBYE);
    step.move(Move.CALLER_TAKES);
    step.state =
        step.state.nextEpoch().with(State.Answer.NONE).with(state.caller().tookFloor());
  }
}
