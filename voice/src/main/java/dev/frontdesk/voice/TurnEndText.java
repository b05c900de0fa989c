package dev.frontdesk.voice;

import dev.frontdesk.voice.spi.AskedDetail;

/// Whether words can stand as a turn.
public enum TurnEndText {
  /// They can stand as an answer.
  FINISHED,
  /// They trail off: more is to come.
  UNFINISHED,
  /// The caller asks us to stay silent or hold on.
  WAIT;

  /// Judges one line of what a caller said, by its words alone.
  public static TurnEndText judge(String line, AskedDetail asked) {
    return line.isBlank() || asked == AskedDetail.SPELLED_NAME ? UNFINISHED : FINISHED;
  }
}
