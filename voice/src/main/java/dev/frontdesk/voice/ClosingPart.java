package dev.frontdesk.voice;

import dev.frontdesk.voice.Effect.Kind;
import dev.frontdesk.voice.Floor.Move;
import dev.frontdesk.voice.State.Answer;
import dev.frontdesk.voice.spi.Agent.Next;

/// How a conversation ends.
final class ClosingPart {
  private ClosingPart() {}

  /// Says our last words and ends once they were heard.
  static void close(Step step, String lastWords, Ending ending) {
    if (step.state.floor().over()) {
      return;
    }
    if (step.state.directed().agentMuted()) {
      end(step, ending);
      return;
    }
    step.emit(new Effect.CancelAgent());
    step.emit(new Effect.Cut());
    for (var timer : Event.Timer.values()) {
      step.stop(timer);
    }
    step.move(Move.CLOSE);
    step.state = step.state.nextEpoch().with(Answer.NONE).closing(ending);
    AgentPart.speak(step, lastWords, Kind.CANNED);
    step.start(Event.Timer.GOODBYE, step.settings().timing().goodbyeWithin());
  }

  static void lastWordsHeard(Step step) {
    var ending = step.state.ending();
    end(step, ending == null ? new Ending.CallerHungUp() : ending);
  }

  static void goodbyeTookTooLong(Step step) {
    switch (step.state.answer().next()) {
      case Next.HangUp(var reason) ->
          end(step, new Ending.AgentHungUp(reason));
      case Next.Transfer(var target) ->
          end(step, new Ending.Transferred(target, Ending.Transferred.Cause.AGENT_ASKED));
      case Next.Listen _ -> {}
      case null -> {
        if (step.state.floor() == Floor.CLOSING) {
          lastWordsHeard(step);
        }
      }
    }
  }

  static void end(Step step, Ending ending) {
    step.emit(new Effect.CancelAgent());
    step.emit(new Effect.Cut());
    step.move(Move.END);
    step.emit(new Effect.End(rescued(step.settings(), ending)));
  }

  static void gone(Step step, Ending ending) {
    step.emit(new Effect.CancelAgent());
    step.emit(new Effect.Cut());
    step.move(Move.END);
    step.emit(new Effect.End(ending));
  }

  /// The caller is handed on, where that is set, when it is us who cannot go on.
  static Ending rescued(ConversationSettings settings, Ending ending) {
    return switch (ending) {
      case Ending.AgentFailed _, Ending.HearingLost _, Ending.VoiceLost _ ->
          switch (settings.rescue()) {
            case ConversationSettings.Rescue.HangUp() -> ending;
            case ConversationSettings.Rescue.Transfer(var target) ->
                new Ending.Transferred(target, Ending.Transferred.Cause.RESCUE);
          };
      case Ending.CallerHungUp _,
              Ending.AgentHungUp _,
              Ending.Transferred _,
              Ending.LongestCallReached _,
              Ending.Stopped _,
              Ending.SocketLost _ ->
          ending;
    };
  }
}
