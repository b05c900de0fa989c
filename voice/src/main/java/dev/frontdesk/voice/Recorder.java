package dev.frontdesk.voice;

/// Takes both legs of a call on one timeline. Called on the call's loop: must not block. `atMs`
/// counts from the moment the conversation opened; stretches of one leg come in order and never
/// overlap, gaps are silence. The array is the caller's again as soon as a method returns.
public interface Recorder {
  /// Consent is logged: what follows may be kept.
  void begin();

  /// The caller's audio, in the leg's format, placed by the carrier's time stamps.
  void caller(byte[] bytes, int offset, int length, long atMs);

  /// The agent's audio, in the leg's format, placed where the carrier says it was heard.
  void agent(byte[] bytes, int offset, int length, long atMs);

  void close();
}
