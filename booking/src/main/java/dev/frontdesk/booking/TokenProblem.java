package dev.frontdesk.booking;

/// Why a slot token is not taken.
public enum TokenProblem {
  /// Not ours, altered, or of another organisation or call.
  INVALID,
  EXPIRED,
  /// The catalogue changed since: the service is no longer what was offered.
  OUTDATED
}
