package dev.frontdesk.lab;

import dev.frontdesk.integrations.synthesis.Synthesiser;
import dev.frontdesk.media.AudioFormat;

/// What the simulated ElevenLabs speaks with. May take its time; results are kept by text.
@FunctionalInterface
public interface ElevenLabsVoice {
  ElevenLabsSpeech say(String text, AudioFormat format);

  /// Bursts of tone, one a word: costs next to nothing, for load.
  static ElevenLabsVoice bursts() {
    return new ElevenLabsBursts();
  }

  /// Real speech, for ears that listen.
  static ElevenLabsVoice spokenBy(Synthesiser synthesiser, int wordsPerMinute) {
    return new ElevenLabsSynthesised(synthesiser, wordsPerMinute);
  }
}
