package dev.frontdesk.booking;

/// Where a hold stands.
public enum HoldStatus {
  HELD,
  /// Became a booking.
  BOOKED,
  /// Given back, or replaced by another hold of the same call.
  RELEASED,
  EXPIRED
}
