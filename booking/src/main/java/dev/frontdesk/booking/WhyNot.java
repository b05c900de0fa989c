package dev.frontdesk.booking;

/// Why a start cannot be had, from the furthest miss to the nearest: among several resources the
/// nearest counts.
public enum WhyNot {
  UNKNOWN_SERVICE,
  UNKNOWN_RESOURCE,
  /// The resource does not do this service.
  WRONG_RESOURCE,
  /// The clock change skips this time.
  NO_SUCH_TIME,
  PAST,
  /// Further ahead than the service may be booked.
  BEYOND_WINDOW,
  /// Sooner than the notice the service needs.
  TOO_SOON,
  /// Nobody works then.
  CLOSED,
  /// Open then, but closing time or a break comes before the end.
  DOES_NOT_FIT,
  /// Appointments do not start at this minute.
  OFF_GRID,
  /// The day or week has its most bookings.
  LIMIT_REACHED,
  TAKEN
}
