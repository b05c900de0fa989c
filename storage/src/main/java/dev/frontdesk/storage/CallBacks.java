package dev.frontdesk.storage;

import dev.frontdesk.durable.ActiveTrace;
import dev.frontdesk.durable.AuditEntry;
import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.storage.PersonalDataCodec.Cell;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Callers who were promised that somebody calls them back.
public final class CallBacks {
  private final Transactions transactions;
  private final PersonalDataCodec codec;
  private final Clock clock;

  CallBacks(Transactions transactions, PersonalDataCodec codec, Clock clock) {
    this.transactions = transactions;
    this.codec = codec;
    this.clock = clock;
  }

  /// @param phone whom to call; empty only in rows from before a number was asked for
  public record CallBack(CallId call, Optional<PhoneNumber> phone, Instant requestedAt) {}

  /// Notes the promise. One for each call: asked again in the same call, the number given last
  /// stands, and nobody is told twice.
  public void request(OrgId org, CallId call, PhoneNumber phone) {
    var now = clock.instant();
    var payload = "{\"call\":\"" + call.value() + "\"}";
    transactions.again(org, handle -> {
      if (insert(handle, org, call, phone, now) == 1) {
        SqlOutbox.append(
            handle,
            OutboxEntry.of(
                org, "call-back.requested", call.value(), payload, ActiveTrace.orOf(call), now));
        var who = "call:" + call.value();
        SqlAuditLog.append(
            handle, AuditEntry.of(org, who, "call-back.requested", who, payload, now));
      } else if (change(handle, org, call, phone) == 1) {
        var who = "call:" + call.value();
        SqlAuditLog.append(
            handle, AuditEntry.of(org, who, "call-back.changed", who, payload, now));
      }
      return call;
    });
  }

  /// Those that nobody has kept yet, oldest first.
  public List<CallBack> open(OrgId org) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select call_id, phone_sealed, requested_at from call_backs
                 where org_id = :org and state = 'open' order by requested_at, call_back_id""")
            .bind("org", org.value())
            .map((row, _) -> callBack(org, row))
            .list());
  }

  /// Where the caller of a call is to be called back, if that was promised.
  public Optional<PhoneNumber> numberOf(OrgId org, CallId call) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select call_id, phone_sealed, requested_at from call_backs
                 where org_id = :org and call_back_id = :call""")
            .bind("org", org.value())
            .bind("call", call.value())
            .map((row, _) -> callBack(org, row))
            .findOne()
            .flatMap(CallBack::phone));
  }

  private int insert(Handle handle, OrgId org, CallId call, PhoneNumber phone, Instant now) {
    return handle.createUpdate("""
            insert into call_backs
              (org_id, call_back_id, call_id, phone_sealed, phone_hash, state, requested_at)
            values (:org, :call, :call, :sealed, :hash, 'open', :now)
            on conflict (org_id, call_back_id) do nothing""")
        .bind("org", org.value())
        .bind("call", call.value())
        .bind("sealed", codec.seal(cell(org, call), phone.e164()))
        .bind("hash", codec.hash(org, "phone", phone.e164()))
        .bind("now", now)
        .execute();
  }

  private int change(Handle handle, OrgId org, CallId call, PhoneNumber phone) {
    return handle.createUpdate("""
            update call_backs set phone_sealed = :sealed, phone_hash = :hash
             where org_id = :org and call_back_id = :call and state = 'open'
               and phone_hash is distinct from :hash""")
        .bind("org", org.value())
        .bind("call", call.value())
        .bind("sealed", codec.seal(cell(org, call), phone.e164()))
        .bind("hash", codec.hash(org, "phone", phone.e164()))
        .execute();
  }

  private CallBack callBack(OrgId org, ResultSet row) throws SQLException {
    var call = new CallId(row.getString("call_id"));
    byte @Nullable [] sealed = row.getBytes("phone_sealed");
    return new CallBack(
        call,
        Optional.ofNullable(sealed)
            .map(bytes -> new PhoneNumber(codec.open(cell(org, call), bytes))),
        Columns.instant(row, "requested_at"));
  }

  static Cell cell(OrgId org, CallId call) {
    return new Cell(org, "call_backs", "phone", call.value());
  }
}
