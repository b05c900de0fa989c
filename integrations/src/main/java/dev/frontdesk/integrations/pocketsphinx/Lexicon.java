package dev.frontdesk.integrations.pocketsphinx;

import dev.frontdesk.integrations.freetts.Pronouncer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// How words are pronounced, in the model's phones: by its dictionary, or, for names that are not
/// in it, by the rules of spelling. Only words that were asked for are kept. Safe from any thread.
final class Lexicon {
  private static final int MOST_KEPT = 20_000;

  private final Path dictionary;
  private final Pronouncer pronouncer = new Pronouncer();
  private final Map<String, List<String>> known = new HashMap<>();

  Lexicon(Path dictionary) {
    this.dictionary = dictionary;
  }

  /// Every way to say each of `words`, at least one.
  synchronized Map<String, List<String>> phones(Set<String> words) throws IOException {
    var missing =
        words.stream()
            .map(word -> word.toLowerCase(Locale.ROOT))
            .filter(word -> !known.containsKey(word))
            .collect(Collectors.toSet());
    if (!missing.isEmpty()) {
      if (known.size() + missing.size() > MOST_KEPT) {
        known.clear();
        missing.addAll(words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList());
      }
      learn(missing);
    }
    return words.stream()
        .collect(
            Collectors.toMap(word -> word, word -> waysToSay(word.toLowerCase(Locale.ROOT))));
  }

  private List<String> waysToSay(String word) {
    return known.computeIfAbsent(word, unknown -> List.of(pronouncer.phones(unknown)));
  }

  /// Lines are `word PHONE PHONE` or, for further ways, `word(2) PHONE PHONE`.
  private void learn(Set<String> missing) throws IOException {
    try (var lines = Files.lines(dictionary, StandardCharsets.UTF_8)) {
      lines.forEach(
          line -> {
            int space = line.indexOf(' ');
            if (space <= 0) {
              return;
            }
            int bracket = line.indexOf('(');
            int end = bracket > 0 && bracket < space ? bracket : space;
            String word = line.substring(0, end);
            if (missing.contains(word)) {
              known
                  .computeIfAbsent(word, _ -> new ArrayList<>())
                  .add(line.substring(space + 1).strip());
            }
          });
    }
  }
}
