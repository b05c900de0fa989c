package dev.frontdesk.storage;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SqlTextTest {
  private static final Pattern ASKS_FOR_THE_TIME =
      Pattern.compile(
          "(?i)\\bnow\\s*\\(\\s*\\)|current_(timestamp|time|date)\\b|localtime|clock_timestamp"
              + "|statement_timestamp|transaction_timestamp|\\btimeofday\\b|'(now|today)'");

  private static final Pattern IN_QUOTES =
      Pattern.compile("(?s)\"\"\".*?\"\"\"|\"[^\"\\n]*\"");

  @Test
  void no_statement_asks_the_database_for_the_time() throws IOException {
    var sources = sources();
    assertThat(sources).hasSizeGreaterThan(20);
    for (var source : sources) {
      assertThat(ASKS_FOR_THE_TIME.matcher(sql(source)).results().map(MatchResult::group))
          .as(source.toString())
          .isEmpty();
    }
  }

  /// A migration whole; of Java what stands in quotes.
  private static String sql(Path source) throws IOException {
    var text = Files.readString(source);
    return source.toString().endsWith(".sql")
        ? text
        : IN_QUOTES.matcher(text).results().map(MatchResult::group).collect(joining("\n"));
  }

  private static List<Path> sources() throws IOException {
    try (var files = Files.walk(Path.of("src/main"))) {
      return files.filter(path -> path.toString().matches(".*\\.(java|sql)")).toList();
    }
  }
}
