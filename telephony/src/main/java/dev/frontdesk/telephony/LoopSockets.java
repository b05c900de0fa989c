package dev.frontdesk.telephony;

import dev.frontdesk.telephony.spi.NettyMediaLoop;
import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadEventLoop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The media sockets of one event loop: flushed together, once per turn of the loop, and looked
/// over once a second. Used on the loop only, except where it says so.
final class LoopSockets {
  private final NettyMediaLoop loop;
  private final Set<MediaConnection> open = new HashSet<>();
  private List<MessageWriter> unflushed = new ArrayList<>();
  private List<MessageWriter> flushing = new ArrayList<>();

  LoopSockets(EventLoop eventLoop) {
    this.loop = new NettyMediaLoop(eventLoop);
    eventLoop.scheduleAtFixedRate(this::lookOver, 1, 1, TimeUnit.SECONDS);
  }

  /// Safe from any thread.
  NettyMediaLoop loop() {
    return loop;
  }

  void opened(MediaConnection connection) {
    open.add(connection);
  }

  void closed(MediaConnection connection) {
    open.remove(connection);
  }

  List<MediaConnection> all() {
    return List.copyOf(open);
  }

  /// To be called by a writer when it has written something for the first time since its flush:
  /// one system call then carries a frame, its mark and what else the turn brought.
  void flushSoon(MessageWriter writer) {
    unflushed.add(writer);
    if (unflushed.size() == 1) {
      if (loop.eventLoop() instanceof SingleThreadEventLoop single) {
        single.executeAfterEventLoopIteration(this::flush);
        single.execute(LoopSockets::nothing); // the loop must turn for its tail to run
      } else {
        loop.execute(this::flush);
      }
    }
  }

  private void flush() {
    var now = unflushed;
    unflushed = flushing;
    flushing = now;
    for (var writer : now) {
      writer.flush();
    }
    now.clear();
  }

  private void lookOver() {
    long nowNs = loop.nanoTime();
    for (var connection : all()) {
      connection.lookOver(nowNs);
    }
  }

  private static void nothing() {}
}
