package dev.frontdesk.voice;

import dev.frontdesk.vocabulary.Transcript;
import java.time.Duration;
import java.util.Map;

/// What happened in a conversation, for those who watch: demo, reports, lab. `at` counts from the
/// moment the conversation opened; `turn` counts exchanges, the greeting being turn 0.
public sealed interface ConversationEvent {
  Duration at();

  /// The caller is being heard: `text` is the turn so far and replaces what was told before.
  ///
  /// @param settled these words will not change
  record CallerHeard(Duration at, int turn, Transcript text, boolean settled)
      implements ConversationEvent {}

  /// The caller's turn is over and the agent was asked.
  ///
  /// @param waitedMs silence from their last sound to this decision
  record TurnTaken(Duration at, int turn, Transcript text, long waitedMs, boolean bargedIn)
      implements ConversationEvent {}

  /// Keys were collected and the agent was asked.
  record KeysTaken(Duration at, int turn, int count) implements ConversationEvent {}

  /// Nobody spoke, and the agent was asked.
  record SilenceTaken(Duration at, int turn, int times) implements ConversationEvent {}

  /// The first audio of `text` went out.
  record AgentSpeaking(Duration at, int turn, Transcript text, boolean filler)
      implements ConversationEvent {}

  /// `text` is over.
  ///
  /// @param heard what of it the caller heard: all, or the words before they took the floor
  record AgentSpoke(Duration at, int turn, Transcript text, Transcript heard, boolean filler)
      implements ConversationEvent {}

  /// @param filler the first sound was a filler, not the answer
  record TurnTimed(Duration at, int turn, TurnTimings timings, boolean filler)
      implements ConversationEvent {}

  /// The caller spoke over the agent.
  ///
  /// @param silenceMs caller's first sound to the last agent sound handed over; negative unknown
  record BargedIn(Duration at, int turn, Outcome outcome, long silenceMs)
      implements ConversationEvent {
    public enum Outcome {
      /// The caller has the floor.
      TOOK_FLOOR,
      /// A word that says "go on": the agent went on.
      BACKCHANNEL,
      /// No words: a cough, a door.
      FALSE_ALARM
    }
  }

  /// Recording was announced, consented to and began.
  record RecordingBegan(Duration at) implements ConversationEvent {}

  /// The last event, told before the leg is hung up.
  ///
  /// @param counts everything that was dropped or went wrong, by name; zeros are left out
  record Ended(Duration at, Ending ending, Map<Mishap, Long> counts)
      implements ConversationEvent {
    public Ended {
      counts = Map.copyOf(counts);
    }
  }
}
