package dev.frontdesk.lab;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.Ulaw;

/// Speech in outline: a hum for each word, as long as the word, and a pause after it. Loud and
/// quiet as speech is, so that what measures voices takes it for one.
final class ElevenLabsBursts implements ElevenLabsVoice {
  private static final int CHARACTER_MS = 62;
  private static final int PAUSE_MS = 60;
  private static final int SENTENCE_PAUSE_MS = 240;
  private static final double LOUDNESS = 7_000;

  @Override
  public ElevenLabsSpeech say(String text, AudioFormat format) {
    int[] starts = new int[text.length()];
    int[] ends = new int[text.length()];
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      starts[i] = at;
      at += millis(text.charAt(i));
      ends[i] = at;
    }
    short[] samples = new short[(int) ((long) format.sampleRateHz() * at / 1000)];
    int wordStart = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean sounds = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (sounds && wordStart < 0) {
        wordStart = i;
      } else if (!sounds && wordStart >= 0) {
        int pitchHz = 110 + wordStart % 5 * 9;
        hum(samples, starts[wordStart], ends[i - 1], format.sampleRateHz(), pitchHz);
        wordStart = -1;
      }
    }
    return new ElevenLabsSpeech(encoded(samples, format), starts, ends);
  }

  private static int millis(char c) {
    if (Character.isWhitespace(c)) {
      return PAUSE_MS;
    }
    return switch (c) {
      case '.', '?', '!' -> SENTENCE_PAUSE_MS;
      case ',', ';', ':' -> 2 * PAUSE_MS;
      default -> Character.isLetterOrDigit(c) ? CHARACTER_MS : 0;
    };
  }

  private static void hum(short[] samples, int fromMs, int toMs, int rate, int pitchHz) {
    int from = (int) ((long) rate * fromMs / 1000);
    int to = Math.min(samples.length, (int) ((long) rate * toMs / 1000));
    for (int i = from; i < to; i++) {
      double swell = Math.sin(Math.PI * (i - from) / (to - from));
      double phase = 2 * Math.PI * pitchHz * i / rate;
      double voice = Math.sin(phase) + 0.5 * Math.sin(3 * phase) + 0.25 * Math.sin(7 * phase);
      samples[i] = (short) (LOUDNESS * swell * voice);
    }
  }

  static byte[] encoded(short[] samples, AudioFormat format) {
    byte[] bytes = new byte[samples.length * format.encoding().bytesPerSample()];
    switch (format.encoding()) {
      case ULAW -> Ulaw.encode(samples, bytes, 0, samples.length);
      case L16 -> {
        for (int i = 0; i < samples.length; i++) {
          bytes[2 * i] = (byte) samples[i];
          bytes[2 * i + 1] = (byte) (samples[i] >> 8);
        }
      }
    }
    return bytes;
  }
}
