package dev.frontdesk.booking;

/// What befalls a waitlist entry.
public enum WaitlistAct {
  OFFER,
  ACCEPT,
  LAPSE,
  LEAVE
}
