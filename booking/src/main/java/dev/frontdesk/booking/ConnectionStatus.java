package dev.frontdesk.booking;

/// Whether an organisation's calendar can be reached in its name.
public enum ConnectionStatus {
  /// Nobody connected one, or somebody took it off again.
  NONE,
  CONNECTED,
  /// The vendor takes our access for no longer given: a person must connect it again.
  BROKEN
}
