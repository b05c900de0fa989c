package dev.frontdesk.telephony;

import java.util.Arrays;
import java.util.Optional;

/// Where a call stands. `wire()` is Vapi's word for it; the moves between them are in `CallMoves`.
public enum CallStatus {
  QUEUED("queued"),
  RINGING("ringing"),
  IN_PROGRESS("in-progress"),
  /// A person is rung for the caller, or talks with them.
  FORWARDING("forwarding"),
  ENDED("ended");

  private final String wire;

  CallStatus(String wire) {
    this.wire = wire;
  }

  public String wire() {
    return wire;
  }

  public static Optional<CallStatus> ofWire(String word) {
    return Arrays.stream(values()).filter(status -> status.wire.equals(word)).findFirst();
  }
}
