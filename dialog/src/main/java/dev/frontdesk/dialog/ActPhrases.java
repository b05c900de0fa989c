package dev.frontdesk.dialog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// Which phrases are which act.
final class ActPhrases {
  static final ActPhrases ENGLISH = load(Locale.ENGLISH);

  /// By first word, longest phrase first.
  private final Map<String, List<Phrase>> byFirst;

  private record Phrase(String words, int length, Act act) {}

  private ActPhrases(Map<String, List<Phrase>> byFirst) {
    this.byFirst = byFirst;
  }

  static ActPhrases load(Locale language) {
    var none =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    var bundle = ResourceBundle.getBundle("dev.frontdesk.dialog.acts", language, none);
    var byFirst = new HashMap<String, List<Phrase>>();
    for (var act : Act.values()) {
      for (String phrase : bundle.getString(act.name()).split("\\s*\\|\\s*")) {
        String[] words = phrase.split(" ");
        byFirst
            .computeIfAbsent(words[0], _ -> new ArrayList<>())
            .add(new Phrase(phrase, words.length, act));
      }
    }
    byFirst.values().forEach(list ->
        list.sort(Comparator.comparingInt(Phrase::length).reversed()));
    return new ActPhrases(byFirst);
  }

  /// The act whose phrase at `i` is longest, or null.
  @Nullable Found<Act> at(Words words, int i) {
    for (var phrase : byFirst.getOrDefault(words.at(i), List.of())) {
      int end = words.phrase(i, phrase.words);
      if (end > 0) {
        return new Found<>(phrase.act, end);
      }
    }
    return null;
  }

  /// Every phrase of an act, for grammars.
  List<String> of(Act act) {
    var phrases = new ArrayList<String>();
    byFirst.values().forEach(list -> list.stream()
        .filter(phrase -> phrase.act == act)
        .forEach(phrase -> phrases.add(phrase.words)));
    phrases.sort(Comparator.naturalOrder());
    return List.copyOf(phrases);
  }
}
