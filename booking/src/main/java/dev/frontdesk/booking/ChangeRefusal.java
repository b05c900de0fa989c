package dev.frontdesk.booking;

/// Why a standing booking may not be changed.
public enum ChangeRefusal {
  NOT_FOUND,
  /// Cancelled already, by somebody else, or marked as no-show.
  NOT_STANDING,
  /// Later than the service allows before its start; or it has begun.
  TOO_LATE,
  /// A no-show is known only once the appointment has begun.
  NOT_BEGUN
}
