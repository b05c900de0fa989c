package dev.frontdesk.integrations.pocketsphinx;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// The words that a JSGF grammar lets a caller say.
final class GrammarWords {
  private static final Pattern NO_WORDS =
      Pattern.compile(
          "//[^\\n]*" // comments
              + "|/\\*.*?\\*/"
              + "|#JSGF[^;]*;"
              + "|\\b(?:grammar|import)\\s+[^;]+;"
              + "|<[^>]*>\\s*=" // a rule's name, and rules that are referred to
              + "|<[^>]*>"
              + "|\\{[^}]*\\}" // tags
              + "|/\\s*[0-9.eE+-]+\\s*/" // weights
              + "|(?<![^\\s;])public\\b(?=\\s*<)",
          Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("[^\\s|()\\[\\]*+;=\"]+");

  private GrammarWords() {}

  /// In the order of their first mention, as they are written.
  static Set<String> of(String jsgf) {
    var words = new LinkedHashSet<String>();
    var found = WORD.matcher(NO_WORDS.matcher(jsgf).replaceAll(" "));
    while (found.find()) {
      words.add(found.group());
    }
    return words;
  }
}
