package dev.frontdesk.media;

/// Whether the party is speaking, after the hysteresis that bridges clicks and short pauses.
public enum Activity {
  SILENCE,
  SPEECH
}
