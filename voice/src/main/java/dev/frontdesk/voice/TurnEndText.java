package dev.frontdesk.voice;

import dev.frontdesk.voice.spi.AskedDetail;

/// Whether words can stand as a turn: the part of endpointing that reads.
///
/// The rule is lexical and knows English. It looks at how a line ends, since that is where people
/// trail off, and at what is dictated: telephone numbers, e-mail addresses, spelled names.
public enum TurnEndText {
  /// They can stand as an answer.
  FINISHED,
  /// They trail off: more is to come.
  UNFINISHED,
  /// The caller asks us to stay silent or hold on.
  WAIT;

  /// Judges one line of what a caller said, by its words alone. Punctuation helps where there is
  /// some, but recognisers put full stops after half sentences, so words weigh more.
  public static TurnEndText judge(String line, AskedDetail asked) {
    var words = Wording.words(line);
    if (words.isEmpty()) {
      return UNFINISHED;
    }
    var end = new LineEnd(words, line);
    if (end.isOnlyHesitation()) {
      return UNFINISHED;
    }
    if (WaitRequest.in(words, line)) {
      return WAIT;
    }
    if (end.breaksOff()) {
      return UNFINISHED;
    }
    var dictated = Dictation.judge(words, line, asked);
    if (dictated != null) {
      return dictated ? FINISHED : UNFINISHED;
    }
    return TrailingOff.in(end) ? UNFINISHED : FINISHED;
  }
}
