package dev.frontdesk.reporting;

/// What moves a lead on. All of it follows from reports and the passing of time.
public enum LeadEvent {
  /// We have talked with each other.
  SPOKE,
  SCORED_HIGH,
  SCORED_LOW,
  WENT_QUIET
}
