package dev.frontdesk.integrations.synthesis;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.L16;
import dev.frontdesk.voice.spi.TextToSpeech.WordTiming;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// Makes sound from text on this machine. Blocks while it computes; safe from any thread, bounded
/// inside: who comes when all engines are busy waits.
public interface Synthesiser {

  /// Names what spoke, for reports: `freetts`.
  String name();

  /// What comes out: linear samples.
  AudioFormat format();

  /// Speaks `text` and hands it over piece by piece, usually sentence by sentence. Text without
  /// anything to pronounce gives no sound and is no failure.
  ///
  /// @param wordsPerMinute 80 to 400; people speak at about 150
  /// @throws InterruptedException while waiting for an engine
  void synthesise(String text, int wordsPerMinute, Sink sink)
      throws SynthesisFailed, InterruptedException;

  /// Speaks the whole of `text` at once.
  default Sound synthesise(String text, int wordsPerMinute)
      throws SynthesisFailed, InterruptedException {
    var bytes = new ByteArrayOutputStream();
    var words = new ArrayList<WordTiming>();
    synthesise(
        text,
        wordsPerMinute,
        (piece, timings) -> {
          bytes.writeBytes(piece);
          words.addAll(timings);
          return true;
        });
    short[] samples = new short[bytes.size() / 2];
    L16.decode(bytes.toByteArray(), 0, samples, samples.length);
    return new Sound(samples, format().sampleRateHz(), words);
  }

  /// Where sound goes. Called on the thread that synthesises.
  @FunctionalInterface
  interface Sink {
    /// @param bytes  the next stretch in `format()`, whole samples; the array is the receiver's
    /// @param words  when the words in it sound, counted from the first sample of the text
    /// @return whether to go on; false ends the synthesis without failure
    boolean sound(byte[] bytes, List<WordTiming> words);
  }
}
