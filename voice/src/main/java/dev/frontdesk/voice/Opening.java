package dev.frontdesk.voice;

/// How a conversation comes to begin.
public enum Opening {
  /// The phone was picked up: the agent greets.
  NEW,
  /// Its socket or process died, and it goes on where it was.
  RESUMED,
  /// The caller was to be put through to a person who could not be reached, and is back.
  NOT_PUT_THROUGH
}
