package dev.frontdesk.booking;

/// How a store answers a write. Unless Committed, nothing at all has changed.
public sealed interface WriteOutcome<T> {
  record Committed<T>(T value) implements WriteOutcome<T> {}

  /// Done before: by this key, or by what makes the write the same. As it stands now.
  record Duplicate<T>(T existing) implements WriteOutcome<T> {}

  /// Somebody else has the time.
  record Overlap<T>() implements WriteOutcome<T> {}

  /// A quota is full.
  record QuotaFull<T>() implements WriteOutcome<T> {}

  /// What was to be changed is no longer as it was read.
  record Gone<T>() implements WriteOutcome<T> {}
}
