package dev.frontdesk.integrations.vapi;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.MediaLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Stands in for marks, which this wire lacks: what was sent is taken to play in real time from
/// the moment it left, each piece after the one before. It is an estimate. It knows nothing of the
/// network or of what the client keeps before it plays, so it runs ahead of the ear by both, tens
/// of milliseconds on a good path; and audio on its way cannot be called back.
final class PlayoutEstimate {
  private final MediaLoop loop;
  private final AudioFormat format;
  private final Consumer<String> reached;
  private final Queue<Mark> marks = new ArrayDeque<>();
  private MediaLoop.@Nullable Timer timer;
  private long playedUntilNs;
  private boolean closed;

  private record Mark(String name, long atNs) {}

  PlayoutEstimate(
      MediaLoop loop, AudioFormat format, Consumer<String> reached) {
    this.loop = loop;
    this.format = format;
    this.reached = reached;
    this.playedUntilNs = loop.nanoTime();
  }

  void sent(int bytes) {
    long nowNs = loop.nanoTime();
    long samples = bytes / format.encoding().bytesPerSample();
    long lengthNs = samples * 1_000_000_000L / format.sampleRateHz();
    playedUntilNs = (playedUntilNs - nowNs > 0 ? playedUntilNs : nowNs) + lengthNs;
  }

  void mark(String name) {
    marks.add(new Mark(name, playedUntilNs));
    if (timer == null) {
      waitForNext();
    }
  }

  /// Marks come back at once, as they would from a carrier that threw its audio away. What the
  /// client has already taken still plays, so the estimate stays where it was.
  void clear() {
    cancel();
    var pending = List.copyOf(marks);
    marks.clear();
    loop.execute(
        () -> {
          if (!closed) {
            pending.forEach(mark -> reached.accept(mark.name));
          }
        });
  }

  void close() {
    closed = true;
    cancel();
    marks.clear();
  }

  private void waitForNext() {
    var next = marks.peek();
    if (next != null) {
      long waitNs = Math.max(0, next.atNs - loop.nanoTime());
      timer = loop.schedule(this::fire, Duration.ofNanos(waitNs));
    }
  }

  private void fire() {
    timer = null;
    long nowNs = loop.nanoTime();
    while (!marks.isEmpty() && marks.element().atNs - nowNs <= 0) {
      reached.accept(marks.remove().name);
    }
    if (timer == null) {
      waitForNext();
    }
  }

  private void cancel() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }
}
