package dev.frontdesk.telephony;

/// Who rang whom, seen from the organisation.
public enum Direction {
  INBOUND,
  OUTBOUND
}
