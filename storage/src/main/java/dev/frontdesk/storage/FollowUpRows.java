package dev.frontdesk.storage;

import dev.frontdesk.durable.ActiveTrace;
import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.reporting.FollowUp;
import dev.frontdesk.reporting.FollowUp.State;
import dev.frontdesk.reporting.ReportStore.NewReport;
import dev.frontdesk.storage.PersonalDataCodec.Cell;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Follow-ups as rows.
final class FollowUpRows {
  /// Where to call back stands with the promise, in one place.
  static final String WITH_CALL_BACK =
      "select f.*, b.phone_sealed as call_back_sealed from follow_ups f left join call_backs b"
          + " on b.org_id = f.org_id and b.call_back_id = f.call_id ";

  private final PersonalDataCodec codec;

  FollowUpRows(PersonalDataCodec codec) {
    this.codec = codec;
  }

  /// Adds those that the call has not had before. What concerns a high-value lead waits for a
  /// person's approval.
  static void insertNew(Handle handle, NewReport wanted, Optional<LeadRows.Touched> lead) {
    var report = wanted.report();
    boolean review =
        wanted.leads().isHighValue(
            lead.map(LeadRows.Touched::score).orElse(0), report.call().worth());
    var state = review ? State.IN_REVIEW : State.OPEN;
    for (var due : wanted.consequences().followUps()) {
      var id = report.id().value() + ":" + due.rule();
      int added =
          handle.createUpdate("""
                  insert into follow_ups
                    (org_id, follow_up_id, call_id, lead_id, kind, rule, title, state, due_at,
                     created_at)
                  values (:org, :id, :call, :lead, :kind, :rule, :title, :state, :due, :at)
                  on conflict (org_id, follow_up_id) do nothing""")
              .bind("org", report.org().value())
              .bind("id", id)
              .bind("call", report.id().value())
              .bind("lead", lead.map(LeadRows.Touched::id).orElse(null))
              .bind("kind", due.kind().name())
              .bind("rule", due.rule())
              .bind("title", due.title())
              .bind("state", state.name())
              .bind("due", due.dueAt())
              .bind("at", report.madeAt())
              .execute();
      if (added == 1 && state == State.OPEN) {
        tellOpened(handle, report.org(), report.id(), id, report.madeAt());
      }
    }
  }

  static void tellOpened(Handle handle, OrgId org, CallId call, String id, Instant at) {
    var payload = "{\"followUp\":\"" + id + "\",\"call\":\"" + call.value() + "\"}";
    SqlOutbox.append(
        handle,
        OutboxEntry.of(
            org, "follow-up.opened", call.value(), payload, ActiveTrace.orOf(call), at));
  }

  FollowUp followUp(OrgId org, ResultSet row) throws SQLException {
    var id = row.getString("follow_up_id");
    var why =
        Optional.ofNullable(row.getBytes("why_sealed"))
            .map(sealed -> codec.open(why(org, id), sealed))
            .orElse("");
    var by = Columns.maybeText(row, "decided_by").orElse("");
    var at = Columns.maybeInstant(row, "decided_at");
    var call = new CallId(row.getString("call_id"));
    var phone =
        Optional.ofNullable(row.getBytes("call_back_sealed"))
            .map(sealed -> new PhoneNumber(codec.open(CallBacks.cell(org, call), sealed)));
    return new FollowUp(
        org,
        id,
        call,
        Columns.maybeText(row, "lead_id"),
        FollowUp.Kind.valueOf(row.getString("kind")),
        row.getString("rule"),
        row.getString("title"),
        phone,
        State.valueOf(row.getString("state")),
        Columns.instant(row, "due_at"),
        Columns.instant(row, "created_at"),
        Columns.maybeText(row, "decision")
            .map(
                act ->
                    new FollowUp.Decision(
                        FollowUp.Act.valueOf(act), by, why, at.orElseThrow())));
  }

  byte[] sealWhy(OrgId org, String id, String why) {
    return codec.seal(why(org, id), why);
  }

  private static Cell why(OrgId org, String id) {
    return new Cell(org, "follow_ups", "why", id);
  }
}
