package dev.frontdesk.voice;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.AudioFormat.Encoding;
import dev.frontdesk.media.AudioOut;
import dev.frontdesk.media.MediaLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Hands utterances to the carrier in frames of 20 ms on absolute deadlines. The first frame leaves
/// at once and the ticks count from it; what is handed over never runs ahead of its time by more
/// than the lead, so that a caller who barges in is soon listened to in silence.
final class Pacer {
  private static final long FRAME_NS = AudioFormat.FRAME_MILLIS * 1_000_000L;

  private final AudioOut out;
  private final MediaLoop loop;
  private final Ledger ledger;
  private final Listener listener;
  private final long leadNs;
  private final double markEveryMs;
  private final byte[] frame;
  private final Runnable tick = this::tick;
  private final ArrayDeque<Utterance> queue = new ArrayDeque<>();
  private long baseNs = Long.MIN_VALUE / 2;
  private long handedNs;
  private boolean ticking;
  private boolean paused;
  private boolean starving;
  private boolean gap;
  private MediaLoop.@Nullable Timer timer;

  /// Called on the loop.
  interface Listener {
    /// A frame is about to go out.
    void handing(Utterance utterance, Ledger.Segment segment, byte[] frame, int length);

    /// Nothing of it is left to hand over.
    void allHanded(Utterance utterance);

    void mishap(Mishap mishap);
  }

  Pacer(
      AudioOut out,
      MediaLoop loop,
      Ledger ledger,
      ConversationSettings.Pacing pacing,
      Listener listener) {
    this.out = out;
    this.loop = loop;
    this.ledger = ledger;
    this.listener = listener;
    this.leadNs = pacing.lead().toNanos();
    this.markEveryMs = pacing.markEvery().toMillis();
    this.frame = new byte[out.format().frameBytes()];
  }

  void offer(Utterance utterance) {
    queue.add(utterance);
    wake();
  }

  /// Audio came, or an utterance is complete.
  void wake() {
    if (!ticking && !paused) {
      tick();
    }
  }

  void pause() {
    paused = true;
    stop();
  }

  void resume() {
    paused = false;
    wake();
  }

  /// Forgets what is queued.
  void clear() {
    queue.clear();
    paused = false;
    starving = false;
    gap = false;
    stop();
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  private void stop() {
    ticking = false;
    if (timer != null) {
      timer.cancel();
    }
  }

  private void tick() {
    long now = loop.nanoTime();
    ticking = true;
    if (now - baseNs >= handedNs) { // nothing of ours is playing: time starts anew
      gap |= starving && now - baseNs > handedNs;
      baseNs = now;
      handedNs = 0;
    }
    boolean more = true;
    if (!out.writable()) {
      listener.mishap(Mishap.HELD_BACK);
    } else {
      while (more && handedNs - (now - baseNs) < leadNs) {
        more = handFrame(now);
      }
    }
    if (!ticking) {
      return; // paused or cleared by what we told
    }
    if (!more) {
      ticking = false; // woken by audio
      return;
    }
    long sinceBase = now - baseNs;
    long next = baseNs + (sinceBase / FRAME_NS + 1) * FRAME_NS;
    timer = loop.schedule(tick, Duration.ofNanos(next - now));
  }

  private boolean handFrame(long nowNs) {
    for (var head = queue.peek(); head != null; head = queue.peek()) {
      if (head.canFill(frame.length)) {
        hand(head, nowNs);
        return true;
      }
      if (!head.isSpent()) {
        starve(head);
        return false;
      }
      queue.remove();
      finish(head);
    }
    return false;
  }

  private void hand(Utterance head, long nowNs) {
    if (gap) {
      listener.mishap(Mishap.UNDERRUN);
    }
    starving = false;
    gap = false;
    int length = head.take(frame);
    if (length < frame.length) {
      Arrays.fill(frame, length, frame.length, silence());
    }
    var segment = ledger.handed(head, AudioFormat.FRAME_MILLIS, nowNs);
    listener.handing(head, segment, frame, frame.length);
    out.play(frame, 0, frame.length);
    handedNs += FRAME_NS;
    if (ledger.openMs() >= markEveryMs) {
      mark();
    }
    if (head.isSpent() && queue.peek() == head) {
      queue.remove();
      finish(head);
    }
  }

  private void finish(Utterance head) {
    mark();
    head.allHanded = true;
    listener.allHanded(head);
  }

  private void mark() {
    var name = ledger.mark();
    if (name != null) {
      out.mark(name);
    }
  }

  private void starve(Utterance head) {
    starving = head.audible;
    // a stretch left open over a gap would be acknowledged late
    mark();
  }

  private byte silence() {
    return out.format().encoding() == Encoding.ULAW ? (byte) 0xff : 0;
  }
}
