package dev.frontdesk.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Words as compared, not as shown: lower case, without punctuation.
final class Wording {
  private Wording() {}

  static List<String> words(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    var lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i) == '’' ? '\'' : lower.charAt(i);
      if (Character.isLetterOrDigit(c) || insideWord(lower, i, c)) {
        word.append(c);
      } else {
        flush(word, words);
      }
    }
    flush(word, words);
    return words;
  }

  /// Whether both are the same words, however they are written.
  static boolean same(String one, String other) {
    return one.equals(other) || words(one).equals(words(other));
  }

  /// Apostrophes and hyphens count between letters: `i'd`, `uh-huh`.
  private static boolean insideWord(String text, int i, char c) {
    return (c == '\'' || c == '-')
        && i > 0
        && i + 1 < text.length()
        && Character.isLetter(text.charAt(i - 1))
        && Character.isLetter(text.charAt(i + 1));
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  /// `text` less the words of `consumed` at its start, where it repeats most of them: recognisers
  /// send one utterance again and again, with small corrections.
  static String without(String consumed, String text) {
    if (consumed.isEmpty() || text.isEmpty()) {
      return text;
    }
    var old = words(consumed);
    var now = words(text);
    int same = 0;
    for (int i = 0; i < Math.min(old.size(), now.size()); i++) {
      same += old.get(i).equals(now.get(i)) ? 1 : 0;
    }
    if (same * 2 < Math.min(old.size(), now.size()) || same == 0) {
      return text;
    }
    return afterWords(text, old.size());
  }

  private static String afterWords(String text, int count) {
    var parts = text.split("\\s+");
    return count >= parts.length
        ? ""
        : String.join(" ", List.of(parts).subList(count, parts.length));
  }
}
