package dev.frontdesk.voice;

import dev.frontdesk.vocabulary.Transitions;

/// Who has the floor.
enum Floor {
  /// The caller's, speaking or silent.
  LISTENING,
  /// The agent was asked and nothing of its answer is audible yet.
  THINKING,
  /// As THINKING, but the caller made a sound: the answer waits until it is known what it was.
  HELD,
  /// The agent is audible.
  SPEAKING,
  /// The agent stopped because the caller made a sound; it goes on, or the caller takes the floor.
  PAUSED,
  /// Our last words are playing; nothing changes our mind.
  CLOSING,
  ENDED;

  /// What moves the floor.
  enum Move {
    /// The agent is asked.
    ASK,
    /// The first frame of an utterance was handed to the carrier.
    AUDIBLE,
    /// Everything given to speak was heard, and the agent is still at work.
    RAN_DRY,
    /// Everything was heard and the agent has handed the floor on.
    HANDED_ON,
    /// The caller made a sound.
    CALLER_SOUNDS,
    /// It was nothing, or a "go on".
    CALLER_YIELDS,
    /// It was words.
    CALLER_TAKES,
    /// Words from outside are spoken.
    DIRECTED,
    /// We say our last words.
    CLOSE,
    /// The call is over.
    END
  }

  static final Transitions<Floor, Move> TABLE =
      Transitions.<Floor, Move>startingAt(LISTENING)
          .from(LISTENING)
          .on(Move.ASK).to(THINKING)
          .on(Move.DIRECTED).to(THINKING)
          .on(Move.CLOSE).to(CLOSING)
          .on(Move.END).to(ENDED)
          .from(THINKING)
          .on(Move.AUDIBLE).to(SPEAKING)
          .on(Move.DIRECTED).stays()
          .on(Move.HANDED_ON).to(LISTENING)
          .on(Move.CALLER_SOUNDS).to(HELD)
          .on(Move.CALLER_TAKES).to(LISTENING)
          .on(Move.CLOSE).to(CLOSING)
          .on(Move.END).to(ENDED)
          .from(HELD)
          .on(Move.DIRECTED).to(THINKING)
          .on(Move.HANDED_ON).to(LISTENING)
          .on(Move.CALLER_YIELDS).to(THINKING)
          .on(Move.CALLER_TAKES).to(LISTENING)
          .on(Move.CLOSE).to(CLOSING)
          .on(Move.END).to(ENDED)
          .from(SPEAKING)
          .on(Move.DIRECTED).to(THINKING)
          .on(Move.RAN_DRY).to(THINKING)
          .on(Move.HANDED_ON).to(LISTENING)
          .on(Move.CALLER_SOUNDS).to(PAUSED)
          .on(Move.CALLER_TAKES).to(LISTENING)
          .on(Move.CLOSE).to(CLOSING)
          .on(Move.END).to(ENDED)
          .from(PAUSED)
          .on(Move.DIRECTED).to(THINKING)
          .on(Move.RAN_DRY).to(HELD)
          .on(Move.HANDED_ON).to(LISTENING)
          .on(Move.CALLER_YIELDS).to(SPEAKING)
          .on(Move.CALLER_TAKES).to(LISTENING)
          .on(Move.CLOSE).to(CLOSING)
          .on(Move.END).to(ENDED)
          .from(CLOSING)
          .on(Move.END).to(ENDED)
          .table();

  /// Whether the agent's answer is under way.
  boolean agents() {
    return switch (this) {
      case THINKING, HELD, SPEAKING, PAUSED -> true;
      case LISTENING, CLOSING, ENDED -> false;
    };
  }

  /// Whether the answer waits for what the caller is doing.
  boolean waits() {
    return this == HELD || this == PAUSED;
  }

  boolean over() {
    return this == CLOSING || this == ENDED;
  }
}
