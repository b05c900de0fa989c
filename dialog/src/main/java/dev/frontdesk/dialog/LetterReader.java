package dev.frontdesk.dialog;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads spelled words: `d a n a`, `double l`, `d as in dog`, `delta alpha november alpha`.
final class LetterReader {
  private static final Map<String, String> SOUNDS =
      Map.ofEntries(
          Map.entry("ay", "a"), Map.entry("bee", "b"), Map.entry("be", "b"), Map.entry("see", "c"),
          Map.entry("cee", "c"), Map.entry("sea", "c"), Map.entry("dee", "d"), Map.entry("ee", "e"),
          Map.entry("eff", "f"), Map.entry("ef", "f"), Map.entry("gee", "g"),
          Map.entry("aitch", "h"), Map.entry("eye", "i"), Map.entry("jay", "j"),
          Map.entry("kay", "k"), Map.entry("ell", "l"), Map.entry("el", "l"), Map.entry("em", "m"),
          Map.entry("en", "n"), Map.entry("oh", "o"), Map.entry("pee", "p"), Map.entry("cue", "q"),
          Map.entry("queue", "q"), Map.entry("are", "r"), Map.entry("ar", "r"),
          Map.entry("ess", "s"), Map.entry("tee", "t"), Map.entry("tea", "t"),
          Map.entry("you", "u"), Map.entry("vee", "v"), Map.entry("ex", "x"),
          Map.entry("why", "y"), Map.entry("zee", "z"), Map.entry("zed", "z"));
  private static final Map<String, String> RADIO =
      Map.ofEntries(
          Map.entry("alpha", "a"), Map.entry("alfa", "a"), Map.entry("bravo", "b"),
          Map.entry("charlie", "c"), Map.entry("delta", "d"), Map.entry("echo", "e"),
          Map.entry("foxtrot", "f"), Map.entry("golf", "g"), Map.entry("hotel", "h"),
          Map.entry("india", "i"), Map.entry("juliet", "j"), Map.entry("juliett", "j"),
          Map.entry("kilo", "k"), Map.entry("lima", "l"), Map.entry("mike", "m"),
          Map.entry("november", "n"), Map.entry("oscar", "o"), Map.entry("papa", "p"),
          Map.entry("quebec", "q"), Map.entry("romeo", "r"), Map.entry("sierra", "s"),
          Map.entry("tango", "t"), Map.entry("uniform", "u"), Map.entry("victor", "v"),
          Map.entry("whiskey", "w"), Map.entry("xray", "x"), Map.entry("yankee", "y"),
          Map.entry("zulu", "z"));

  private LetterReader() {}

  /// The word spelled at `i`, at least two letters long; null where nothing is spelled.
  ///
  /// @param asked whether a name was asked for: then letters may be written as they sound
  static @Nullable Found<String> at(Words words, int i, boolean asked) {
    var letters = new StringBuilder();
    int at = i;
    var first = letter(words, i, false, false);
    boolean commas = first != null && words.endsAfter(first.end() - 1);
    boolean radio = asked && RADIO.containsKey(words.at(i)) && RADIO.containsKey(words.at(i + 1))
        && RADIO.containsKey(words.at(i + 2));
    while (at < words.size()) {
      var letter = letter(words, at, asked && !letters.isEmpty() || asked && sounds(words, at),
          radio);
      if (letter == null) {
        break;
      }
      letters.append(letter.what());
      boolean pause = words.endsAfter(letter.end() - 1) && !commas;
      at = letter.end();
      if (pause && letters.length() > 1) {
        break;
      }
    }
    boolean clock = letters.toString().matches("[ap]m|id|im|ok");
    return letters.length() >= (asked ? 2 : 3) && !clock
        ? new Found<>(letters.toString(), at)
        : null;
  }

  private static boolean sounds(Words words, int i) {
    return SOUNDS.containsKey(words.at(i))
        && (words.at(i + 1).length() == 1 || SOUNDS.containsKey(words.at(i + 1)))
        && (words.at(i + 2).length() <= 1 || SOUNDS.containsKey(words.at(i + 2)));
  }

  private static @Nullable Found<String> letter(
      Words words, int i, boolean sounds, boolean radio) {
    String word = words.at(i);
    if (word.equals("double") && words.is(i + 1, "you", "u") && sounds
        && !words.at(i + 1).equals("u")) {
      return new Found<>("w", i + 2);
    }
    if (word.equals("double") || word.equals("triple")) {
      var twice = letter(words, i + 1, sounds, radio);
      return twice == null
          ? null
          : new Found<>(twice.what().repeat(word.equals("double") ? 2 : 3), twice.end());
    }
    if (word.equals("capital") || word.equals("then") && words.at(i + 1).length() == 1) {
      return letter(words, i + 1, sounds, radio);
    }
    String letter = "";
    if (word.length() == 1 && Character.isLetter(word.charAt(0))) {
      letter = word;
    } else if (radio && RADIO.containsKey(word)) {
      letter = RADIO.getOrDefault(word, "");
    } else if (sounds && SOUNDS.containsKey(word)) {
      letter = SOUNDS.getOrDefault(word, "");
    }
    if (letter.isEmpty()) {
      return null;
    }
    int as = words.anyPhrase(i + 1, "as in", "for", "like", "like in", "is for");
    boolean example = as > 0 && words.at(as).startsWith(letter) && words.at(as).length() > 1;
    return new Found<>(letter, example ? as + 1 : i + 1);
  }
}
