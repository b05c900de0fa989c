package dev.frontdesk.messaging;

/// How a notice travels.
public enum Channel {
  SMS,
  MAIL
}
