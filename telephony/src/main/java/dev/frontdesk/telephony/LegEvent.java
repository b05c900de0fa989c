package dev.frontdesk.telephony;

/// What moves a leg from one status to the next.
public enum LegEvent {
  CONNECT,
  LOSE,
  END
}
