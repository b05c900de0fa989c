package dev.frontdesk.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whether somebody says, in whatever words, that they want no more texts. The list is in
/// `opt-out.txt`: a language and a pattern a line, over plain text.
final class OptOutWords {
  private static final List<Pattern> PATTERNS = read();

  private OptOutWords() {}

  /// @param plain as `ReplyReader.plain` makes it
  static boolean in(String plain) {
    return PATTERNS.stream().anyMatch(pattern -> pattern.matcher(plain).find());
  }

  private static List<Pattern> read() {
    try (var in =
        Objects.requireNonNull(OptOutWords.class.getResourceAsStream("opt-out.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.substring(line.indexOf(' ') + 1).strip())
          .map(pattern -> Pattern.compile(ReplyReader.withoutMarks(pattern)))
          .collect(Collectors.toUnmodifiableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
