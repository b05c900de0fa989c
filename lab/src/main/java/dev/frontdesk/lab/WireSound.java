package dev.frontdesk.lab;

import dev.frontdesk.integrations.synthesis.Sound;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.L16;
import dev.frontdesk.media.Resampler;
import dev.frontdesk.media.Ulaw;
import java.util.Arrays;

/// What a synthesiser gave, as a wire carries it.
final class WireSound {
  private WireSound() {}

  static short[] samples(Sound sound, int rateHz) {
    if (sound.sampleRateHz() == rateHz) {
      return sound.samples();
    }
    var resampler = new Resampler(sound.sampleRateHz(), rateHz);
    int samples = sound.samples().length;
    var out =
        new short[resampler.mostOutput(samples) + resampler.mostOutput(resampler.drainInput())];
    int length = resampler.resample(sound.samples(), 0, samples, out, 0);
    length += resampler.drain(out, length);
    return Arrays.copyOf(out, length);
  }

  static byte[] bytes(short[] samples, AudioFormat format) {
    var bytes = new byte[samples.length * format.encoding().bytesPerSample()];
    switch (format.encoding()) {
      case ULAW -> Ulaw.encode(samples, bytes, 0, samples.length);
      case L16 -> L16.encode(samples, bytes, 0, samples.length);
    }
    return bytes;
  }
}
