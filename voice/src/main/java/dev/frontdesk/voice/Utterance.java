package dev.frontdesk.voice;

import dev.frontdesk.voice.spi.TextToSpeech.WordTiming;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One stretch of text on its way to the caller's ear, with the audio that has come for it. On the
/// call's loop only.
final class Utterance {
  final int id;
  final int epoch;
  final int turn;
  final String text;
  final Effect.Kind kind;
  final List<WordTiming> timings = new ArrayList<>();
  private final ArrayDeque<byte[]> chunks = new ArrayDeque<>();
  private int headOffset;
  private int waiting;
  private int received;
  private boolean complete;
  private boolean dropped;

  /// Bytes handed to the carrier, and of them those known to be heard.
  int handed;

  double heardMs;

  /// Stretches handed over whose marks have not come back.
  int unheardSegments;

  /// A frame of it went out.
  boolean audible;

  /// Nothing of it is left to hand over.
  boolean allHanded;

  Utterance(Effect.Speak speak) {
    this.id = speak.id();
    this.epoch = speak.epoch();
    this.turn = speak.turn();
    this.text = speak.text();
    this.kind = speak.kind();
  }

  boolean filler() {
    return kind != Effect.Kind.ANSWER && kind != Effect.Kind.DIRECTED;
  }

  void arrived(byte[] bytes) {
    if (bytes.length > 0) {
      chunks.add(bytes);
      waiting += bytes.length;
      received += bytes.length;
    }
  }

  void complete() {
    complete = true;
  }

  boolean isComplete() {
    return complete;
  }

  /// Whatever comes for it now is late.
  void drop() {
    dropped = true;
    complete = true;
    chunks.clear();
    waiting = 0;
  }

  boolean isDropped() {
    return dropped;
  }

  boolean hasAudio() {
    return received > 0;
  }

  int receivedBytes() {
    return received;
  }

  boolean canFill(int frameBytes) {
    return waiting >= frameBytes || (complete && waiting > 0);
  }

  boolean isSpent() {
    return complete && waiting == 0;
  }

  /// Moves up to `frame.length` bytes into `frame`.
  ///
  /// @return how many
  int take(byte[] frame) {
    int filled = 0;
    for (byte[] head = chunks.peek(); head != null && filled < frame.length; head = next(head)) {
      int n = Math.min(frame.length - filled, head.length - headOffset);
      System.arraycopy(head, headOffset, frame, filled, n);
      filled += n;
      headOffset += n;
    }
    waiting -= filled;
    handed += filled;
    return filled;
  }

  private byte @Nullable [] next(byte[] head) {
    if (headOffset == head.length) {
      chunks.poll();
      headOffset = 0;
    }
    return chunks.peek();
  }
}
