package dev.frontdesk.integrations.deepgram;

import dev.frontdesk.media.AudioFormat;

final class Encodings {
  private Encodings() {}

  static String query(AudioFormat format) {
    String encoding =
        switch (format.encoding()) {
          case ULAW -> "mulaw";
          case L16 -> "linear16";
        };
    return "&encoding=" + encoding + "&sample_rate=" + format.sampleRateHz();
  }
}
