package dev.frontdesk.voice;

import dev.frontdesk.voice.spi.TextToSpeech.WordTiming;
import java.util.List;

/// Which words of a text a caller has heard, from how long of it has played. Pure.
///
/// A word counts once half of it has sounded. Where the voice gives no timings, or not yet for
/// these words, speech is taken to run evenly over the characters.
final class HeardWords {
  /// Ordinary speech, for a text whose audio has not all come yet.
  private static final double MS_PER_CHAR = 62;

  private HeardWords() {}

  /// @param heardMs how long of the text's audio has played
  /// @param knownMs how long the audio that has come is
  /// @param allCame no more audio will come
  /// @return a beginning of `text` that ends with a whole word
  static String prefix(
      String text, List<WordTiming> timings, double heardMs, double knownMs, boolean allCame) {
    if (heardMs <= 0) {
      return "";
    }
    int chars = timings.isEmpty() ? 0 : timedChars(text, timings, heardMs);
    boolean beyondTimings =
        timings.isEmpty() || heardMs > timings.getLast().endMs() && chars < text.length();
    if (!beyondTimings) {
      return text.substring(0, chars).stripTrailing();
    }
    double lastMs = timings.isEmpty() ? 0 : timings.getLast().endMs();
    int lastChar = timings.isEmpty() ? 0 : Math.min(timings.getLast().toChar(), text.length());
    double restChars = text.length() - lastChar;
    double cameMs = knownMs - lastMs;
    double restMs = allCame ? cameMs : Math.max(cameMs, restChars * MS_PER_CHAR);
    double reached =
        restMs <= 0 ? text.length() : lastChar + restChars * (heardMs - lastMs) / restMs;
    return text.substring(0, wholeWords(text, lastChar, reached)).stripTrailing();
  }

  private static int timedChars(String text, List<WordTiming> timings, double heardMs) {
    int chars = 0;
    for (var word : timings) {
      if (heardMs >= (word.startMs() + word.endMs()) / 2.0) {
        chars = Math.max(chars, Math.min(word.toChar(), text.length()));
      }
    }
    // punctuation after the word belongs to it
    while (chars > 0 && chars < text.length() && !Character.isWhitespace(text.charAt(chars))) {
      chars++;
    }
    return chars;
  }

  /// The end of the last word whose middle lies before `reached`.
  private static int wholeWords(String text, int from, double reached) {
    int end = from;
    int i = from;
    while (i < text.length()) {
      while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
        i++;
      }
      int start = i;
      while (i < text.length() && !Character.isWhitespace(text.charAt(i))) {
        i++;
      }
      if (i > start && (start + i) / 2.0 <= reached) {
        end = i;
      }
    }
    return end;
  }
}
