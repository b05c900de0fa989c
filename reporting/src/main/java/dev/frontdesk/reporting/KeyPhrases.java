package dev.frontdesk.reporting;

import dev.frontdesk.reporting.CallRecord.Speaker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// The phrases that stand out in what a caller said: runs of words between those that carry no
/// meaning of their own, weighed by their length and how often they come back (after Rose's RAKE).
final class KeyPhrases {
  private static final int MOST = 5;
  private static final int LONGEST = 4;

  /// Words that end a phrase: English function words and what people say on the telephone.
  private static final Set<String> PLAIN =
      Set.copyOf(
          List.of((
              "a an the and or but so if then than that this these those there here i i'm i'd i'll"
                  + " i've me my mine we we're we'd we'll us our you you're you'd you'll your he"
                  + " she it it's its they them their him her his is are was were be been being am"
                  + " do does did done don't didn't doesn't have has had haven't can can't could"
                  + " would will won't should may might must to of in on at by for from with about"
                  + " as into up down out off over again not no yes yeah yep ok okay um uh er hm"
                  + " mm well oh ah hi hello hey bye goodbye thanks thank please sorry just like"
                  + " really very too also maybe what what's when where who why how which some"
                  + " any anything something one ones get got go going gonna want wanted need let"
                  + " lets let's know think say said see make right good great fine sure all other"
                  + " more much many now today because back come came can take give tell call"
                  + " calling time day hold on actually kind sort thing stuff way bit little lot"
                  + " cancel book booked")
          .split(" ")));

  private KeyPhrases() {}

  static List<Finding<String>> of(CallRecord call, String by) {
    var weights = new LinkedHashMap<String, Double>();
    for (var line : call.lines()) {
      if (line.speaker() == Speaker.CALLER) {
        for (var phrase : phrases(TranscriptCleaner.masked(line.text().text()))) {
          weights.merge(phrase, (double) phrase.split(" ").length, Double::sum);
        }
      }
    }
    return weights.entrySet().stream()
        .sorted(Comparator.comparingDouble(e -> -e.getValue()))
        .limit(MOST)
        .map(e -> new Finding<>(e.getKey(), 1 - 1 / (1 + e.getValue()), by))
        .toList();
  }

  private static List<String> phrases(String text) {
    var phrases = new ArrayList<String>();
    var run = new ArrayList<String>();
    for (var word : (Cues.plain(text) + " and").split(" ")) {
      if (PLAIN.contains(word) || word.length() < 3 || word.chars().anyMatch(Character::isDigit)) {
        if (!run.isEmpty()) {
          phrases.add(String.join(" ", run.subList(0, Math.min(run.size(), LONGEST))));
          run.clear();
        }
      } else {
        run.add(word);
      }
    }
    return phrases;
  }
}
