package dev.frontdesk.storage;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for another thread to have brought something about.
final class Until {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Duration LOOK_EVERY = Duration.ofMillis(5);

  private Until() {}

  static void true_(BooleanSupplier condition, Supplier<String> otherwise) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(otherwise.get());
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }
}
