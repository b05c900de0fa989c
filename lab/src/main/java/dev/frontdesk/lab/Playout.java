package dev.frontdesk.lab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// What lies between the wire and the caller's ear: audio queues as it arrives and plays at its own
/// pace, a mark is reached once all audio before it has played, and `clear` throws away what has
/// not played, whereupon every pending mark is reached at once. Time is a count of ticks of 20 ms.
final class Playout {
  /// An interruption of the sound this short is a stutter; longer ones are pauses in speech.
  static final int LONGEST_STUTTER_TICKS = 12;

  private final int frameBytes;
  private final Deque<Mark> marks = new ArrayDeque<>();
  private long queued;
  private long played;
  private long dropped;
  private long speechBegan;
  private long playedOfCut = -1;
  private int quietTicks = LONGEST_STUTTER_TICKS + 1;
  private int underruns;

  Playout(int frameBytes) {
    this.frameBytes = frameBytes;
  }

  private record Mark(String name, long at) {}

  /// Audio arrived.
  ///
  /// @return whether it is the first after a pause
  boolean arrived(int bytes) {
    boolean wasEmpty = isEmpty();
    queued += bytes;
    if (wasEmpty && quietTicks > 0 && quietTicks <= LONGEST_STUTTER_TICKS) {
      underruns++;
    }
    boolean first = wasEmpty && quietTicks > LONGEST_STUTTER_TICKS;
    if (first) {
      speechBegan = played;
    }
    return first;
  }

  void mark(String name) {
    marks.add(new Mark(name, queued));
  }

  /// Twenty milliseconds have passed.
  ///
  /// @return marks reached meanwhile, in order
  List<String> tick() {
    long plays = Math.min(frameBytes, queued - played);
    played += plays;
    quietTicks = plays > 0 ? 0 : Math.min(quietTicks + 1, Integer.MAX_VALUE - 1);
    if (marks.isEmpty()) {
      return List.of();
    }
    var reached = new ArrayList<String>();
    while (!marks.isEmpty() && marks.peek().at <= played) {
      reached.add(marks.remove().name);
    }
    return reached;
  }

  /// @return every pending mark, in order
  List<String> clear() {
    playedOfCut = played - speechBegan;
    dropped += queued - played;
    queued = played;
    quietTicks = LONGEST_STUTTER_TICKS + 1;
    var reached = marks.stream().map(Mark::name).toList();
    marks.clear();
    return reached;
  }

  boolean isEmpty() {
    return queued == played;
  }

  /// How long nothing has sounded.
  int quietTicks() {
    return isEmpty() ? quietTicks : 0;
  }

  /// Bytes that really sounded.
  long played() {
    return played;
  }

  /// Bytes that sounded of the speech that was last cleared, up to then; -1 when none was.
  long playedOfCut() {
    return playedOfCut;
  }

  /// Bytes thrown away unheard.
  long dropped() {
    return dropped;
  }

  /// How often the sound broke off in the middle.
  int underruns() {
    return underruns;
  }
}
