package dev.frontdesk.integrations.wire;

import dev.frontdesk.media.MediaLoop;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The loop of a call and the event loop of its sockets: one thread in a server, two where the
/// call's loop is not Netty's.
public record CallLoop(MediaLoop call, EventLoop sockets) {

  /// Runs `task` where the sockets are, at once when already there.
  public void onSockets(Runnable task) {
    if (sockets.inEventLoop()) {
      task.run();
    } else {
      sockets.execute(task);
    }
  }

  /// Runs `task` where the call is, at once when already there.
  public void onCall(Runnable task) {
    if (call.inLoop()) {
      task.run();
    } else {
      call.execute(task);
    }
  }

  /// Whether an array may be used without a copy, because nobody else runs meanwhile.
  public boolean shared() {
    return sockets.inEventLoop();
  }

  /// Runs `task` on the sockets' loop after `delay`.
  public MediaLoop.Timer after(Duration delay, Runnable task) {
    var future = sockets.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }
}
