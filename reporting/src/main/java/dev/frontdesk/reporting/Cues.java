package dev.frontdesk.reporting;

import dev.frontdesk.reporting.CallRecord.Line;
import dev.frontdesk.reporting.CallRecord.Speaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// What words tell of a call, as `cues.txt` lists it: plain text, so that a rule can be read and
/// mended without reading code.
final class Cues {
  private static final Pattern FORM = Pattern.compile("(\\S+) (\\S+) ([AC]) (-?[0-9.]+) (.+)");

  private final List<Cue> cues;

  private Cues(List<Cue> cues) {
    this.cues = List.copyOf(cues);
  }

  /// @param family `intent`, `tag` or `sentiment`
  /// @param each   whether it counts for each line it is found in
  private record Cue(
      String family, String label, Speaker whose, double weight, boolean each, Pattern words) {

    double in(List<String> lines) {
      long found = lines.stream().filter(line -> words.matcher(line).find()).count();
      return weight * (each ? found : Math.min(found, 1));
    }
  }

  static Cues read() {
    try (var in = Objects.requireNonNull(Cues.class.getResourceAsStream("cues.txt"))) {
      var cues = new ArrayList<Cue>();
      for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.isBlank() && !line.startsWith("#")) {
          cues.add(cue(line));
        }
      }
      return new Cues(cues);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Cue cue(String line) {
    var parts = FORM.matcher(line);
    if (!parts.matches()) {
      throw new IllegalStateException("cues.txt: not a cue: " + line);
    }
    var whose = parts.group(3).equals("A") ? Speaker.AGENT : Speaker.CALLER;
    return new Cue(
        parts.group(1),
        parts.group(2),
        whose,
        Double.parseDouble(parts.group(4)),
        whose == Speaker.AGENT && parts.group(1).equals("tag"),
        Pattern.compile("(?<![a-z'])(?:" + parts.group(5) + ")"));
  }

  Map<Intent, Double> intents(List<Line> lines) {
    var weights = new EnumMap<Intent, Double>(Intent.class);
    weigh("intent", lines, (l, w) -> weights.merge(Intent.of(l).orElseThrow(), w, Double::sum));
    return weights;
  }

  Map<Tag, Double> tags(List<Line> lines) {
    var weights = new EnumMap<Tag, Double>(Tag.class);
    weigh("tag", lines, (l, w) -> weights.merge(Tag.of(l).orElseThrow(), w, Double::sum));
    return weights;
  }

  Map<Sentiment, Double> sentiments(List<Line> lines) {
    var weights = new EnumMap<Sentiment, Double>(Sentiment.class);
    weigh(
        "sentiment", lines, (l, w) -> weights.merge(Sentiment.of(l).orElseThrow(), w, Double::sum));
    return weights;
  }

  private interface Weight {
    void add(String label, double weight);
  }

  private void weigh(String family, List<Line> lines, Weight into) {
    var caller = plain(lines, Speaker.CALLER);
    var agent = plain(lines, Speaker.AGENT);
    for (var cue : cues) {
      if (cue.family.equals(family)) {
        double weight = cue.in(cue.whose == Speaker.AGENT ? agent : caller);
        if (weight != 0) {
          into.add(cue.label, weight);
        }
      }
    }
  }

  private static List<String> plain(List<Line> lines, Speaker whose) {
    return lines.stream()
        .filter(line -> line.speaker() == whose)
        .map(line -> plain(line.text().text()))
        .toList();
  }

  /// Lower case, single spaces, no punctuation but apostrophes.
  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replace('’', '\'')
        .replaceAll("[^a-z0-9' ]+", " ")
        .replaceAll(" +", " ")
        .strip();
  }
}
