package dev.frontdesk.dialog;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads telephone numbers as people say them: `four one five`, `double five`, `oh`, `eight
/// hundred`, `fifty-five`.
final class PhoneReader {
  private static final Map<String, String> HOMOPHONES =
      Map.of("to", "2", "too", "2", "for", "4", "won", "1", "ate", "8", "fife", "5", "niner", "9",
          "tree", "3", "sex", "6", "nought", "0");

  private PhoneReader() {}

  /// The digits at `i`, with a leading `+` where one was said; null where there are none.
  ///
  /// @param asked whether a number was asked for: then few digits count, and homophones
  static @Nullable Found<String> at(Words words, int i, boolean asked) {
    var digits = new StringBuilder();
    int at = i;
    int end = i;
    while (at < words.size()) {
      int read = next(words, at, digits, asked && !digits.isEmpty());
      if (read > at) {
        at = read;
        end = at;
      } else if (!digits.isEmpty() && words.is(at, "dash", "hyphen", "and", "um", "uh", "then",
          "space", "dot", "area", "code", "er")) {
        at++;
      } else {
        break;
      }
    }
    String text = digits.toString();
    int count = text.startsWith("+") ? text.length() - 1 : text.length();
    return count >= (asked ? 3 : 7) ? new Found<>(text, end) : null;
  }

  private static int next(Words words, int i, StringBuilder digits, boolean homophones) {
    String word = words.at(i);
    if (word.equals("plus") && digits.isEmpty()) {
      digits.append('+');
      return i + 1;
    }
    int times = word.equals("double") ? 2 : word.equals("triple") || word.equals("treble") ? 3 : 1;
    if (times > 1) {
      String digit = digit(words.at(i + 1), false);
      if (digit.isEmpty()) {
        return i;
      }
      digits.append(digit.repeat(times));
      return i + 2;
    }
    if (word.matches("\\d+")) {
      digits.append(word);
      return hundred(words, i + 1, digits);
    }
    String digit = digit(word, homophones);
    if (!digit.isEmpty()) {
      digits.append(digit);
      return hundred(words, i + 1, digits);
    }
    var number = Numbers.at(words, i);
    if (number != null) {
      digits.append(number.what());
      return number.end();
    }
    return i;
  }

  private static int hundred(Words words, int i, StringBuilder digits) {
    if (words.is(i, "hundred")) {
      digits.append("00");
      return i + 1;
    }
    if (words.is(i, "thousand")) {
      digits.append("000");
      return i + 1;
    }
    return i;
  }

  private static String digit(String word, boolean homophones) {
    if (word.equals("oh") || word.equals("o") || word.equals("zero")) {
      return "0";
    }
    if (homophones && HOMOPHONES.containsKey(word)) {
      return HOMOPHONES.getOrDefault(word, "");
    }
    var number = Numbers.at(Words.of(word), 0);
    return number != null && number.what() < 10 ? number.what().toString() : "";
  }
}
