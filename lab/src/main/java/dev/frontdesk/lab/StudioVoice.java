package dev.frontdesk.lab;

import dev.frontdesk.integrations.synthesis.Sound;
import dev.frontdesk.integrations.synthesis.SynthesisFailed;
import dev.frontdesk.integrations.synthesis.Synthesiser;
import dev.frontdesk.media.AudioFormat;

/// Lets the simulated ElevenLabs speak with a voice of this machine.
record StudioVoice(Synthesiser synthesiser) implements ElevenLabsVoice {
  private static final int WORDS_PER_MINUTE = 165;

  @Override
  public ElevenLabsSpeech say(String text, AudioFormat format) {
    try {
      var sound = synthesiser.synthesise(text, WORDS_PER_MINUTE);
      return timed(text, sound, format);
    } catch (SynthesisFailed e) {
      throw new IllegalStateException("the simulated voice failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while speaking", e);
    }
  }

  /// When each character sounds: evenly within its word, at once between words.
  private static ElevenLabsSpeech timed(String text, Sound sound, AudioFormat format) {
    var starts = new int[text.length()];
    var ends = new int[text.length()];
    int at = 0;
    int character = 0;
    for (var word : sound.words()) {
      while (character < word.fromChar()) {
        starts[character] = at;
        ends[character++] = at;
      }
      int length = word.toChar() - word.fromChar();
      for (int i = 0; i < length && character < text.length(); i++) {
        starts[character] = word.startMs() + (word.endMs() - word.startMs()) * i / length;
        ends[character++] = word.startMs() + (word.endMs() - word.startMs()) * (i + 1) / length;
      }
      at = word.endMs();
    }
    while (character < text.length()) {
      starts[character] = at;
      ends[character++] = at;
    }
    var samples = WireSound.samples(sound, format.sampleRateHz());
    return new ElevenLabsSpeech(WireSound.bytes(samples, format), starts, ends);
  }
}
