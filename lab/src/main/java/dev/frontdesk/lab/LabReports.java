package dev.frontdesk.lab;

import dev.frontdesk.reporting.Finding;
import dev.frontdesk.reporting.Intent;
import dev.frontdesk.reporting.RuleAnalyst;
import dev.frontdesk.reporting.Sentiment;
import dev.frontdesk.reporting.Tag;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/// `lab reports`: how well the rules understand calls, against what a person made of them.
public final class LabReports {
  private LabReports() {}

  /// Prints precision and recall of each label for both sets.
  ///
  /// @param mistakes whether to list each call of the tuned set that is understood otherwise
  public static void run(PrintStream out, boolean mistakes) {
    table(out, "tuned: rules were written looking at these", ReportCall.tuned());
    table(out, "held out: only measured", ReportCall.heldOut());
    var alone = ReportCall.heldOut().stream().map(ReportCall::wordsAlone).toList();
    table(out, "held out, from the words alone: nothing known of what was done", alone);
    if (mistakes) {
      ReportCall.tuned().forEach(call -> mistake(out, call));
    }
    out.flush();
  }

  static LabelScores measure(List<ReportCall> calls) {
    var analyst = new RuleAnalyst();
    var scores = new LabelScores();
    for (var call : calls) {
      var analysis = analyst.read(call.call());
      for (var intent : Intent.values()) {
        scores.note(
            "intent " + intent.word(),
            call.intent() == intent,
            analysis.intent().value() == intent);
      }
      for (var sentiment : Sentiment.values()) {
        scores.note(
            "sentiment " + sentiment.word(),
            call.sentiment() == sentiment,
            analysis.sentiment().value() == sentiment);
      }
      for (var tag : Tag.values()) {
        scores.note("tag " + tag.word(), call.tags().contains(tag), analysis.has(tag));
      }
    }
    return scores;
  }

  private static void table(PrintStream out, String title, List<ReportCall> calls) {
    var scores = measure(calls);
    out.printf("%n%s (%d calls)%n", title, calls.size());
    out.printf("%-28s %5s %9s %9s%n", "label", "calls", "precision", "recall");
    for (var label : scores.labels()) {
      out.println(scores.of(label).row(label));
    }
    for (var family : List.of("intent", "sentiment", "tag")) {
      out.println(scores.over(family + " ").row("all: " + family));
    }
  }

  private static void mistake(PrintStream out, ReportCall call) {
    var analysis = new RuleAnalyst().read(call.call());
    var found =
        analysis.tags().stream().map(Finding::value).collect(Collectors.toSet());
    if (analysis.intent().value() != call.intent()
        || analysis.sentiment().value() != call.sentiment()
        || !found.equals(call.tags())) {
      out.printf(
          "%s is %s %s %s, understood as %s %s %s%n",
          call.number(), call.intent(), call.sentiment(), call.tags(),
          analysis.intent().value(), analysis.sentiment().value(), found);
    }
  }
}
