package dev.frontdesk.reporting;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// How long an organisation keeps what. What is not named is kept for ever.
///
/// @param archiveAfter when recordings move to the archive; empty: they stay where they are
public record RetentionPolicy(
    Map<RetentionKind, Duration> keep, Optional<Duration> archiveAfter) {
  public static final RetentionPolicy FOR_EVER = new RetentionPolicy(Map.of(), Optional.empty());

  public RetentionPolicy {
    keep = Map.copyOf(keep);
    keep.forEach((kind, length) -> {
      if (length.compareTo(Duration.ofDays(1)) < 0) {
        throw new IllegalArgumentException(kind.word() + " must be kept for a day at least");
      }
    });
  }

  /// What ended before this is to go; empty when it never is.
  public Optional<Instant> goesBefore(RetentionKind kind, Instant now) {
    return Optional.ofNullable(keep.get(kind)).map(now::minus);
  }
}
