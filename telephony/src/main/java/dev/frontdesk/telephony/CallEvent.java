package dev.frontdesk.telephony;

/// What moves a call from one status to the next.
public enum CallEvent {
  /// The far end's telephone rings.
  RING,
  /// Audio flows for the first time.
  ANSWER,
  /// The caller is to be put through to a person.
  FORWARD,
  /// The person could not be reached, and the caller is back.
  RETURN,
  /// Proven over, for whatever reason.
  END
}
