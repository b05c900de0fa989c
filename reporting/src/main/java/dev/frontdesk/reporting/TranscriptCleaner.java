package dev.frontdesk.reporting;

import dev.frontdesk.reporting.CallRecord.Line;
import dev.frontdesk.reporting.CallRecord.Speaker;
import dev.frontdesk.vocabulary.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Makes a transcript that reads well of one that was heard: no fillers or stutters, sentences
/// begin large and end, lines of one speaker in a row become one, payment cards are masked.
final class TranscriptCleaner {
  private static final Pattern FILLER =
      Pattern.compile("(?i)\\b(?:um+|uh+|er+m?|hm+|mm+|you know|i mean)\\b[, ]*");
  private static final Pattern STUTTER =
      Pattern.compile("(?i)\\b([a-z']+(?: [a-z']+)?)(?:[, ]+\\1\\b)+");
  private static final Pattern CARD = Pattern.compile("\\b(?:\\d[ -]?){13,19}\\b");
  private static final Pattern LONE_I = Pattern.compile("\\bi\\b");

  private TranscriptCleaner() {}

  static List<Line> clean(List<Line> raw) {
    var clean = new ArrayList<Line>();
    for (var line : raw) {
      var text = clean(line.text().text());
      if (text.isEmpty()) {
        continue;
      }
      var last = clean.isEmpty() ? null : clean.getLast();
      if (last != null && last.speaker() == line.speaker()
          && line.speaker() == Speaker.CALLER) {
        clean.removeLast();
        clean.add(
            new Line(
                line.speaker(), new Transcript(last.text().text() + " " + text), last.at()));
      } else {
        clean.add(new Line(line.speaker(), new Transcript(text), line.at()));
      }
    }
    return clean;
  }

  private static String clean(String raw) {
    var text = FILLER.matcher(masked(raw)).replaceAll("");
    text = STUTTER.matcher(text).replaceAll("$1");
    text = LONE_I.matcher(text).replaceAll("I").replaceAll("\\s+", " ").strip();
    if (text.isEmpty()) {
      return text;
    }
    text = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return ".?!".indexOf(text.charAt(text.length() - 1)) < 0 ? text + "." : text;
  }

  /// Long runs of digits may be a payment card's, which nobody may keep.
  static String masked(String text) {
    return CARD.matcher(text).replaceAll("[digits]");
  }
}
