package dev.frontdesk.booking;

/// What is done to a booking.
public enum BookingAct {
  RESCHEDULE,
  CANCEL,
  MARK_NO_SHOW
}
