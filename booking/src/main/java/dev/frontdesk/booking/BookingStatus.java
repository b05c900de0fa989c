package dev.frontdesk.booking;

/// Where a booking stands. Only CONFIRMED keeps others out.
public enum BookingStatus {
  CONFIRMED,
  CANCELLED,
  NO_SHOW
}
