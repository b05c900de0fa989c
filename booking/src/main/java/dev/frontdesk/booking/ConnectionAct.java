package dev.frontdesk.booking;

/// What happens to a calendar's connection.
public enum ConnectionAct {
  /// A person gave access, or a key for it is configured.
  CONNECT,
  /// The vendor refused our access for good.
  BREAK,
  /// What was refused works again, as when a key was restored.
  MEND,
  DISCONNECT
}
