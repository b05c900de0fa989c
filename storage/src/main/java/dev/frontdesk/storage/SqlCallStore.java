package dev.frontdesk.storage;

import dev.frontdesk.durable.ActiveTrace;
import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.telephony.Call;
import dev.frontdesk.telephony.CallStatus;
import dev.frontdesk.telephony.CallStore;
import dev.frontdesk.telephony.EndedReason;
import dev.frontdesk.telephony.Leg;
import dev.frontdesk.telephony.LegStatus;
import dev.frontdesk.telephony.SpokenLine;
import dev.frontdesk.telephony.TurnTiming;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.LegId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

final class SqlCallStore implements CallStore {
  private final Transactions transactions;
  private final CallRows rows;
  private final SpokenRows spoken;

  SqlCallStore(Transactions transactions, PersonalDataCodec codec) {
    this.transactions = transactions;
    this.rows = new CallRows(codec);
    this.spoken = new SpokenRows(codec);
  }

  @Override
  public CallAndLeg open(Call call, Leg leg) {
    return transactions.again(call.org(), handle -> {
      if (rows.insertLeg(handle, leg)) {
        rows.insertCall(handle, call);
        return new CallAndLeg(call, leg);
      }
      return leg.carrierCall()
          .flatMap(id -> byCarrierCall(handle, leg.org(), leg.carrier(), id))
          .orElseGet(() -> new CallAndLeg(call, leg));
    });
  }

  @Override
  public Optional<Call> find(OrgId org, CallId call) {
    return transactions.again(org, handle -> find(handle, org, call));
  }

  private Optional<Call> find(Handle handle, OrgId org, CallId call) {
    return handle.createQuery("select * from calls where org_id = :org and call_id = :call")
        .bind("org", org.value())
        .bind("call", call.value())
        .map((row, _) -> rows.call(org, row))
        .findOne();
  }

  @Override
  public List<Leg> legs(OrgId org, CallId call) {
    return transactions.again(org, handle -> legs(handle, org, call));
  }

  private List<Leg> legs(Handle handle, OrgId org, CallId call) {
    return handle.createQuery("""
            select * from legs where org_id = :org and call_id = :call
             order by created_at, leg_id""")
        .bind("org", org.value())
        .bind("call", call.value())
        .map((row, _) -> rows.leg(org, row))
        .list();
  }

  @Override
  public Optional<CallAndLeg> findByCarrierCall(OrgId org, String carrier, String carrierCall) {
    return transactions.again(org, handle -> byCarrierCall(handle, org, carrier, carrierCall));
  }

  private Optional<CallAndLeg> byCarrierCall(
      Handle handle, OrgId org, String carrier, String carrierCall) {
    return handle.createQuery("""
            select * from legs
             where org_id = :org and carrier = :carrier and carrier_call = :id""")
        .bind("org", org.value())
        .bind("carrier", carrier)
        .bind("id", carrierCall)
        .map((row, _) -> rows.leg(org, row))
        .findOne()
        .flatMap(leg -> find(handle, org, leg.call()).map(call -> new CallAndLeg(call, leg)));
  }

  @Override
  public List<Call> latest(OrgId org, int limit) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select * from calls where org_id = :org
                 order by created_at desc, call_id desc limit :limit""")
            .bind("org", org.value())
            .bind("limit", limit)
            .map((row, _) -> rows.call(org, row))
            .list());
  }

  @Override
  public List<CallAndLeg> unfinished(OrgId org, Instant olderThan, int limit) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select * from calls
                 where org_id = :org and ended_at is null and created_at < :before
                 order by created_at, call_id limit :limit""")
            .bind("org", org.value())
            .bind("before", olderThan)
            .bind("limit", limit)
            .map((row, _) -> rows.call(org, row))
            .list()
            .stream()
            .map(call -> new CallAndLeg(call, legs(handle, org, call.id()).getFirst()))
            .toList());
  }

  @Override
  public boolean move(OrgId org, CallId call, CallMove move) {
    return transactions.once(org, handle -> {
      var moved =
          handle.createUpdate("""
                  update calls
                     set status = :to,
                         started_at = case when :to = 'IN_PROGRESS'
                           then coalesce(started_at, :at) else started_at end,
                         ended_at = case when :to = 'ENDED' then :at else ended_at end,
                         ended_reason = coalesce(:reason, ended_reason)
                   where org_id = :org and call_id = :call and status = :from""")
              .bind("org", org.value())
              .bind("call", call.value())
              .bind("from", move.from().name())
              .bind("to", move.to().name())
              .bind("at", move.at())
              .bind("reason", move.reason().map(EndedReason::value).orElse(null))
              .execute();
      if (moved == 1 && move.to() == CallStatus.ENDED) {
        SqlOutbox.append(handle, ended(org, call, move.at()));
      }
      return moved == 1;
    });
  }

  private static OutboxEntry ended(OrgId org, CallId call, Instant at) {
    var payload = "{\"call\":\"" + call.value() + "\"}";
    return OutboxEntry.of(org, "call.ended", call.value(), payload, ActiveTrace.orOf(call), at);
  }

  @Override
  public boolean moveLeg(OrgId org, LegId leg, LegStatus from, LegStatus to, Instant at) {
    return transactions.once(org, handle ->
        handle.createUpdate("""
                update legs set status = :to, moved_at = :at
                 where org_id = :org and leg_id = :leg and status = :from""")
            .bind("org", org.value())
            .bind("leg", leg.value())
            .bind("from", from.name())
            .bind("to", to.name())
            .bind("at", at)
            .execute()
            == 1);
  }

  @Override
  public void carrierCallKnown(OrgId org, LegId leg, String carrierCall) {
    transactions.again(org, handle ->
        handle.createUpdate("""
                update legs set carrier_call = :id where org_id = :org and leg_id = :leg""")
            .bind("org", org.value())
            .bind("leg", leg.value())
            .bind("id", carrierCall)
            .execute());
  }

  @Override
  public void appendLine(OrgId org, CallId call, SpokenLine line) {
    transactions.onceAtOnce(
        org, SpokenRows.LINE, insert -> spoken.bind(insert, org, call, line), Answers::count);
  }

  @Override
  public void appendTurn(OrgId org, CallId call, TurnTiming turn) {
    transactions.atOnce(
        org, SpokenRows.TURN, insert -> SpokenRows.bind(insert, call, turn), Answers::count);
  }

  @Override
  public List<SpokenLine> transcript(OrgId org, CallId call) {
    return transactions.again(org, handle -> spoken.transcript(handle, org, call));
  }

  @Override
  public List<TurnTiming> turns(OrgId org, CallId call) {
    return transactions.again(org, handle -> spoken.turns(handle, org, call));
  }
}
