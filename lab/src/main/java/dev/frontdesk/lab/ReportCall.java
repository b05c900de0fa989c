package dev.frontdesk.lab;

import dev.frontdesk.reporting.Act;
import dev.frontdesk.reporting.CallRecord;
import dev.frontdesk.reporting.CallRecord.Line;
import dev.frontdesk.reporting.CallRecord.Speaker;
import dev.frontdesk.reporting.Intent;
import dev.frontdesk.reporting.Sentiment;
import dev.frontdesk.reporting.Tag;
import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A call with what a person makes of it.
record ReportCall(
    String number, Intent intent, Sentiment sentiment, Set<Tag> tags, CallRecord call) {
  private static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");

  /// The calls on which rules may be tuned.
  static List<ReportCall> tuned() {
    return read("reports/tuned.txt");
  }

  /// The calls that are only measured.
  static List<ReportCall> heldOut() {
    return read("reports/held-out.txt");
  }

  /// The same call as if nothing had been noted but its words.
  ReportCall wordsAlone() {
    return new ReportCall(number, intent, sentiment, tags, record(call.lines(), List.of()));
  }

  private static List<ReportCall> read(String file) {
    try (var in = Objects.requireNonNull(ReportCall.class.getResourceAsStream(file))) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("(?m)^== ")).skip(1).map(ReportCall::one).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReportCall one(String block) {
    var rows = block.split("\n");
    var head = rows[0].split("[: ,]+");
    var tags = EnumSet.noneOf(Tag.class);
    Arrays.stream(head).skip(3).forEach(word -> tags.add(Tag.of(word).orElseThrow()));
    var lines = new ArrayList<Line>();
    var acts = new ArrayList<Act>();
    for (int i = 1; i < rows.length; i++) {
      var at = NOON.plusSeconds(4L * i);
      var row = rows[i];
      if (row.startsWith("A: ")) {
        lines.add(new Line(Speaker.AGENT, new Transcript(row.substring(3)), at));
      } else if (row.startsWith("C: ")) {
        lines.add(new Line(Speaker.CALLER, new Transcript(row.substring(3)), at));
      } else if (row.startsWith("+ ")) {
        var kind = row.substring(2).strip().toUpperCase(Locale.ROOT).replace('-', '_');
        acts.add(new Act(Act.Kind.valueOf(kind), Optional.empty(), at));
      }
    }
    return new ReportCall(
        head[0],
        Intent.of(head[1]).orElseThrow(),
        Sentiment.of(head[2]).orElseThrow(),
        tags,
        record(lines, acts));
  }

  private static CallRecord record(List<Line> lines, List<Act> acts) {
    return new CallRecord(
        new OrgId("lab"),
        "Lab",
        new CallId("labelled"),
        "inboundPhoneCall",
        Optional.empty(),
        Optional.empty(),
        new AgentVersion("scripted-1"),
        NOON,
        Optional.of(NOON),
        NOON.plusSeconds(60),
        "customer-ended-call",
        lines,
        List.of(),
        acts,
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }
}
