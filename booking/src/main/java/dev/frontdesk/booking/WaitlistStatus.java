package dev.frontdesk.booking;

/// Where a customer on the waitlist stands.
public enum WaitlistStatus {
  WAITING,
  /// A slot is held for them.
  OFFERED,
  /// They took it.
  BOOKED,
  /// They did not take it in time; the next in line was asked.
  PASSED,
  /// Their time was over without a slot, or they no longer want one.
  LEFT
}
