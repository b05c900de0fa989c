package dev.frontdesk.booking;

/// What befalls a hold.
public enum HoldEvent {
  BOOK,
  RELEASE,
  EXPIRE
}
