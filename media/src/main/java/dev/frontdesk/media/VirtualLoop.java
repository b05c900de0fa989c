package dev.frontdesk.media;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// A loop whose time moves only when it is told to: tests and text runs play a call of minutes in
/// milliseconds, the same way each time. Tasks run in order of their deadline, those of one
/// deadline in the order they were handed over.
///
/// The thread that advances the loop is its thread. A blocking agent runs on the loop itself
/// (`Executor executor = loop::execute`), taking no virtual time, or some:
/// `task -> loop.schedule(task, thinking)`.
public final class VirtualLoop implements MediaLoop {
  private final PriorityQueue<Task> tasks = new PriorityQueue<>();
  private final Thread owner = Thread.currentThread();
  private long nowNanos;
  private long handedOver;

  @Override
  public synchronized long nanoTime() {
    return nowNanos;
  }

  @Override
  public void execute(Runnable task) {
    schedule(task, Duration.ZERO);
  }

  @Override
  public synchronized Timer schedule(Runnable task, Duration delay) {
    var due = new Task(task, nowNanos + Math.max(0, delay.toNanos()), handedOver++);
    tasks.add(due);
    return () -> cancel(due);
  }

  @Override
  public boolean inLoop() {
    return Thread.currentThread() == owner;
  }

  /// Moves time on, running everything that falls due on the way, at its own moment.
  public void advance(Duration by) {
    long until = nanoTime() + by.toNanos();
    for (var due = takeDue(until); due != null; due = takeDue(until)) {
      due.work.run();
    }
    stopAt(until);
  }

  /// Runs what is due now, and what that hands over for now.
  public void settle() {
    advance(Duration.ZERO);
  }

  /// Moves to the next task and runs it with all others of the same moment.
  ///
  /// @return false when nothing is left to run
  public boolean advanceToNext() {
    long deadline;
    synchronized (this) {
      var next = tasks.peek();
      if (next == null) {
        return false;
      }
      deadline = next.dueNanos;
    }
    advance(Duration.ofNanos(deadline - nanoTime()));
    return true;
  }

  /// A wall clock that shows `start` at time zero of this loop and moves with it.
  public Clock clockFrom(Instant start) {
    return new LoopClock(start, ZoneOffset.UTC);
  }

  private synchronized void cancel(Task task) {
    tasks.remove(task);
  }

  private synchronized @Nullable Task takeDue(long untilNanos) {
    var next = tasks.peek();
    if (next == null || next.dueNanos > untilNanos) {
      return null;
    }
    nowNanos = Math.max(nowNanos, next.dueNanos);
    return tasks.poll();
  }

  private synchronized void stopAt(long nanos) {
    nowNanos = Math.max(nowNanos, nanos);
  }

  private record Task(Runnable work, long dueNanos, long order) implements Comparable<Task> {
    @Override
    public int compareTo(Task other) {
      int byTime = Long.compare(dueNanos, other.dueNanos);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private final class LoopClock extends Clock {
    private final Instant start;
    private final ZoneId zone;

    LoopClock(Instant start, ZoneId zone) {
      this.start = start;
      this.zone = zone;
    }

    @Override
    public Instant instant() {
      return start.plusNanos(nanoTime());
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new LoopClock(start, other);
    }
  }
}
