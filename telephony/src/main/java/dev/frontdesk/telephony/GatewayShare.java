package dev.frontdesk.telephony;

import java.util.concurrent.Executor;

/// What all sockets of one gateway have in common.
interface GatewayShare {
  MediaGatewaySettings settings();

  TelephonyCounters counters();

  LegAnswerer answerer();

  LegLifecycle lifecycle();

  /// For what blocks.
  Executor virtualThreads();

  void opened(MediaConnection connection);

  void closed(MediaConnection connection);
}
