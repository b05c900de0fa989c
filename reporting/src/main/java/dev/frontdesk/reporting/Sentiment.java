package dev.frontdesk.reporting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How the other side sounded in their words, over the whole call.
public enum Sentiment {
  POSITIVE,
  NEUTRAL,
  NEGATIVE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Sentiment> of(String word) {
    return Arrays.stream(values()).filter(mood -> mood.word().equals(word)).findFirst();
  }
}
