package dev.frontdesk.telephony;

/// What became of ringing a person for a caller.
public enum DialResult {
  /// They have talked, and it is over.
  TALKED,
  /// Busy, no answer, no such number: the caller is still there.
  NOT_REACHED,
  /// The caller hung up first.
  CALLER_LEFT
}
