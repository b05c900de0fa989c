package dev.frontdesk.voice.spi;

import dev.frontdesk.media.MediaLoop;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// A loop on a thread of its own, in real time, for adapters whose work is done by other threads.
public final class ThreadLoop implements MediaLoop, AutoCloseable {
  private volatile Thread thread = Thread.currentThread();
  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(1, task -> thread = Thread.ofPlatform().unstarted(task));

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public void execute(Runnable task) {
    executor.execute(task);
  }

  @Override
  public Timer schedule(Runnable task, Duration delay) {
    var due = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> due.cancel(false);
  }

  @Override
  public boolean inLoop() {
    return Thread.currentThread() == thread;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
