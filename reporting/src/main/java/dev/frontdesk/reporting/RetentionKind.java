package dev.frontdesk.reporting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What is kept of a call, for as long as an organisation says.
public enum RetentionKind {
  RECORDING,
  /// What was said, and where the conversation stood.
  TRANSCRIPT,
  /// All versions.
  REPORT,
  /// A lead whose last call is that old, with its score and history.
  LEAD;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<RetentionKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
