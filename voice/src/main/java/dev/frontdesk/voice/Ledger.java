package dev.frontdesk.voice;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// What was handed to the carrier and what of it was heard. Sent is not heard: a stretch counts
/// once its mark has come back, and before that as far as time allows.
///
/// A mark that comes back after our own clear is unknown here, since clearing forgets its stretch.
final class Ledger {
  private static final double FIRST_ROUND_TRIP_NS = 60e6;
  private static final double LONGEST_ROUND_TRIP_NS = 1e9;

  private final ArrayDeque<Segment> marked = new ArrayDeque<>();
  private @Nullable Segment open;
  private long lastEndNs = Long.MIN_VALUE;
  private long expectedEndNs = Long.MIN_VALUE;
  private double roundTripNs = FIRST_ROUND_TRIP_NS;
  private int marks;

  /// A stretch of one utterance between two marks.
  static final class Segment {
    final Utterance utterance;
    final long sentAtNs;
    final boolean afterSilence;
    double lengthMs;
    String mark = "";

    /// Its audio, kept while the call is recorded.
    byte[] audio = {};
    int audioBytes;

    Segment(Utterance utterance, long sentAtNs, boolean afterSilence) {
      this.utterance = utterance;
      this.sentAtNs = sentAtNs;
      this.afterSilence = afterSilence;
    }
  }

  /// Told what became of each stretch, in the order played.
  interface Listener {
    /// @param heardMs how much of it was heard
    /// @param endNs   when the last of that was heard, as near as can be known
    void heard(Segment segment, double heardMs, long endNs);
  }

  /// A frame was handed over.
  Segment handed(Utterance utterance, double lengthMs, long nowNs) {
    var segment = open;
    if (segment == null) {
      boolean afterSilence = marked.isEmpty() && nowNs >= expectedEndNs;
      segment = new Segment(utterance, nowNs, afterSilence);
      utterance.unheardSegments++;
      open = segment;
    }
    segment.lengthMs += lengthMs;
    long start = Math.max(nowNs + halfTrip(), expectedEndNs);
    expectedEndNs = start + (long) (lengthMs * 1e6);
    return segment;
  }

  double openMs() {
    return open == null ? 0 : open.lengthMs;
  }

  /// Ends the open stretch.
  ///
  /// @return the name of the mark to send, or null when nothing is open
  @Nullable String mark() {
    var segment = open;
    if (segment == null) {
      return null;
    }
    segment.mark = "p" + ++marks;
    marked.add(segment);
    open = null;
    return segment.mark;
  }

  /// A mark came back: everything up to it was heard.
  ///
  /// @return false for a mark that is not awaited
  boolean reached(String name, long nowNs, Listener listener) {
    boolean awaited = false;
    for (var segment : marked) {
      awaited |= segment.mark.equals(name);
    }
    if (!awaited) {
      return false;
    }
    Segment segment;
    do {
      segment = marked.remove();
      acknowledge(segment, nowNs, listener);
    } while (!segment.mark.equals(name));
    return true;
  }

  private void acknowledge(Segment segment, long nowNs, Listener listener) {
    if (segment.afterSilence) {
      learnRoundTrip(nowNs - segment.sentAtNs - segment.lengthMs * 1e6);
    }
    long endNs = nowNs - halfTrip();
    lastEndNs = Math.max(lastEndNs, endNs);
    settle(segment, segment.lengthMs, endNs, listener);
  }

  /// Everything not yet heard is thrown away now; what of it had sounded is told.
  void cut(long nowNs, Listener listener) {
    long base = lastEndNs;
    for (var segment = next(); segment != null; segment = next()) {
      long start = Math.max(segment.sentAtNs + halfTrip(), base);
      double heardMs = Math.clamp((nowNs - start) / 1e6, 0, segment.lengthMs);
      base = start + (long) (segment.lengthMs * 1e6);
      settle(segment, heardMs, start + (long) (heardMs * 1e6), listener);
    }
    expectedEndNs = nowNs;
  }

  /// The marks are overdue: counts everything as heard when it was expected to be.
  ///
  /// @return how many never came
  int giveUp(Listener listener) {
    int missing = 0;
    for (var segment = next(); segment != null; segment = next()) {
      missing++;
      settle(segment, segment.lengthMs, expectedEndNs, listener);
    }
    return missing;
  }

  private @Nullable Segment next() {
    var segment = marked.poll();
    if (segment == null) {
      segment = open;
      open = null;
    }
    return segment;
  }

  private static void settle(Segment segment, double heardMs, long endNs, Listener listener) {
    segment.utterance.unheardSegments--;
    segment.utterance.heardMs += heardMs;
    listener.heard(segment, heardMs, endNs);
  }

  private void learnRoundTrip(double sampleNs) {
    double sample = Math.clamp(sampleNs, 0, LONGEST_ROUND_TRIP_NS);
    roundTripNs = sample < roundTripNs ? sample : 0.8 * roundTripNs + 0.2 * sample;
  }

  private long halfTrip() {
    return (long) (roundTripNs / 2);
  }

  boolean isEmpty() {
    return open == null && marked.isEmpty();
  }

  /// When all that was handed over should have been heard.
  long expectedEndNs() {
    return expectedEndNs;
  }
}
