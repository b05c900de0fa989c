package dev.frontdesk.integrations.synthesis;

import dev.frontdesk.voice.spi.TextToSpeech.WordTiming;
import java.util.List;

/// What was spoken, all of it.
///
/// @param samples signed 16-bit linear, mono, at the synthesiser's rate; not copied
/// @param words   when words sound, counted from the first sample; empty where the synthesiser does
///     not tell
public record Sound(short[] samples, int sampleRateHz, List<WordTiming> words) {
  public Sound {
    words = List.copyOf(words);
  }

  public double millis() {
    return 1000.0 * samples.length / sampleRateHz;
  }
}
