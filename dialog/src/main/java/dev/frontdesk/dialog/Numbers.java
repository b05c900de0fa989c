package dev.frontdesk.dialog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// English numbers, spoken or written.
final class Numbers {
  private static final String[] SMALL = {
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen"
  };
  private static final String[] TENS = {
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };
  private static final String[] ORDINAL = {
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth"
  };
  private static final Map<String, Integer> WORDS = words();
  private static final Map<String, Integer> ORDINALS = ordinals();

  private Numbers() {}

  private static Map<String, Integer> words() {
    var words = new HashMap<String, Integer>();
    for (int i = 0; i < SMALL.length; i++) {
      words.put(SMALL[i], i);
    }
    for (int i = 0; i < TENS.length; i++) {
      words.put(TENS[i], 20 + 10 * i);
    }
    words.put("fourty", 40);
    words.put("fivteen", 15);
    words.put("tree", 3);
    return Map.copyOf(words);
  }

  private static Map<String, Integer> ordinals() {
    var ordinals = new HashMap<String, Integer>();
    for (int i = 0; i < ORDINAL.length; i++) {
      ordinals.put(ORDINAL[i], i + 1);
    }
    ordinals.put("thirtieth", 30);
    ordinals.put("twelveth", 12);
    ordinals.put("nineth", 9);
    return Map.copyOf(ordinals);
  }

  /// A whole number from 0 to 99 at `i`: `21`, `twenty one`.
  static @Nullable Found<Integer> at(Words words, int i) {
    String word = words.at(i);
    if (word.matches("\\d{1,2}")) {
      return new Found<>(Integer.parseInt(word), i + 1);
    }
    var value = WORDS.get(word);
    if (value == null) {
      return null;
    }
    var unit = WORDS.get(words.at(i + 1));
    return value >= 20 && unit != null && unit > 0 && unit < 10 && !words.endsAfter(i)
        ? new Found<>(value + unit, i + 2)
        : new Found<>(value, i + 1);
  }

  /// An ordinal from 1 to 31 at `i`: `19th`, `twenty first`.
  static @Nullable Found<Integer> ordinalAt(Words words, int i) {
    String word = words.at(i);
    if (word.matches("\\d{1,2}(st|nd|rd|th)")) {
      int value = Integer.parseInt(word.substring(0, word.length() - 2));
      return value >= 1 && value <= 31 ? new Found<>(value, i + 1) : null;
    }
    var value = ORDINALS.get(word);
    if (value != null) {
      return new Found<>(value, i + 1);
    }
    var tens = WORDS.get(word);
    var unit = ORDINALS.get(words.at(i + 1));
    if (tens != null && (tens == 20 || tens == 30) && unit != null && unit < 10) {
      int sum = tens + unit;
      return sum <= 31 ? new Found<>(sum, i + 2) : null;
    }
    return null;
  }

  /// How many of something at `i`: a number, `a`, `an`, `a couple of`, `a few`.
  static @Nullable Found<Integer> countAt(Words words, int i) {
    int couple = words.anyPhrase(i, "a couple of", "couple of", "a couple", "couple");
    if (couple > 0) {
      return new Found<>(2, couple);
    }
    int few = words.anyPhrase(i, "a few", "few");
    if (few > 0) {
      return new Found<>(3, few);
    }
    if (words.is(i, "a", "an", "another")) {
      var number = at(words, i + 1);
      return number == null ? new Found<>(1, i + 1) : number;
    }
    if (words.is(i, "to", "too")) {
      return new Found<>(2, i + 1);
    }
    if (words.is(i, "for")) {
      return new Found<>(4, i + 1);
    }
    return at(words, i);
  }

  /// `first` to `thirty first`, for grammars.
  static List<String> ordinalsInWords() {
    var all = new ArrayList<>(List.of(ORDINAL));
    for (int unit = 1; unit < 10; unit++) {
      all.add("twenty " + ORDINAL[unit - 1]);
    }
    all.add("thirtieth");
    all.add("thirty first");
    return List.copyOf(all);
  }

  /// The number in words, 0 to 99.
  static String inWords(int value) {
    if (value < 20) {
      return SMALL[value];
    }
    String tens = TENS[value / 10 - 2];
    return value % 10 == 0 ? tens : tens + "-" + SMALL[value % 10];
  }
}
