package dev.frontdesk.voice;

import dev.frontdesk.media.MediaLoop;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A call's timers, one of each name: starting one replaces it.
final class Timers {
  private final MediaLoop loop;
  private final Consumer<Event.TimerFired> mailbox;
  private final MediaLoop.@Nullable Timer[] running =
      new MediaLoop.@Nullable Timer[Event.Timer.values().length];

  Timers(MediaLoop loop, Consumer<Event.TimerFired> mailbox) {
    this.loop = loop;
    this.mailbox = mailbox;
  }

  void start(Event.Timer timer, long delayMs) {
    stop(timer);
    running[timer.ordinal()] =
        loop.schedule(
            () -> mailbox.accept(new Event.TimerFired(timer)), Duration.ofMillis(delayMs));
  }

  void stop(Event.Timer timer) {
    var old = running[timer.ordinal()];
    if (old != null) {
      old.cancel();
      running[timer.ordinal()] = null;
    }
  }

  void stopAll() {
    for (var timer : Event.Timer.values()) {
      stop(timer);
    }
  }
}
