package dev.frontdesk.lab;

import java.time.Duration;

/// What goes wrong with one connection to a simulated vendor. Moments are counted in audio: heard
/// by a recogniser, sent by a voice.
public sealed interface SimulatedFault {
  /// The upgrade is answered with this status.
  ///
  /// @param retryAfterSeconds the header of that name; negative for none
  record Refuse(int status, int retryAfterSeconds) implements SimulatedFault {}

  /// The upgrade is never answered.
  record Ignore() implements SimulatedFault {}

  /// The connection is gone without a goodbye.
  record Drop(Duration at) implements SimulatedFault {}

  /// The vendor closes with this code.
  record CloseWith(Duration at, int code, String reason) implements SimulatedFault {}

  /// The connection stays open, but nothing is read or sent any more.
  record Stall(Duration at) implements SimulatedFault {}

  /// Every message is broken, `messages` times, then all is well.
  record Garbage(int messages) implements SimulatedFault {}

  /// The first message is this long.
  record Oversized(int bytes) implements SimulatedFault {}

  /// Everything takes this much longer.
  record Slow(Duration by) implements SimulatedFault {}

  /// All is well.
  record None() implements SimulatedFault {}
}
