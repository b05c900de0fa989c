package dev.frontdesk.voice;

import dev.frontdesk.voice.spi.Agent;
import dev.frontdesk.voice.spi.Heard;

/// What the mailbox of a call takes. Answers to something asked carry the epoch in which it was
/// asked; one from another epoch is late and dropped.
sealed interface Event {
  /// @param notice what must be said before anything else; blank for nothing
  record Opened(Opening opening, String notice) implements Event {}

  /// Voice activity began.
  ///
  /// @param sinceMs when its first sound arrived, before we were sure
  record SoundBegan(long sinceMs) implements Event {}

  /// @param lastMs when its last sound arrived
  record SoundEnded(long lastMs) implements Event {}

  record Words(Heard heard) implements Event {}

  record Key(char key) implements Event {
    @Override
    public String toString() {
      return "Key"; // keys may spell a card number
    }
  }

  record AgentSaid(int epoch, String text, boolean filler) implements Event {
    @Override
    public String toString() {
      return "AgentSaid[" + epoch + "]";
    }
  }

  record AgentHandedOn(int epoch, Agent.Next next) implements Event {}

  /// `respond` is over, with or without a hand-over.
  record AgentReturned(int epoch) implements Event {}

  record AgentFailed(int epoch) implements Event {}

  /// The first frame of an utterance was handed to the carrier.
  record Audible(int epoch) implements Event {}

  /// All that was given to speak has been heard, or given up.
  ///
  /// @param upTo the last utterance given, by its number
  record RanDry(int upTo) implements Event {}

  /// Somebody outside asks for something.
  record Directed(Directive directive) implements Event {}

  /// Text to speech has failed again and again.
  record VoiceGone() implements Event {}

  /// No recogniser can be reached.
  record HearingGone() implements Event {}

  /// An error of our own was caught.
  record Broken() implements Event {}

  record TimerFired(Timer timer) implements Event {}

  /// The leg is gone.
  record Gone(Ending ending) implements Event {}

  enum Timer {
    /// The caller has been silent for long enough.
    COMMIT,
    /// The sound over the agent brought no words.
    YIELD,
    /// Nobody says anything.
    IDLE,
    /// No further key.
    KEYS,
    /// The answer takes time.
    FILLER,
    /// The longest call is nearly over.
    WRAP_UP,
    LIMIT,
    /// Our last words took too long.
    GOODBYE,
    /// The turn is nearly over: the recogniser is asked for what it has.
    FLUSH
  }
}
