package dev.frontdesk.media;

import java.time.Duration;

/// The one thread on which a call's audio and turns move. Everything about one call happens here,
/// one thing after another, so that nothing in it needs a lock. In a server this is the event loop
/// of the carrier's socket; in tests and text runs it is virtual time.
public interface MediaLoop {

  /// Monotonic time; the only clock that voice and media read.
  long nanoTime();

  /// Runs `task` on the loop, after what was handed over before. Safe from any thread.
  void execute(Runnable task);

  /// Runs `task` on the loop once `delay` has passed. Safe from any thread.
  Timer schedule(Runnable task, Duration delay);

  /// Whether the calling thread is this loop's.
  boolean inLoop();

  interface Timer {
    /// After this, on the loop's own thread, the task will not run.
    void cancel();
  }
}
