package dev.frontdesk.telephony;

/// What moves a call from one status to the next.
public enum CallEvent {
  /// The far end's telephone rings.
  RING,
  /// Audio flows for the first time.
  ANSWER,
  /// Proven over, for whatever reason.
  END
}
