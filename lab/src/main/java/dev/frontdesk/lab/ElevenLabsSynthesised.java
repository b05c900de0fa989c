package dev.frontdesk.lab;

import dev.frontdesk.integrations.synthesis.Sound;
import dev.frontdesk.integrations.synthesis.SynthesisFailed;
import dev.frontdesk.integrations.synthesis.Synthesiser;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.Resampler;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Real speech from a synthesiser on this machine, behind ElevenLabs' wire.
final class ElevenLabsSynthesised implements ElevenLabsVoice {
  private static final Logger LOG = LoggerFactory.getLogger(ElevenLabsSynthesised.class);

  private final Synthesiser synthesiser;
  private final int wordsPerMinute;
  private final ElevenLabsVoice understudy = new ElevenLabsBursts();

  ElevenLabsSynthesised(Synthesiser synthesiser, int wordsPerMinute) {
    this.synthesiser = synthesiser;
    this.wordsPerMinute = wordsPerMinute;
  }

  @Override
  public ElevenLabsSpeech say(String text, AudioFormat format) {
    try {
      var sound = synthesiser.synthesise(text, wordsPerMinute);
      byte[] audio = ElevenLabsBursts.encoded(resampled(sound, format.sampleRateHz()), format);
      return timed(text, sound, audio, (int) format.millisOf(audio.length));
    } catch (SynthesisFailed e) {
      LOG.warn("the simulated voice only hums, {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return understudy.say(text, format);
  }

  /// Spreads each word's time over its characters; what stands between two words sounds between
  /// them.
  private static ElevenLabsSpeech timed(String text, Sound sound, byte[] audio, int lengthMs) {
    int[] starts = new int[text.length()];
    int[] ends = new int[text.length()];
    int character = 0;
    int atMs = 0;
    for (var word : sound.words()) {
      int startMs = Math.clamp(word.startMs(), atMs, lengthMs);
      int endMs = Math.clamp(word.endMs(), startMs, lengthMs);
      spread(starts, ends, character, word.fromChar(), atMs, startMs);
      spread(starts, ends, Math.max(character, word.fromChar()), word.toChar(), startMs, endMs);
      character = Math.max(character, word.toChar());
      atMs = endMs;
    }
    spread(starts, ends, character, text.length(), atMs, lengthMs);
    return new ElevenLabsSpeech(audio, starts, ends);
  }

  private static void spread(
      int[] starts, int[] ends, int fromChar, int toChar, int fromMs, int toMs) {
    int characters = toChar - fromChar;
    for (int i = 0; i < characters; i++) {
      starts[fromChar + i] = fromMs + (toMs - fromMs) * i / characters;
      ends[fromChar + i] = fromMs + (toMs - fromMs) * (i + 1) / characters;
    }
  }

  private static short[] resampled(Sound sound, int rateHz) {
    if (sound.sampleRateHz() == rateHz) {
      return sound.samples();
    }
    var resampler = new Resampler(sound.sampleRateHz(), rateHz);
    int samples = sound.samples().length;
    int rest = resampler.mostOutput(resampler.drainInput());
    var out = new short[resampler.mostOutput(samples) + rest];
    int length = resampler.resample(sound.samples(), 0, samples, out, 0);
    length += resampler.drain(out, length);
    return Arrays.copyOf(out, length);
  }
}
