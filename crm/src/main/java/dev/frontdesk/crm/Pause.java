package dev.frontdesk.crm;

import java.time.Duration;

/// How a thread waits for its turn: real sleep in the server, moved time in tests.
@FunctionalInterface
public interface Pause {
  void of(Duration length) throws InterruptedException;
}
