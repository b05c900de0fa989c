package dev.frontdesk.storage;

import dev.frontdesk.durable.AuditEntry;
import dev.frontdesk.reporting.FollowUp;
import dev.frontdesk.reporting.FollowUp.Act;
import dev.frontdesk.reporting.FollowUp.State;
import dev.frontdesk.reporting.FollowUpMoves;
import dev.frontdesk.reporting.Lead;
import dev.frontdesk.reporting.LeadEvent;
import dev.frontdesk.reporting.LeadMoves;
import dev.frontdesk.reporting.LeadStage;
import dev.frontdesk.reporting.LeadStore;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

final class SqlLeadStore implements LeadStore {
  private final Transactions transactions;
  private final LeadRows leads;
  private final FollowUpRows followUps;

  SqlLeadStore(Transactions transactions, PersonalDataCodec codec) {
    this.transactions = transactions;
    this.leads = new LeadRows(codec);
    this.followUps = new FollowUpRows(codec);
  }

  @Override
  public List<Lead> leads(OrgId org, Optional<LeadStage> stage, int limit) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select * from leads
                 where org_id = :org and (:stage = '' or stage = :stage)
                 order by score desc, last_seen desc, lead_id limit :limit""")
            .bind("org", org.value())
            .bind("stage", stage.map(LeadStage::name).orElse(""))
            .bind("limit", limit)
            .map((row, _) -> leads.lead(handle, org, row))
            .list());
  }

  @Override
  public Optional<Lead> lead(OrgId org, String id) {
    return transactions.again(org, handle ->
        handle.createQuery("select * from leads where org_id = :org and lead_id = :id")
            .bind("org", org.value())
            .bind("id", id)
            .map((row, _) -> leads.lead(handle, org, row))
            .findOne());
  }

  @Override
  public List<FollowUp> followUps(OrgId org, Set<State> states, int limit) {
    return transactions.again(org, handle ->
        handle.createQuery(FollowUpRows.WITH_CALL_BACK + """
                 where f.org_id = :org and f.state = any(:states)
                 order by f.due_at, f.follow_up_id limit :limit""")
            .bind("org", org.value())
            .bind("states", states.stream().map(State::name).toArray(String[]::new))
            .bind("limit", limit)
            .map((row, _) -> followUps.followUp(org, row))
            .list());
  }

  @Override
  public Optional<FollowUp> followUp(OrgId org, String id) {
    return transactions.again(org, handle -> followUp(handle, org, id));
  }

  private Optional<FollowUp> followUp(Handle handle, OrgId org, String id) {
    return handle.createQuery(
            FollowUpRows.WITH_CALL_BACK
                + "where f.org_id = :org and f.follow_up_id = :id for update of f")
        .bind("org", org.value())
        .bind("id", id)
        .map((row, _) -> followUps.followUp(org, row))
        .findOne();
  }

  @Override
  public Decided decide(OrgId org, String id, Act act, String by, String why, Instant now) {
    return transactions.once(org, handle -> {
      var found = followUp(handle, org, id);
      if (found.isEmpty()) {
        return new Decided.Missing();
      }
      var next = FollowUpMoves.TABLE.next(found.get().state(), act);
      if (next.isEmpty()) {
        return new Decided.Refused(found.get());
      }
      update(handle, org, id, next.get(), act, by, why, now);
      if (next.get() == State.OPEN) {
        FollowUpRows.tellOpened(handle, org, found.get().call(), id, now);
      }
      SqlAuditLog.append(
          handle,
          AuditEntry.of(
              org, by, "follow-up." + act.word(), "follow-up:" + id, next.get().word(), now));
      return new Decided.Moved(followUp(handle, org, id).orElseThrow());
    });
  }

  private void update(
      Handle handle,
      OrgId org,
      String id,
      State state,
      Act act,
      String by,
      String why,
      Instant now) {
    handle.createUpdate("""
            update follow_ups
               set state = :state, decision = :act, decided_by = :by, why_sealed = :why,
                   decided_at = :at
             where org_id = :org and follow_up_id = :id""")
        .bind("org", org.value())
        .bind("id", id)
        .bind("state", state.name())
        .bind("act", act.name())
        .bind("by", by)
        .bind("why", followUps.sealWhy(org, id, why))
        .bind("at", now)
        .execute();
  }

  @Override
  public int nurture(OrgId org, Duration quietAfter, Instant now, int limit) {
    return transactions.again(org, handle -> {
      var quiet =
          handle.createQuery("""
                  select lead_id, stage from leads
                   where org_id = :org and last_seen < :before and stage <> 'NURTURE'
                   order by last_seen limit :limit for update""")
              .bind("org", org.value())
              .bind("before", now.minus(quietAfter))
              .bind("limit", limit)
              .map((row, _) ->
                  new Quiet(row.getString("lead_id"), LeadStage.valueOf(row.getString("stage"))))
              .list();
      quiet.forEach(lead -> quieten(handle, org, lead, now));
      return quiet.size();
    });
  }

  private record Quiet(String id, LeadStage stage) {}

  private static void quieten(Handle handle, OrgId org, Quiet lead, Instant now) {
    var to = LeadMoves.TABLE.after(lead.stage, LeadEvent.WENT_QUIET);
    handle.createUpdate("""
            update leads set stage = :stage, moved_at = :at
             where org_id = :org and lead_id = :id""")
        .bind("org", org.value())
        .bind("id", lead.id)
        .bind("stage", to.name())
        .bind("at", now)
        .execute();
    LeadRows.noteMove(
        handle, org, lead.id, lead.stage, to, LeadEvent.WENT_QUIET, Optional.empty(), now);
  }
}
