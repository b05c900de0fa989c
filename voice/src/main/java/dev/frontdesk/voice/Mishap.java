package dev.frontdesk.voice;

/// What is dropped or goes wrong in a conversation; each is counted.
public enum Mishap {
  /// Words or a hand-over of an agent whose turn was already over.
  LATE_AGENT_WORDS,
  /// Audio of speech that was already cut off.
  LATE_SPEECH,
  /// The agent returned without handing the floor on, or handed it on twice.
  AGENT_BROKE_PROTOCOL,
  AGENT_FAILED,
  SPEECH_FAILED,
  HEARING_LOST,
  /// Sound without words: a cough, noise.
  WORDLESS_SOUND,
  /// A backchannel, left out of the caller's words.
  BACKCHANNEL_DROPPED,
  /// Keys beyond what is kept.
  KEY_DROPPED,
  /// A mark nobody set, or one that came back after our own clear.
  UNKNOWN_MARK,
  /// A mark that never came back in time.
  MARK_MISSING,
  /// The caller heard a gap in the middle of an utterance, because its audio came late.
  UNDERRUN,
  /// A frame waited because the far side took no more.
  HELD_BACK,
  /// An inbound frame of broken length.
  BAD_FRAME,
  /// A checkpoint that could not be stored.
  CHECKPOINT_FAILED,
  /// An observer or recorder that threw.
  WATCHER_FAILED,
  /// Words of an agent that was muted.
  MUTED_WORDS,
  /// Asked for from outside when it could no longer be done, or too much at once.
  DIRECTIVE_DROPPED,
  /// An error of our own, caught at the loop.
  BUG
}
