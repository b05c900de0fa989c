package dev.frontdesk.telephony.spi;

import dev.frontdesk.media.MediaLoop;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A Netty event loop as the loop of calls. Adapters that open sockets for a call put them on
/// `eventLoop()`, so that a frame never changes threads.
public final class NettyMediaLoop implements MediaLoop {
  private final EventLoop eventLoop;

  public NettyMediaLoop(EventLoop eventLoop) {
    this.eventLoop = eventLoop;
  }

  public EventLoop eventLoop() {
    return eventLoop;
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public void execute(Runnable task) {
    eventLoop.execute(task);
  }

  @Override
  public Timer schedule(Runnable task, Duration delay) {
    ScheduledFuture<?> future =
        eventLoop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  @Override
  public boolean inLoop() {
    return eventLoop.inEventLoop();
  }
}
