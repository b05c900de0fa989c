package dev.frontdesk.dialog;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/// Common names, and words that are none.
final class NameList {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle(
          "dev.frontdesk.dialog.names",
          Locale.ENGLISH,
          ResourceBundle.Control.getNoFallbackControl(
              ResourceBundle.Control.FORMAT_PROPERTIES));
  static final List<String> FIRST = list("first");
  static final List<String> LAST = list("last");
  private static final Set<String> FIRST_SET = Set.copyOf(FIRST);
  private static final Set<String> LAST_SET = Set.copyOf(LAST);
  private static final Set<String> NEVER = Set.copyOf(list("never"));

  private NameList() {}

  static boolean isFirst(String word) {
    return FIRST_SET.contains(word);
  }

  static boolean isKnown(String word) {
    return FIRST_SET.contains(word) || LAST_SET.contains(word);
  }

  /// Whether the word may be part of a name at all.
  static boolean mayBe(String word) {
    return word.length() > 1
        && word.chars().allMatch(Character::isLetter)
        && (FIRST_SET.contains(word) || !NEVER.contains(word));
  }

  private static List<String> list(String key) {
    return List.of(BUNDLE.getString(key).split("\\s*\\|\\s*"));
  }
}
