package dev.frontdesk.dialog;

import dev.frontdesk.dialog.Meaning.OfAct;
import dev.frontdesk.dialog.Meaning.OfDay;
import dev.frontdesk.dialog.Meaning.OfName;
import dev.frontdesk.dialog.Meaning.OfResources;
import dev.frontdesk.dialog.Meaning.OfServices;
import dev.frontdesk.dialog.Meaning.OfTime;
import java.util.List;

/// Finds what was said only to be ruled out: `not Tuesday`, `Tuesday won't work`, `I can't do
/// three`.
final class Denials {
  private Denials() {}

  /// Whether the words just before deny the mention.
  static boolean before(Words words, Mention mention) {
    if (mention.meaning() instanceof OfAct) {
      return false;
    }
    if (mention.meaning() instanceof OfName && words.is(mention.from(), "not")) {
      return true;
    }
    int at = mention.from() - 1;
    while (words.is(at, "on", "at", "with", "for", "the", "a", "this", "to", "an", "by", "doctor",
        "dr",
        "mr", "mrs", "ms", "miss")) {
      at--;
    }
    return words.is(at, "not") && !words.is(at - 1, "why", "if")
        || words.is(at, "do", "make", "come") && words.is(at - 1, "cant", "cannot")
        || words.is(at, "do", "make") && words.is(at - 1, "not") && words.is(at - 2, "can")
        || words.is(at, "except", "besides")
        || words.is(at, "than") && words.is(at - 1, "other", "rather")
        || words.is(at, "of") && words.is(at - 1, "instead");
  }

  /// Denies days and times that a rejection follows directly.
  static void after(Words words, List<Mention> mentions) {
    for (int k = 1; k < mentions.size(); k++) {
      var mention = mentions.get(k);
      if (!(mention.meaning() instanceof OfAct(var act)) || act != Act.REJECT
          || words.is(mention.from(), "anything", "something", "other", "what", "none")) {
        continue;
      }
      int edge = mention.from();
      for (int j = k - 1; j >= 0 && edge - mentions.get(j).to() <= 3; j--) {
        var before = mentions.get(j);
        boolean detail =
            before.meaning() instanceof OfDay || before.meaning() instanceof OfTime
                || before.meaning() instanceof OfServices
                || before.meaning() instanceof OfResources;
        if (!detail || before.denied() || ended(words, before.to(), edge)) {
          break;
        }
        mentions.set(j, before.denying());
        edge = before.from();
      }
    }
  }

  private static boolean ended(Words words, int from, int to) {
    for (int i = from - 1; i < to - 1; i++) {
      if (words.endsAfter(i)) {
        return true;
      }
    }
    return words.has(from, to, "but", "and", "because");
  }
}
