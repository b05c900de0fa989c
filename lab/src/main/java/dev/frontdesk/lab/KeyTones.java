package dev.frontdesk.lab;

import dev.frontdesk.media.AudioFormat;
import java.util.List;

/// Keys as a telephone sends them in the audio: two tones each, with pauses between.
///
/// @see <a href="https://www.itu.int/rec/T-REC-Q.23">ITU-T Q.23</a>
final class KeyTones {
  private static final int TONE_MS = 100;
  private static final int PAUSE_MS = 100;
  private static final double LEVEL = 8_000;
  private static final String[] ROWS = {"123A", "456B", "789C", "*0#D"};
  private static final int[] LOW_HZ = {697, 770, 852, 941};
  private static final int[] HIGH_HZ = {1209, 1336, 1477, 1633};

  private KeyTones() {}

  static Clip clip(String keys, AudioFormat format) {
    int perKey = format.sampleRateHz() * (TONE_MS + PAUSE_MS) / 1000;
    var samples = new short[keys.length() * perKey];
    for (int i = 0; i < keys.length(); i++) {
      tone(keys.charAt(i), samples, i * perKey, format.sampleRateHz());
    }
    return new Clip(WireSound.bytes(samples, format), format, List.of());
  }

  private static void tone(char key, short[] samples, int at, int rateHz) {
    for (int row = 0; row < ROWS.length; row++) {
      int column = ROWS[row].indexOf(key);
      if (column >= 0) {
        for (int i = 0; i < rateHz * TONE_MS / 1000; i++) {
          double low = Math.sin(2 * Math.PI * LOW_HZ[row] * i / rateHz);
          double high = Math.sin(2 * Math.PI * HIGH_HZ[column] * i / rateHz);
          samples[at + i] = (short) Math.round(LEVEL * (low + high));
        }
      }
    }
  }
}
