package dev.frontdesk.integrations.freetts;

import dev.frontdesk.integrations.freetts.FreeTtsEngine.Sentence;
import dev.frontdesk.integrations.freetts.SpokenText.Word;
import dev.frontdesk.integrations.synthesis.SynthesisFailed;
import dev.frontdesk.integrations.synthesis.Synthesiser;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.L16;
import dev.frontdesk.voice.spi.TextToSpeech.WordTiming;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/// The American male voice kevin16: linear 16 kHz with word timings. An engine speaks one sentence
/// at a time in a few percent of the time it takes to play, so a few of them serve many calls.
public final class FreeTtsSynthesiser implements Synthesiser {
  /// FreeTTS puts 200 ms of silence around every sentence; a caller need not wait for it.
  private static final int LEAD_MS = 20;

  private static final int PAUSE_MS = 200;
  private static final int TAIL_MS = 60;
  private static final int SAMPLES_PER_MS = 16;

  private final Semaphore permits;
  private final ConcurrentLinkedQueue<FreeTtsEngine> idle = new ConcurrentLinkedQueue<>();

  /// @param engines how many may speak at once; each takes about 17 MB once it was needed
  public FreeTtsSynthesiser(int engines) {
    permits = new Semaphore(engines, true);
  }

  public FreeTtsSynthesiser() {
    this(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 2));
  }

  /// Makes one engine ready (about a second), so that the first call does not wait for it.
  public void warmUp() throws InterruptedException {
    permits.acquire();
    try {
      var engine = idle.poll();
      idle.add(engine == null ? new FreeTtsEngine() : engine);
    } finally {
      permits.release();
    }
  }

  @Override
  public String name() {
    return "freetts";
  }

  @Override
  public AudioFormat format() {
    return AudioFormat.WIDEBAND;
  }

  @Override
  public void synthesise(String text, int wordsPerMinute, Sink sink)
      throws SynthesisFailed, InterruptedException {
    var sentences = SpokenText.of(text).sentences();
    int playedMs = 0;
    for (int i = 0; i < sentences.size(); i++) {
      var words = sentences.get(i);
      var sentence = speak(words, Math.clamp(wordsPerMinute, 80, 400));
      if (sentence.samples().length == 0) {
        continue;
      }
      int tailMs = i == sentences.size() - 1 ? TAIL_MS : PAUSE_MS;
      int fromMs = Math.max(0, sentence.firstSoundMs() - LEAD_MS);
      int toMs =
          Math.min(sentence.samples().length / SAMPLES_PER_MS, sentence.lastSoundMs() + tailMs);
      if (!sink.sound(bytes(sentence, fromMs, toMs), timings(words, sentence, playedMs - fromMs))) {
        return;
      }
      playedMs += toMs - fromMs;
    }
  }

  private Sentence speak(List<Word> words, int wordsPerMinute)
      throws SynthesisFailed, InterruptedException {
    permits.acquire();
    try {
      var engine = idle.poll();
      if (engine == null) {
        engine = new FreeTtsEngine();
      }
      var sentence = engine.speak(words, wordsPerMinute);
      idle.add(engine); // one that failed is not used again
      return sentence;
    } catch (RuntimeException broken) {
      throw new SynthesisFailed("FreeTTS: " + broken.getClass().getSimpleName(), false);
    } finally {
      permits.release();
    }
  }

  private static byte[] bytes(Sentence sentence, int fromMs, int toMs) {
    short[] kept =
        Arrays.copyOfRange(
            sentence.samples(), fromMs * SAMPLES_PER_MS, toMs * SAMPLES_PER_MS);
    byte[] bytes = new byte[2 * kept.length];
    L16.encode(kept, bytes, 0, kept.length);
    return bytes;
  }

  private static List<WordTiming> timings(List<Word> words, Sentence sentence, int shiftMs) {
    var timings = new ArrayList<WordTiming>();
    for (int i = 0; i < words.size(); i++) {
      if (sentence.starts()[i] >= 0) {
        var word = words.get(i);
        timings.add(
            new WordTiming(
                word.fromChar(),
                word.toChar(),
                sentence.starts()[i] + shiftMs,
                sentence.ends()[i] + shiftMs));
      }
    }
    return timings;
  }
}
