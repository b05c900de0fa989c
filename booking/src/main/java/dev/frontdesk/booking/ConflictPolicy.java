package dev.frontdesk.booking;

/// What it means when the business's own calendar holds something else at a time.
public enum ConflictPolicy {
  /// The time is taken; and while nobody knows what the calendar holds, all of it is.
  BLOCK,
  /// The time can still be booked; the business is told of each booking that clashes.
  WARN
}
