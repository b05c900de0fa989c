package dev.frontdesk.reporting;

import dev.frontdesk.reporting.CallRecord.Line;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that is to be said about one call. What it says is final: made again, it is another version.
///
/// @param cleaned    the transcript as people read it
/// @param structured the data that the organisation asked for, if it did
public record Report(
    CallRecord call,
    List<Line> cleaned,
    Analysis analysis,
    Finding<Disposition> disposition,
    CallCost cost,
    Optional<Finding<StructuredPlan.Filled>> structured,
    Instant madeAt) {

  /// The form of the document; raised when a reader of the old form would misread the new.
  public static final int SCHEMA = 1;

  /// What dispositions and counts rest on: rows, not opinions.
  static final String RECORDS = "records";

  public Report {
    cleaned = List.copyOf(cleaned);
  }

  public OrgId org() {
    return call.org();
  }

  public CallId id() {
    return call.call();
  }

  /// Why a report is made.
  public enum Cause {
    CALL_ENDED,
    ASKED_FOR
  }

  /// Who produced which part, and how sure they were.
  public record Origin(String part, String by, double confidence) {}

  /// One line for each part.
  public List<Origin> origins() {
    var parts = new java.util.ArrayList<Origin>();
    parts.add(origin("intent", analysis.intent()));
    parts.add(origin("sentiment", analysis.sentiment()));
    parts.add(origin("summary", analysis.summary()));
    parts.add(origin("success", analysis.success()));
    parts.add(origin("disposition", disposition));
    analysis.tags().forEach(tag -> parts.add(origin("tag " + tag.value().word(), tag)));
    analysis.keyPhrases().stream()
        .findFirst()
        .ifPresent(phrase -> parts.add(origin("key phrases", phrase)));
    structured.ifPresent(data -> parts.add(origin("structured data", data)));
    parts.add(new Origin("transcript", "conversation", 1));
    parts.add(new Origin("cleaned transcript", "cleaner-1", 1));
    parts.add(new Origin("cost", "rates", 1));
    return parts;
  }

  private static Origin origin(String part, Finding<?> finding) {
    return new Origin(part, finding.by(), finding.confidence());
  }
}
