package dev.frontdesk.voice;

import java.time.Duration;

/// How soon a caller's silence counts as the end of their turn.
///
/// Patience is measured from the caller's last sound. It is `finished` after words that can stand
/// as an answer, `unfinished` after words that trail off, and longer where spelled names, numbers
/// and e-mail addresses are dictated in groups.
public enum EndpointingPolicy {
  /// Rarely cuts anyone off: for elderly callers, bad lines, many dictated numbers.
  CONSERVATIVE(700, 2_000, 1_000),
  /// What most businesses want.
  BALANCED(350, 1_400, 700),
  /// Quick answers; cuts slow speakers off now and then.
  AGGRESSIVE(200, 900, 450),
  /// Starts as BALANCED and moves with this caller: the pauses they make within a turn, and
  /// whether they went on speaking after we took the floor.
  ADAPTIVE(350, 1_400, 700);

  private final int finishedMs;
  private final int unfinishedMs;
  private final int wordlessMs;

  EndpointingPolicy(int finishedMs, int unfinishedMs, int wordlessMs) {
    this.finishedMs = finishedMs;
    this.unfinishedMs = unfinishedMs;
    this.wordlessMs = wordlessMs;
  }

  /// Silence after words that can stand as an answer.
  public Duration finished() {
    return Duration.ofMillis(finishedMs);
  }

  /// Silence after words that trail off.
  public Duration unfinished() {
    return Duration.ofMillis(unfinishedMs);
  }

  int finishedMs() {
    return finishedMs;
  }

  int unfinishedMs() {
    return unfinishedMs;
  }

  /// Silence after sound that the recogniser has given no words for yet.
  int wordlessMs() {
    return wordlessMs;
  }
}
