package dev.frontdesk.lab;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The clock of a stage: stands at a scenario's `now` until the phone rings, then runs.
final class StageClock extends Clock {
  private final Instant start;
  private volatile long ranSinceNs;
  private volatile boolean running;

  StageClock(Instant start) {
    this.start = start;
  }

  /// From now on time passes; does nothing when it does already.
  synchronized void run() {
    if (!running) {
      ranSinceNs = System.nanoTime();
      running = true;
    }
  }

  @Override
  public Instant instant() {
    return running ? start.plus(Duration.ofNanos(System.nanoTime() - ranSinceNs)) : start;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this; // only instants are asked of it
  }
}
