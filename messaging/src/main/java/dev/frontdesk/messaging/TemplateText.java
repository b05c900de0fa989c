package dev.frontdesk.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Wording with gaps, checked when it is read: a misspelt gap is found by who wrote it and not by
/// who gets the message. `{{` stands for a brace.
public final class TemplateText {
  private final String source;
  private final List<Part> parts;

  private TemplateText(String source, List<Part> parts) {
    this.source = source;
    this.parts = List.copyOf(parts);
  }

  private sealed interface Part {
    record Words(String text) implements Part {}

    record Gap(Token token) implements Part {}
  }

  /// @param name how errors call it, as `confirmation (en)`
  /// @throws IllegalArgumentException naming the template and what is wrong with it
  public static TemplateText parse(String name, String source) {
    if (source.isBlank()) {
      throw wrong(name, "is empty");
    }
    var parts = new ArrayList<Part>();
    var words = new StringBuilder();
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c != '{' && c != '}') {
        words.append(c);
      } else if (source.startsWith("" + c + c, i)) {
        words.append(c);
        i++;
      } else if (c == '}') {
        throw wrong(name, "has a } without a { before it");
      } else {
        int end = source.indexOf('}', i);
        if (end < 0) {
          throw wrong(name, "has a { without a } after it");
        }
        parts.add(new Part.Words(words.toString()));
        parts.add(new Part.Gap(token(name, source.substring(i + 1, end))));
        words.setLength(0);
        i = end;
      }
    }
    parts.add(new Part.Words(words.toString()));
    return new TemplateText(source, parts);
  }

  private static Token token(String name, String word) {
    return Token.named(word.strip())
        .orElseThrow(
            () -> wrong(name, "has unknown token {%s}; known: %s".formatted(word, Token.all())));
  }

  private static IllegalArgumentException wrong(String name, String problem) {
    return new IllegalArgumentException("template " + name + " " + problem);
  }

  Set<Token> tokens() {
    return parts.stream()
        .filter(Part.Gap.class::isInstance)
        .map(gap -> ((Part.Gap) gap).token())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// What is not in `values` is left out.
  String fill(Map<Token, String> values) {
    return parts.stream()
        .map(
            part ->
                switch (part) {
                  case Part.Words(var text) -> text;
                  case Part.Gap(var token) -> values.getOrDefault(token, "");
                })
        .collect(Collectors.joining());
  }

  @Override
  public String toString() {
    return source;
  }
}
