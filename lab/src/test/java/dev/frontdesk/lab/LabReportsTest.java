package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How well the rules understand calls must not get worse unnoticed.
class LabReportsTest {

  @Test
  void there_are_more_than_a_hundred_labelled_calls_and_each_stands_once() {
    var calls = new java.util.ArrayList<>(ReportCall.tuned());
    calls.addAll(ReportCall.heldOut());

    assertThat(calls).hasSizeGreaterThanOrEqualTo(220);
    assertThat(new HashSet<>(calls.stream().map(ReportCall::number).toList()))
        .hasSameSizeAs(calls);
    assertThat(ReportCall.heldOut()).hasSizeGreaterThanOrEqualTo(40);
  }

  @Test
  void the_tuned_calls_are_understood() {
    var scores = LabReports.measure(ReportCall.tuned());

    for (var family : List.of("intent ", "sentiment ", "tag ")) {
      assertThat(scores.over(family).precision()).as(family).isGreaterThanOrEqualTo(0.95);
      assertThat(scores.over(family).recall()).as(family).isGreaterThanOrEqualTo(0.95);
    }
  }

  @Test
  void calls_the_rules_never_saw_are_mostly_understood() {
    var scores = LabReports.measure(ReportCall.heldOut());

    floor(scores, "intent ", 0.85, 0.85);
    floor(scores, "sentiment ", 0.85, 0.85);
    floor(scores, "tag ", 0.7, 0.7);
  }

  @Test
  void a_score_counts_what_is_given_and_what_is_missed() {
    var scores = new LabelScores();
    scores.note("tag a", true, true);
    scores.note("tag a", true, true);
    scores.note("tag a", true, false);
    scores.note("tag a", false, true);
    scores.note("tag a", false, false);
    scores.note("tag b", true, false);

    assertThat(scores.of("tag a").precision()).isEqualTo(2 / 3.0);
    assertThat(scores.of("tag a").recall()).isEqualTo(2 / 3.0);
    assertThat(scores.over("tag ").recall()).isEqualTo(0.5);
  }

  @Test
  void the_table_names_every_label_of_both_sets() {
    var out = new ByteArrayOutputStream();
    LabReports.run(new PrintStream(out, true, StandardCharsets.UTF_8), false);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("tuned", "held out", "intent reschedule", "tag no-time-fits", "all: tag");
  }

  private static void floor(LabelScores scores, String family, double precision, double recall) {
    assertThat(scores.over(family).precision()).as(family).isGreaterThanOrEqualTo(precision);
    assertThat(scores.over(family).recall()).as(family).isGreaterThanOrEqualTo(recall);
  }
}
