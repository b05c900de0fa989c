package dev.frontdesk.lab;

/// What one caller can make heard on their line: words in their voice, tones, and their room.
interface CallerSounds {

  Clip speech(String words);

  /// Keys as in-band tones.
  Clip tones(String keys);

  /// What is heard while they say nothing: whole frames, repeated for ever.
  byte[] room();
}
