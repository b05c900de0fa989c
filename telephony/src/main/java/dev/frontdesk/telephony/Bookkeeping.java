package dev.frontdesk.telephony;

import dev.frontdesk.telephony.TelephonyCounters.Event;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one socket has to tell the desk, entered one after another on threads that may block. An
/// entry that fails is counted and does not stop those after it.
final class Bookkeeping {
  private static final Logger LOG = LoggerFactory.getLogger(Bookkeeping.class);

  private final Executor threads;
  private final TelephonyCounters counters;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean running;

  Bookkeeping(Executor threads, TelephonyCounters counters) {
    this.threads = threads;
    this.counters = counters;
  }

  synchronized void enter(Runnable entry) {
    waiting.add(entry);
    if (!running) {
      running = true;
      threads.execute(this::work);
    }
  }

  private void work() {
    while (true) {
      Runnable entry;
      synchronized (this) {
        entry = waiting.poll();
        if (entry == null) {
          running = false;
          return;
        }
      }
      try {
        entry.run();
      } catch (RuntimeException e) {
        counters.count(Event.BOOKKEEPING_FAILED);
        LOG.error("a call's row could not be brought up to date", e);
      }
    }
  }
}
