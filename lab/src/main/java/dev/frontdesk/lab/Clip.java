package dev.frontdesk.lab;

import dev.frontdesk.media.AudioFormat;
import java.util.List;

/// Something that a synthetic caller plays, exactly as it goes onto the wire. Words are in the
/// order in which they sound and do not overlap.
///
/// @param audio never changed after this; not copied, for clips are many and long
public record Clip(byte[] audio, AudioFormat format, List<ClipWord> words) {
  public Clip {
    words = List.copyOf(words);
    if (audio.length % format.encoding().bytesPerSample() != 0) {
      throw new IllegalArgumentException("half a sample at the end of a clip");
    }
    int heardUntilMs = 0;
    for (var word : words) {
      if (word.startMs() < heardUntilMs || format.bytesOf(word.endMs()) > audio.length) {
        throw new IllegalArgumentException("out of order or past the clip's end: " + word);
      }
      heardUntilMs = word.endMs();
    }
  }

  @Override
  public String toString() {
    return "Clip[" + words.size() + " words, " + Math.round(format.millisOf(audio.length)) + " ms]";
  }
}
