package dev.frontdesk.voice;

import java.util.List;
import java.util.Set;

/// A line read from its end.
///
/// @param words in lower case, without punctuation
/// @param line  as it came
record LineEnd(List<String> words, String line) {
  private static final Set<String> HESITATIONS =
      Set.of(
          "um", "umm", "uhm", "uh", "uhh", "er", "err", "erm", "eh", "hm", "hmm", "mm", "ah", "oh",
          "so", "well", "like", "and", "but", "or", "the", "a", "i");

  static final Set<String> FILLERS =
      Set.of("um", "umm", "uhm", "uh", "uhh", "er", "err", "erm", "hmm", "hm", "mm", "ah");

  /// The n-th word from the end, 0 being the last; empty where there is none.
  String last(int n) {
    int i = words.size() - 1 - n;
    return i < 0 ? "" : words.get(i);
  }

  String first() {
    return words.getFirst();
  }

  int size() {
    return words.size();
  }

  /// The last `n` words, or all of them.
  String tail(int n) {
    return String.join(" ", words.subList(Math.max(0, words.size() - n), words.size()));
  }

  String text() {
    return String.join(" ", words);
  }

  boolean endsWith(String phrase) {
    var text = text();
    return text.equals(phrase) || text.endsWith(" " + phrase);
  }

  boolean hasBefore(Set<String> any) {
    return words.subList(0, words.size() - 1).stream().anyMatch(any::contains);
  }

  boolean asksByMark() {
    return line.stripTrailing().endsWith("?");
  }

  boolean isOnlyHesitation() {
    return HESITATIONS.containsAll(words);
  }

  /// A dash, an ellipsis or a comma at the very end.
  boolean breaksOff() {
    var end = line.stripTrailing();
    return end.endsWith(",")
        || end.endsWith("...")
        || end.endsWith("…")
        || end.endsWith("-")
        || end.endsWith("–")
        || end.endsWith("—")
        || end.endsWith(":");
  }
}
