package dev.frontdesk.integrations.wire;

import java.time.Duration;

/// @param connectWithin   from the first packet to an open WebSocket, TLS included
/// @param pingEvery       how often a peer must show life; one that has shown none since the last
///     ping counts as stalled, so a stall is found within twice this long
/// @param longestMessage  bytes; a peer that sends more is cut off
/// @param mostUnsent      bytes that may wait for a slow peer; what comes beyond is refused
public record WireSettings(
    Duration connectWithin, Duration pingEvery, int longestMessage, int mostUnsent) {
  public static final WireSettings USUAL =
      new WireSettings(Duration.ofSeconds(5), Duration.ofSeconds(3), 1 << 20, 1 << 16);

  public WireSettings {
    if (!connectWithin.isPositive() || !pingEvery.isPositive()) {
      throw new IllegalArgumentException("time-outs must be longer than nothing");
    }
    if (longestMessage < 1024 || mostUnsent < 1024) {
      throw new IllegalArgumentException("limits under 1024 bytes pass no message");
    }
  }
}
