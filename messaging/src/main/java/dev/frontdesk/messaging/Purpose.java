package dev.frontdesk.messaging;

/// Why somebody is written to. They may refuse one and keep the others.
public enum Purpose {
  /// What they asked for themselves: that it is booked, moved, called off; answers to them.
  APPOINTMENT,
  REMINDER,
  MARKETING
}
