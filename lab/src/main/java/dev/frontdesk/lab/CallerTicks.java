package dev.frontdesk.lab;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.MediaLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The clock of all callers on one loop: each is called every 20 ms on absolute deadlines, and one
/// timer serves them all. Callers keep the phase in which they joined, one of ten, so that their
/// frames leave spread over the 20 ms as those of strangers do. Used on the loop only.
final class CallerTicks {
  private static final long FRAME_NS = AudioFormat.FRAME_MILLIS * 1_000_000L;
  private static final int PHASES = 10;
  private static final long STEP_NS = FRAME_NS / PHASES;

  private final MediaLoop loop;
  private final List<List<Caller>> phases = new ArrayList<>();
  private int callers;
  private long dueNs;
  private int phase;

  CallerTicks(MediaLoop loop) {
    this.loop = loop;
    for (int i = 0; i < PHASES; i++) {
      phases.add(new ArrayList<>());
    }
  }

  interface Caller {
    /// Twenty milliseconds have passed.
    ///
    /// @param dueNs when this was to be called
    /// @return whether to go on
    boolean tick(long dueNs);
  }

  /// First called within 2 ms.
  void join(Caller caller) {
    if (callers++ == 0) {
      dueNs = loop.nanoTime();
      loop.schedule(this::run, Duration.ZERO);
    }
    phases.get(phase).add(caller);
  }

  private void run() {
    long nowNs = loop.nanoTime();
    while (dueNs <= nowNs) {
      call(phases.get(phase));
      phase = (phase + 1) % PHASES;
      dueNs += STEP_NS;
    }
    if (callers > 0) {
      loop.schedule(this::run, Duration.ofNanos(Math.max(0, dueNs - loop.nanoTime())));
    }
  }

  private void call(List<Caller> due) {
    for (int i = 0; i < due.size(); ) {
      if (due.get(i).tick(dueNs)) {
        i++;
      } else {
        due.set(i, due.getLast());
        due.removeLast();
        callers--;
      }
    }
  }
}
