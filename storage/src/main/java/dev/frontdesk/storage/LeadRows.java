package dev.frontdesk.storage;

import dev.frontdesk.durable.ActiveTrace;
import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.reporting.Lead;
import dev.frontdesk.reporting.LeadEvent;
import dev.frontdesk.reporting.LeadMoves;
import dev.frontdesk.reporting.LeadPoint;
import dev.frontdesk.reporting.LeadPolicy;
import dev.frontdesk.reporting.LeadStage;
import dev.frontdesk.reporting.Report;
import dev.frontdesk.reporting.ReportStore.NewReport;
import dev.frontdesk.storage.PersonalDataCodec.Cell;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Leads as rows: found by their number's hash, scored anew with each report.
final class LeadRows {
  private final PersonalDataCodec codec;

  LeadRows(PersonalDataCodec codec) {
    this.codec = codec;
  }

  record Touched(String id, int score) {}

  private record Row(String id, LeadStage stage, int score, Instant lastSeen) {}

  /// Brings the caller's lead up to the report; nothing when they are nobody's lead.
  Optional<Touched> touch(Handle handle, NewReport wanted, int version) {
    var report = wanted.report();
    var phone = report.call().customer();
    var points = wanted.consequences().points();
    if (phone.isEmpty() || points.isEmpty()) {
      return Optional.empty();
    }
    var lead = findOrAdd(handle, report, phone.get());
    PointRows.put(handle, report, lead.id, version, points.get());
    var newest = lead.lastSeen.isAfter(report.call().endedAt())
        ? lead.lastSeen : report.call().endedAt();
    var counted =
        PointRows.since(handle, report.org(), lead.id, newest.minus(wanted.leads().scoreReach()));
    int score = LeadPolicy.score(allPoints(counted));
    var stage = lead.stage;
    if (version == 1) { // a report made again is no new event in anybody's life
      for (var event : wanted.leads().events(report, score)) {
        stage = move(handle, report, lead.id, stage, event);
      }
    }
    update(handle, report, lead.id, stage, score, newest);
    if (version == 1 || score != lead.score) {
      tell(handle, report, lead.id);
    }
    return Optional.of(new Touched(lead.id, score));
  }

  private static List<LeadPoint> allPoints(List<Lead.ScoredCall> calls) {
    return calls.stream().flatMap(call -> call.points().stream()).toList();
  }

  private Row findOrAdd(Handle handle, Report report, PhoneNumber phone) {
    var org = report.org();
    var hash = codec.hash(org, "phone", phone.e164());
    var id = Ids.newUuid(report.madeAt());
    handle.createUpdate("""
            insert into leads
              (org_id, lead_id, phone_sealed, phone_hash, stage, score, first_seen, last_seen,
               moved_at)
            values (:org, :id, :sealed, :hash, 'NEW', 0, :seen, :seen, :at)
            on conflict (org_id, phone_hash) do nothing""")
        .bind("org", org.value())
        .bind("id", id)
        .bind("sealed", codec.seal(cell(org, "phone", id), phone.e164()))
        .bind("hash", hash)
        .bind("seen", report.call().endedAt())
        .bind("at", report.madeAt())
        .execute();
    return handle.createQuery("""
            select lead_id, stage, score, last_seen from leads
             where org_id = :org and phone_hash = :hash for update""")
        .bind("org", org.value())
        .bind("hash", hash)
        .map((row, _) ->
            new Row(
                row.getString("lead_id"),
                LeadStage.valueOf(row.getString("stage")),
                row.getInt("score"),
                Columns.instant(row, "last_seen")))
        .one();
  }

  private static LeadStage move(
      Handle handle, Report report, String lead, LeadStage from, LeadEvent event) {
    var to = LeadMoves.TABLE.after(from, event);
    if (to != from) {
      noteMove(
          handle, report.org(), lead, from, to, event, Optional.of(report.id()), report.madeAt());
    }
    return to;
  }

  static void noteMove(
      Handle handle,
      OrgId org,
      String lead,
      LeadStage from,
      LeadStage to,
      LeadEvent event,
      Optional<CallId> call,
      Instant at) {
    handle.createUpdate("""
            insert into lead_moves
              (org_id, lead_id, from_stage, to_stage, event, call_id, moved_at)
            values (:org, :lead, :from, :to, :event, :call, :at)""")
        .bind("org", org.value())
        .bind("lead", lead)
        .bind("from", from.name())
        .bind("to", to.name())
        .bind("event", event.name())
        .bind("call", call.map(CallId::value).orElse(null))
        .bind("at", at)
        .execute();
  }

  private void update(
      Handle handle, Report report, String lead, LeadStage stage, int score, Instant lastSeen) {
    var org = report.org();
    var name =
        report.call().appointments().stream()
            .findFirst()
            .map(booked -> codec.seal(cell(org, "name", lead), booked.customer().value()))
            .orElse(null);
    handle.createUpdate("""
            update leads
               set stage = :stage, score = :score, last_seen = :seen,
                   name_sealed = coalesce(:name, name_sealed),
                   moved_at = case when stage <> :stage then :at else moved_at end
             where org_id = :org and lead_id = :lead""")
        .bind("org", org.value())
        .bind("lead", lead)
        .bind("stage", stage.name())
        .bind("score", score)
        .bind("seen", lastSeen)
        .bind("name", name)
        .bind("at", report.madeAt())
        .execute();
  }

  private static void tell(Handle handle, Report report, String lead) {
    var payload = "{\"lead\":\"" + lead + "\",\"call\":\"" + report.id().value() + "\"}";
    SqlOutbox.append(
        handle,
        OutboxEntry.of(
            report.org(), "lead.changed", lead, payload, ActiveTrace.orOf(report.id()),
            report.madeAt()));
  }

  Lead lead(Handle handle, OrgId org, ResultSet row) throws SQLException {
    var id = row.getString("lead_id");
    return new Lead(
        org,
        id,
        new PhoneNumber(codec.open(cell(org, "phone", id), row.getBytes("phone_sealed"))),
        Optional.ofNullable(row.getBytes("name_sealed"))
            .map(sealed -> new PersonName(codec.open(cell(org, "name", id), sealed))),
        LeadStage.valueOf(row.getString("stage")),
        row.getInt("score"),
        PointRows.since(handle, org, id, Instant.EPOCH),
        Columns.instant(row, "first_seen"),
        Columns.instant(row, "last_seen"));
  }

  private static Cell cell(OrgId org, String column, String lead) {
    return new Cell(org, "leads", column, lead);
  }
}
