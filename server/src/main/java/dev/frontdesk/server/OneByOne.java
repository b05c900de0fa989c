package dev.frontdesk.server;

import dev.frontdesk.vocabulary.CallId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs blocking work of each call in order, the work of different calls side by side, on virtual
/// threads. One call's failure stops neither its later work nor another's; it is counted.
final class OneByOne implements AutoCloseable {
  /// A call that is this far behind its database loses its newest lines rather than the memory of
  /// all the others.
  static final int MOST_WAITING = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<CallId, ArrayDeque<Runnable>> waiting = new HashMap<>();
  private final LongAdder failed = new LongAdder();
  private final LongAdder dropped = new LongAdder();

  void submit(CallId call, Runnable work) {
    synchronized (waiting) {
      var line = waiting.get(call);
      if (line != null) {
        if (line.size() >= MOST_WAITING) {
          dropped.increment();
        } else {
          line.addLast(work);
        }
        return;
      }
      line = new ArrayDeque<>();
      line.addLast(work);
      waiting.put(call, line);
    }
    threads.execute(() -> workOff(call));
  }

  long failed() {
    return failed.sum();
  }

  long dropped() {
    return dropped.sum();
  }

  private void workOff(CallId call) {
    while (true) {
      Runnable work;
      synchronized (waiting) {
        var line = waiting.get(call);
        work = line == null ? null : line.pollFirst();
        if (work == null) {
          waiting.remove(call);
          return;
        }
      }
      try {
        work.run();
      } catch (RuntimeException failure) {
        failed.increment();
        LOG.warn("a line of a call's record could not be kept", failure);
      }
    }
  }

  /// Waits, bounded, for what was submitted.
  @Override
  public void close() {
    threads.shutdown();
    try {
      threads.awaitTermination(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
