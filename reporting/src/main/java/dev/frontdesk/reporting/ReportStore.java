package dev.frontdesk.reporting;

import dev.frontdesk.reporting.Report.Cause;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Where reports are kept. Blocks; each method is one transaction.
public interface ReportStore {

  /// Keeps the report as the call's next version, with its provenance, its recordings' places, the
  /// follow-ups that are new, and the lead as it then stands; all or nothing. Outbox entries tell
  /// of it: `report.made` (key: the call), `lead.changed` (key: the lead) and `follow-up.opened`
  /// (key: the call).
  ///
  /// The same `key` twice keeps one version. Earlier versions stay as they are. Making a report
  /// again replaces what its call adds to the lead's score.
  Kept keep(NewReport wanted);

  /// A version's document as JSON; the newest when none is named.
  Optional<Document> find(OrgId org, CallId call, OptionalInt version);

  /// Newest first.
  List<Version> versions(OrgId org, CallId call);

  /// @param key under which making it is idempotent: the job's id, or the request's
  record NewReport(
      Report report, String key, Cause cause, Consequences consequences, LeadPolicy leads) {}

  /// @param fresh false when the key had been used before
  record Kept(int version, boolean fresh) {}

  record Document(int version, int schema, Instant madeAt, String json) {}

  record Version(int version, int schema, Instant madeAt, Cause cause, String analyst) {}
}
