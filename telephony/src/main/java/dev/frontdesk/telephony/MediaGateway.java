package dev.frontdesk.telephony;

import dev.frontdesk.telephony.spi.MediaWire;
import dev.frontdesk.telephony.spi.NettyMediaLoop;
import dev.frontdesk.vocabulary.CallId;
import java.time.Duration;
import java.util.List;

/// The port on which carriers' media sockets arrive. Each socket lives on one event loop, where
/// its messages become calls on the `AudioIn` that the `LegAnswerer` gave for its leg.
public final class MediaGateway implements AutoCloseable {

  private MediaGateway() {}

  public static MediaGateway start(
      MediaGatewaySettings settings,
      List<MediaWire> wires,
      LegAnswerer answerer,
      LegLifecycle lifecycle,
      TelephonyCounters counters) {
    throw new UnsupportedOperationException("not yet");
  }

  public int port() {
    throw new UnsupportedOperationException("not yet");
  }

  /// Sockets open now.
  public int open() {
    throw new UnsupportedOperationException("not yet");
  }

  /// The loops, for those who warm connections on them.
  public List<NettyMediaLoop> loops() {
    throw new UnsupportedOperationException("not yet");
  }

  /// Ends the call's leg from our side; nothing happens when it has no socket here.
  public void hangUp(CallId call, String reason) {
    throw new UnsupportedOperationException("not yet");
  }

  /// Takes no new sockets and waits until those open have closed, at most `patience`.
  ///
  /// @return whether all have
  public boolean drain(Duration patience) throws InterruptedException {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public void close() {}
}
