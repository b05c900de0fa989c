package dev.frontdesk.messaging;

/// What happens to a message.
public enum MessageEvent {
  /// No answer came to the request.
  LOSE_SIGHT,
  /// The carrier answered with its id, or it was found by look-up.
  ACCEPT,
  /// The carrier said no.
  REFUSE,
  /// We decide not to send it.
  WITHHOLD,
  REPORT_SENT,
  REPORT_DELIVERED,
  REPORT_READ,
  REPORT_UNDELIVERED,
  REPORT_FAILED
}
