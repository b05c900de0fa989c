package dev.frontdesk.storage;

import dev.frontdesk.durable.ActiveTrace;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.storage.PersonalDataCodec.Cell;
import dev.frontdesk.telephony.Call;
import dev.frontdesk.telephony.CallStatus;
import dev.frontdesk.telephony.CallType;
import dev.frontdesk.telephony.Direction;
import dev.frontdesk.telephony.EndedReason;
import dev.frontdesk.telephony.Leg;
import dev.frontdesk.telephony.LegStatus;
import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.LegId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Calls and legs as rows.
final class CallRows {
  private final PersonalDataCodec codec;

  CallRows(PersonalDataCodec codec) {
    this.codec = codec;
  }

  /// @return false when the leg, or another of the same carrier's call, is there already
  boolean insertLeg(Handle handle, Leg leg) {
    return handle.createUpdate("""
            insert into legs
              (org_id, leg_id, call_id, direction, status, carrier, carrier_call, encoding,
               sample_rate_hz, created_at, moved_at)
            values (:org, :leg, :call, :direction, :status, :carrier, :carrierCall, :encoding,
               :rate, :created, :created)
            on conflict do nothing""")
        .bind("org", leg.org().value())
        .bind("leg", leg.id().value())
        .bind("call", leg.call().value())
        .bind("direction", leg.direction().name())
        .bind("status", leg.status().name())
        .bind("carrier", leg.carrier())
        .bind("carrierCall", leg.carrierCall().orElse(null))
        .bind("encoding", leg.format().encoding().name())
        .bind("rate", leg.format().sampleRateHz())
        .bind("created", leg.createdAt())
        .execute()
        == 1;
  }

  void insertCall(Handle handle, Call call) {
    var phone = call.customer().map(PhoneNumber::e164);
    handle.createUpdate("""
            insert into calls
              (org_id, call_id, type, status, customer_sealed, customer_hash, number,
               agent_version, trace_id, created_at, started_at, ended_at, ended_reason)
            values (:org, :call, :type, :status, :sealed, :hash, :number,
               :agent, :trace, :created, :started, :ended, :reason)""")
        .bind("org", call.org().value())
        .bind("call", call.id().value())
        .bind("type", call.type().name())
        .bind("status", call.status().name())
        .bind("sealed", phone.map(p -> codec.seal(customer(call.org(), call.id()), p)).orElse(null))
        .bind("hash", phone.map(p -> codec.hash(call.org(), "phone", p)).orElse(null))
        .bind("number", call.number().map(PhoneNumber::e164).orElse(null))
        .bind("agent", call.agent().value())
        .bind("trace", ActiveTrace.orOf(call.id()).value())
        .bind("created", call.createdAt())
        .bindByType("started", call.startedAt().orElse(null), Instant.class)
        .bindByType("ended", call.endedAt().orElse(null), Instant.class)
        .bind("reason", call.endedReason().map(EndedReason::value).orElse(null))
        .execute();
  }

  Call call(OrgId org, ResultSet row) throws SQLException {
    var id = new CallId(row.getString("call_id"));
    var sealed = Optional.ofNullable(row.getBytes("customer_sealed"));
    return new Call(
        org,
        id,
        CallType.valueOf(row.getString("type")),
        CallStatus.valueOf(row.getString("status")),
        sealed.map(s -> new PhoneNumber(codec.open(customer(org, id), s))),
        Columns.maybeText(row, "number").map(PhoneNumber::new),
        new AgentVersion(row.getString("agent_version")),
        Columns.instant(row, "created_at"),
        Columns.maybeInstant(row, "started_at"),
        Columns.maybeInstant(row, "ended_at"),
        Columns.maybeText(row, "ended_reason").map(EndedReason::new));
  }

  Leg leg(OrgId org, ResultSet row) throws SQLException {
    return new Leg(
        org,
        new CallId(row.getString("call_id")),
        new LegId(row.getString("leg_id")),
        Direction.valueOf(row.getString("direction")),
        LegStatus.valueOf(row.getString("status")),
        row.getString("carrier"),
        Columns.maybeText(row, "carrier_call"),
        new AudioFormat(
            AudioFormat.Encoding.valueOf(row.getString("encoding")), row.getInt("sample_rate_hz")),
        Columns.instant(row, "created_at"));
  }

  private static Cell customer(OrgId org, CallId call) {
    return new Cell(org, "calls", "customer", call.value());
  }
}
