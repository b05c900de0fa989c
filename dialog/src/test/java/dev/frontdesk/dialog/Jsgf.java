package dev.frontdesk.dialog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads a JSGF grammar and says whether a sentence belongs to it: sequences, `|`, `()`, `[]`, `+`
/// and rule names, which is all that ours use.
final class Jsgf {
  private final Map<String, List<String>> rules = new HashMap<>();

  Jsgf(String grammar) {
    for (String rule : grammar.split(";")) {
      int equals = rule.indexOf('=');
      if (equals > 0) {
        String name = rule.substring(rule.indexOf('<'), equals).strip();
        rules.put(name, List.of(rule.substring(equals + 1)
            .replaceAll("([\\[\\]()|+])", " $1 ").strip().split("\\s+")));
      }
    }
  }

  /// Rules that are named and nowhere written.
  Set<String> missing() {
    var missing = new HashSet<String>();
    rules.values().forEach(tokens -> tokens.stream()
        .filter(token -> token.startsWith("<") && !token.equals("<NULL>"))
        .filter(token -> !rules.containsKey(token)).forEach(missing::add));
    return missing;
  }

  Set<String> words() {
    var words = new HashSet<String>();
    rules.values().forEach(tokens -> tokens.stream()
        .filter(token -> !token.matches("[\\[\\]()|+]|<.*>")).forEach(words::add));
    return words;
  }

  boolean accepts(String sentence) {
    var words = List.of(sentence.split(" "));
    return rule("<said>", words, Set.of(0)).contains(words.size());
  }

  private Set<Integer> rule(String name, List<String> words, Set<Integer> from) {
    if (name.equals("<NULL>")) {
      return from;
    }
    var tokens = rules.getOrDefault(name, List.of());
    return alternatives(tokens, 0, tokens.size(), words, from);
  }

  private Set<Integer> alternatives(
      List<String> tokens, int begin, int end, List<String> words, Set<Integer> from) {
    var all = new HashSet<Integer>();
    int depth = 0;
    int start = begin;
    for (int i = begin; i <= end; i++) {
      String token = i == end ? "|" : tokens.get(i);
      depth += token.matches("[(\\[]") ? 1 : token.matches("[)\\]]") ? -1 : 0;
      if (token.equals("|") && (depth == 0 || i == end)) {
        all.addAll(sequence(tokens, start, i, words, from));
        start = i + 1;
      }
    }
    return all;
  }

  private Set<Integer> sequence(
      List<String> tokens, int begin, int end, List<String> words, Set<Integer> from) {
    Set<Integer> at = from;
    for (int i = begin; i < end; i++) {
      int close = close(tokens, i);
      boolean again = close + 1 < end && tokens.get(close + 1).equals("+");
      var next = one(tokens, i, close, words, at);
      for (int before = -1; again && before != next.size(); ) {
        before = next.size();
        next.addAll(one(tokens, i, close, words, next));
      }
      at = next;
      i = again ? close + 1 : close;
    }
    return at;
  }

  private Set<Integer> one(
      List<String> tokens, int i, int close, List<String> words, Set<Integer> from) {
    String token = tokens.get(i);
    if (token.equals("(") || token.equals("[")) {
      var inside = new HashSet<>(alternatives(tokens, i + 1, close, words, from));
      if (token.equals("[")) {
        inside.addAll(from);
      }
      return inside;
    }
    if (token.startsWith("<")) {
      return new HashSet<>(rule(token, words, from));
    }
    var next = new HashSet<Integer>();
    from.stream().filter(at -> at < words.size() && words.get(at).equals(token))
        .forEach(at -> next.add(at + 1));
    return next;
  }

  private static int close(List<String> tokens, int i) {
    if (!tokens.get(i).matches("[(\\[]")) {
      return i;
    }
    var open = new ArrayList<Integer>();
    for (int k = i; k < tokens.size(); k++) {
      if (tokens.get(k).matches("[(\\[]")) {
        open.add(k);
      } else if (tokens.get(k).matches("[)\\]]")) {
        open.removeLast();
        if (open.isEmpty()) {
          return k;
        }
      }
    }
    throw new IllegalArgumentException("an open bracket in " + tokens);
  }
}
