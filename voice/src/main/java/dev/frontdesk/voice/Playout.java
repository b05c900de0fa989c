package dev.frontdesk.voice;

import dev.frontdesk.media.AudioOut;
import dev.frontdesk.media.MediaLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Everything between "speak this" and "this was heard": mouth, pacer and ledger together.
final class Playout implements Pacer.Listener, Mouth.Listener, Ledger.Listener {
  /// How long after it should have been heard a mark may still come back.
  private static final long OVERDUE_NS = 1_500_000_000L;

  private final AudioOut out;
  private final MediaLoop loop;
  private final Listener listener;
  private final Ledger ledger = new Ledger();
  private final ArrayDeque<Utterance> unheard = new ArrayDeque<>();
  private final Pacer pacer;
  private final Mouth mouth;
  private int lastGiven;
  private MediaLoop.@Nullable Timer overdue;

  /// Called on the loop.
  interface Listener {
    void asked(Utterance utterance);

    void began(Utterance utterance);

    /// Its first frame goes out.
    void audible(Utterance utterance);

    /// It is over; `heard` is what the caller heard of it, a beginning of its text.
    void over(Utterance utterance, String heard);

    /// @param lastId everything up to this utterance is over
    void ranDry(int lastId);

    void gone();

    void mishap(Mishap mishap);

    /// Where a stretch of our audio was heard.
    void played(Ledger.Segment segment, double heardMs, long endNs);

    /// Whether `played` wants the audio itself.
    boolean recording();
  }

  Playout(ConversationSetup setup, Listener listener) {
    this.out = setup.out();
    this.loop = setup.loop();
    this.listener = listener;
    var settings = setup.settings();
    this.pacer = new Pacer(out, loop, ledger, settings.pacing(), this);
    this.mouth =
        new Mouth(setup.voice(), setup.call(), settings.language(), out.format(), loop, this);
  }

  void speak(Effect.Speak speak) {
    var utterance = new Utterance(speak);
    lastGiven = utterance.id;
    unheard.add(utterance);
    pacer.offer(utterance);
    mouth.speak(utterance);
  }

  void pause() {
    pacer.pause();
  }

  void resume() {
    pacer.resume();
  }

  /// When the caller hears nothing more of what was handed over so far.
  long silentFromNs() {
    return ledger.isEmpty() ? loop.nanoTime() : Math.max(loop.nanoTime(), ledger.expectedEndNs());
  }

  /// The floor is the caller's: silence, and what was begun is told as far as it was heard.
  void cut() {
    mouth.clear();
    pacer.clear();
    if (!ledger.isEmpty()) {
      ledger.cut(loop.nanoTime(), this);
      out.clear();
    }
    for (var utterance = unheard.poll(); utterance != null; utterance = unheard.poll()) {
      utterance.drop();
      if (utterance.audible) {
        listener.over(utterance, heardOf(utterance));
      }
    }
  }

  void markReached(String name) {
    if (ledger.reached(name, loop.nanoTime(), this)) {
      settle();
    } else {
      listener.mishap(Mishap.UNKNOWN_MARK);
    }
  }

  void close() {
    mouth.clear();
    pacer.clear();
    if (overdue != null) {
      overdue.cancel();
    }
  }

  /// Tells what is over by now.
  private void settle() {
    boolean any = false;
    for (var head = unheard.peek(); head != null && isOver(head); head = unheard.peek()) {
      unheard.remove();
      any = true;
      if (head.audible) {
        listener.over(head, head.text);
      }
    }
    if (any && unheard.isEmpty()) {
      listener.ranDry(lastGiven);
    }
  }

  private static boolean isOver(Utterance utterance) {
    return utterance.allHanded && utterance.unheardSegments == 0;
  }

  private String heardOf(Utterance utterance) {
    double known = out.format().millisOf(utterance.receivedBytes());
    boolean allCame = utterance.isComplete() && utterance.allHanded;
    return HeardWords.prefix(
        utterance.text, utterance.timings, utterance.heardMs, known, allCame);
  }

  @Override
  public void handing(Utterance utterance, Ledger.Segment segment, byte[] frame, int length) {
    if (listener.recording()) {
      keep(segment, frame, length);
    }
    if (!utterance.audible) {
      utterance.audible = true;
      listener.audible(utterance);
    }
  }

  private static void keep(Ledger.Segment segment, byte[] frame, int length) {
    if (segment.audio.length < segment.audioBytes + length) {
      segment.audio = Arrays.copyOf(segment.audio, Math.max(10 * length, 2 * segment.audioBytes));
    }
    System.arraycopy(frame, 0, segment.audio, segment.audioBytes, length);
    segment.audioBytes += length;
  }

  @Override
  public void allHanded(Utterance utterance) {
    if (utterance.unheardSegments == 0) {
      loop.execute(this::settle); // it had no audio: nothing will come back for it
      return;
    }
    if (overdue != null) {
      overdue.cancel();
    }
    long wait = ledger.expectedEndNs() - loop.nanoTime() + OVERDUE_NS;
    overdue = loop.schedule(this::giveUp, Duration.ofNanos(Math.max(0, wait)));
  }

  private void giveUp() {
    if (!pacer.isEmpty() || ledger.isEmpty()) {
      return;
    }
    for (int missing = ledger.giveUp(this); missing > 0; missing--) {
      listener.mishap(Mishap.MARK_MISSING);
    }
    settle();
  }

  @Override
  public void heard(Ledger.Segment segment, double heardMs, long endNs) {
    listener.played(segment, heardMs, endNs);
  }

  @Override
  public void asked(Utterance utterance) {
    listener.asked(utterance);
  }

  @Override
  public void began(Utterance utterance) {
    listener.began(utterance);
  }

  @Override
  public void moved(Utterance utterance) {
    pacer.wake();
  }

  @Override
  public void mishap(Mishap mishap) {
    listener.mishap(mishap);
  }

  @Override
  public void gone() {
    listener.gone();
  }
}
