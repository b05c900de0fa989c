package dev.frontdesk.storage;

import dev.frontdesk.durable.ActiveTrace;
import dev.frontdesk.durable.AuditEntry;
import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.reporting.CallRecord;
import dev.frontdesk.reporting.Report;
import dev.frontdesk.reporting.ReportJson;
import dev.frontdesk.reporting.ReportStore;
import dev.frontdesk.storage.PersonalDataCodec.Cell;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

final class SqlReportStore implements ReportStore {
  private final Transactions transactions;
  private final PersonalDataCodec codec;
  private final LeadRows leads;

  SqlReportStore(Transactions transactions, PersonalDataCodec codec) {
    this.transactions = transactions;
    this.codec = codec;
    this.leads = new LeadRows(codec);
  }

  @Override
  public Kept keep(NewReport wanted) {
    var report = wanted.report();
    return transactions.again(report.org(), handle -> {
      lockCall(handle, report);
      var before = keptAs(handle, report, wanted.key());
      if (before.isPresent()) {
        return new Kept(before.get(), false);
      }
      int version = newest(handle, report) + 1;
      insert(handle, wanted, version);
      provenance(handle, report, version);
      report.call().recordings().forEach(r -> recording(handle, report, r));
      var lead = leads.touch(handle, wanted, version);
      FollowUpRows.insertNew(handle, wanted, lead);
      tell(handle, report, version);
      return new Kept(version, true);
    });
  }

  /// Two versions of one call are made one after the other.
  private static void lockCall(Handle handle, Report report) {
    var call =
        handle.createQuery("""
                select call_id from calls
                 where org_id = :org and call_id = :call for no key update""")
            .bind("org", report.org().value())
            .bind("call", report.id().value())
            .mapTo(String.class)
            .findOne();
    if (call.isEmpty()) {
      throw new IllegalArgumentException("there is no such call");
    }
  }

  private static Optional<Integer> keptAs(Handle handle, Report report, String key) {
    return handle.createQuery("""
            select version from reports
             where org_id = :org and call_id = :call and key = :key""")
        .bind("org", report.org().value())
        .bind("call", report.id().value())
        .bind("key", key)
        .mapTo(Integer.class)
        .findOne();
  }

  /// The provenance stays when reports go, so that no version's number comes twice.
  private static int newest(Handle handle, Report report) {
    return handle.createQuery("""
            select coalesce(max(version), 0) from report_provenance
             where org_id = :org and call_id = :call""")
        .bind("org", report.org().value())
        .bind("call", report.id().value())
        .mapTo(Integer.class)
        .one();
  }

  private void insert(Handle handle, NewReport wanted, int version) {
    var report = wanted.report();
    var json = ReportJson.write(report, version);
    handle.createUpdate("""
            insert into reports
              (org_id, call_id, version, key, schema_version, cause, analyst, disposition, intent,
               sentiment, document_sealed, made_at)
            values (:org, :call, :version, :key, :schema, :cause, :analyst, :disposition, :intent,
               :sentiment, :sealed, :at)""")
        .bind("org", report.org().value())
        .bind("call", report.id().value())
        .bind("version", version)
        .bind("key", wanted.key())
        .bind("schema", Report.SCHEMA)
        .bind("cause", wanted.cause().name())
        .bind("analyst", report.analysis().intent().by())
        .bind("disposition", report.disposition().value().word())
        .bind("intent", report.analysis().intent().value().word())
        .bind("sentiment", report.analysis().sentiment().value().word())
        .bind("sealed", codec.seal(document(report.org(), report.id(), version), json))
        .bind("at", report.madeAt())
        .execute();
  }

  private static void provenance(Handle handle, Report report, int version) {
    for (var origin : report.origins()) {
      handle.createUpdate("""
              insert into report_provenance
                (org_id, call_id, version, part, produced_by, confidence, produced_at)
              values (:org, :call, :version, :part, :by, :confidence, :at)""")
          .bind("org", report.org().value())
          .bind("call", report.id().value())
          .bind("version", version)
          .bind("part", origin.part())
          .bind("by", origin.by())
          .bind("confidence", origin.confidence())
          .bind("at", report.madeAt())
          .execute();
    }
  }

  private static void recording(Handle handle, Report report, CallRecord.Recording recording) {
    handle.createUpdate("""
            insert into recordings
              (org_id, leg_id, call_id, store, bytes, sha256, ended_at, kept_at)
            values (:org, :leg, :call, :store, :bytes, :sha256, :ended, :at)
            on conflict (org_id, leg_id) do nothing""")
        .bind("org", report.org().value())
        .bind("leg", recording.leg().value())
        .bind("call", report.id().value())
        .bind("store", recording.store())
        .bind("bytes", recording.bytes())
        .bind("sha256", recording.sha256())
        .bind("ended", report.call().endedAt())
        .bind("at", report.madeAt())
        .execute();
  }

  private static void tell(Handle handle, Report report, int version) {
    var call = report.id();
    var payload = "{\"call\":\"" + call.value() + "\",\"version\":" + version + "}";
    var at = report.madeAt();
    SqlOutbox.append(
        handle,
        OutboxEntry.of(
            report.org(), "report.made", call.value(), payload, ActiveTrace.orOf(call), at));
    SqlAuditLog.append(
        handle,
        AuditEntry.of(
            report.org(), "system", "report.made", "call:" + call.value(), payload, at));
  }

  @Override
  public Optional<Document> find(OrgId org, CallId call, OptionalInt version) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select version, schema_version, document_sealed, made_at from reports
                 where org_id = :org and call_id = :call and (:version = 0 or version = :version)
                 order by version desc limit 1""")
            .bind("org", org.value())
            .bind("call", call.value())
            .bind("version", version.orElse(0))
            .map((row, _) -> document(org, call, row))
            .findOne());
  }

  @Override
  public List<Version> versions(OrgId org, CallId call) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select version, schema_version, made_at, cause, analyst from reports
                 where org_id = :org and call_id = :call order by version desc""")
            .bind("org", org.value())
            .bind("call", call.value())
            .map((row, _) ->
                new Version(
                    row.getInt("version"),
                    row.getInt("schema_version"),
                    Columns.instant(row, "made_at"),
                    Report.Cause.valueOf(row.getString("cause")),
                    row.getString("analyst")))
            .list());
  }

  private Document document(OrgId org, CallId call, ResultSet row) throws SQLException {
    int version = row.getInt("version");
    Instant madeAt = Columns.instant(row, "made_at");
    var json = codec.open(document(org, call, version), row.getBytes("document_sealed"));
    return new Document(version, row.getInt("schema_version"), madeAt, json);
  }

  private static Cell document(OrgId org, CallId call, int version) {
    return new Cell(org, "reports", "document", call.value() + " " + version);
  }
}
