package dev.frontdesk.voice;

import dev.frontdesk.voice.ConversationSettings.BargeIn;
import dev.frontdesk.voice.spi.AskedDetail;
import java.util.List;
import java.util.Set;

/// Whether what the caller says over the agent takes the floor. Pure, so a call replays from its
/// event log.
record BargeInPolicy(BargeIn rule) {
  private static final Set<String> YES_OR_NO =
      Set.of(
          "yes", "yeah", "yep", "yup", "yah", "sure", "right", "correct", "okay", "ok", "no",
          "nope", "nah", "perfect", "exactly", "absolutely", "definitely", "fine", "great");
  private static final int LONGEST_PHRASE = 3;

  enum Verdict {
    /// The caller takes the floor.
    TAKE,
    /// Only words that say "go on".
    GO_ON,
    /// Words, but too few to tell.
    UNDECIDED,
    /// No words yet.
    NOTHING
  }

  /// @param text     what was said over the agent so far
  /// @param settled  the recogniser will not change it
  /// @param speechMs how long the sound has lasted
  Verdict judge(String text, boolean settled, long speechMs, AskedDetail asked) {
    var words = Wording.words(text);
    if (words.isEmpty()) {
      return Verdict.NOTHING;
    }
    int real = 0;
    for (int i = 0; i < words.size(); ) {
      int ack = phraseAt(words, i, rule.backchannels());
      int interrupt = phraseAt(words, i, rule.interrupts());
      if (interrupt > ack || answers(words.get(i), asked)) {
        return Verdict.TAKE;
      }
      real += ack > 0 ? 0 : 1;
      i += Math.max(1, ack);
    }
    if (real == 0) {
      return Verdict.GO_ON;
    }
    boolean enough =
        real >= rule.words() || settled || speechMs >= rule.speech().toMillis();
    return enough ? Verdict.TAKE : Verdict.UNDECIDED;
  }

  /// To a question of yes or no, "yes" is an answer and no backchannel.
  private static boolean answers(String word, AskedDetail asked) {
    return asked == AskedDetail.YES_OR_NO && YES_OR_NO.contains(word);
  }

  /// How many words from `i` on are one of `phrases`; 0 for none.
  private static int phraseAt(List<String> words, int i, Set<String> phrases) {
    for (int n = Math.min(LONGEST_PHRASE, words.size() - i); n > 0; n--) {
      if (phrases.contains(String.join(" ", words.subList(i, i + n)))) {
        return n;
      }
    }
    return 0;
  }
}
