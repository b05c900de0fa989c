package dev.frontdesk.telephony;

/// Where a leg's audio stands.
public enum LegStatus {
  /// No media socket yet.
  RINGING,
  CONNECTED,
  /// The media socket dropped and the carrier has not said that the call is over.
  LOST,
  ENDED
}
