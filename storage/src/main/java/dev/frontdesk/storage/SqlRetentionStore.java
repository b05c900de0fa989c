package dev.frontdesk.storage;

import dev.frontdesk.durable.AuditEntry;
import dev.frontdesk.reporting.LegalHold;
import dev.frontdesk.reporting.RetentionKind;
import dev.frontdesk.reporting.RetentionStore;
import dev.frontdesk.reporting.spi.RecordingStore.Key;
import dev.frontdesk.storage.PersonalDataCodec.Cell;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.LegId;
import dev.frontdesk.vocabulary.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

final class SqlRetentionStore implements RetentionStore {
  private final Transactions transactions;
  private final PersonalDataCodec codec;

  SqlRetentionStore(Transactions transactions, PersonalDataCodec codec) {
    this.transactions = transactions;
    this.codec = codec;
  }

  @Override
  public List<KeptRecording> recordings(OrgId org, CallId call) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select leg_id, store, bytes, sha256 from recordings
                 where org_id = :org and call_id = :call order by leg_id""")
            .bind("org", org.value())
            .bind("call", call.value())
            .map((row, _) ->
                new KeptRecording(
                    new Key(org, new LegId(row.getString("leg_id"))),
                    call,
                    row.getString("store"),
                    row.getLong("bytes"),
                    row.getString("sha256")))
            .list());
  }

  @Override
  public void moved(KeptRecording recording, String store, Instant now) {
    transactions.again(recording.key().org(), handle ->
        handle.createUpdate("""
                update recordings set store = :store, moved_at = :at
                 where org_id = :org and leg_id = :leg""")
            .bind("org", recording.key().org().value())
            .bind("leg", recording.key().leg().value())
            .bind("store", store)
            .bind("at", now)
            .execute());
  }

  @Override
  public List<String> due(OrgId org, RetentionKind kind, Instant before, int limit) {
    return transactions.again(org, handle ->
        handle.createQuery(RetentionSql.due(kind))
            .bind("org", org.value())
            .bind("before", before)
            .bind("limit", limit)
            .mapTo(String.class)
            .list());
  }

  @Override
  public boolean isHeld(OrgId org, CallId call) {
    return transactions.again(org, handle -> isHeld(handle, org, call.value()));
  }

  private static boolean isHeld(Handle handle, OrgId org, String call) {
    return handle.createQuery("""
            select exists (select 1 from legal_holds h
              where h.org_id = :org and h.lifted_at is null
                and (h.scope = 'ORGANISATION' or h.subject = :call))""")
        .bind("org", org.value())
        .bind("call", call)
        .mapTo(Boolean.class)
        .one();
  }

  @Override
  public boolean erase(OrgId org, RetentionKind kind, String subject, Instant now) {
    return transactions.again(org, handle -> {
      lockHolds(handle, org);
      var calls = kind == RetentionKind.LEAD ? callsOf(handle, org, subject) : List.of(subject);
      if (isHeld(handle, org, "") || calls.stream().anyMatch(c -> isHeld(handle, org, c))) {
        return false;
      }
      int gone = 0;
      for (var sql : RetentionSql.erase(kind)) {
        gone += handle.createUpdate(sql).bind("org", org.value()).bind("id", subject).execute();
      }
      if (gone > 0) {
        var what = (kind == RetentionKind.LEAD ? "lead:" : "call:") + subject;
        SqlAuditLog.append(
            handle,
            AuditEntry.of(org, "system", "retention.erased", what, kind.word(), now));
      }
      return gone > 0;
    });
  }

  /// A hold that is being placed is waited for: either it is seen here, or it comes after.
  private static void lockHolds(Handle handle, OrgId org) {
    handle.execute(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))", "legal holds " + org.value());
  }

  private static List<String> callsOf(Handle handle, OrgId org, String lead) {
    return handle.createQuery(
            "select call_id from lead_points where org_id = :org and lead_id = :lead")
        .bind("org", org.value())
        .bind("lead", lead)
        .mapTo(String.class)
        .list();
  }

  @Override
  public void place(LegalHold hold) {
    var org = hold.org();
    transactions.again(org, handle -> {
      lockHolds(handle, org);
      int added =
          handle.createUpdate("""
                  insert into legal_holds
                    (org_id, hold_id, scope, subject, reason_sealed, placed_by, placed_at)
                  values (:org, :id, :scope, :subject, :reason, :by, :at)
                  on conflict (org_id, hold_id) do nothing""")
              .bind("org", org.value())
              .bind("id", hold.id())
              .bind("scope", hold.scope().name())
              .bind("subject", hold.subject())
              .bind("reason", codec.seal(reason(org, hold.id()), hold.reason()))
              .bind("by", hold.placedBy())
              .bind("at", hold.placedAt())
              .execute();
      if (added == 1) {
        SqlAuditLog.append(
            handle,
            AuditEntry.of(
                org,
                hold.placedBy(),
                "legal-hold.placed",
                "legal-hold:" + hold.id(),
                hold.scope().word() + " " + hold.subject() + "\n" + hold.reason(),
                hold.placedAt()));
      }
      return added;
    });
  }

  @Override
  public Optional<LegalHold> lift(OrgId org, String id, String by, Instant now) {
    return transactions.once(org, handle -> {
      lockHolds(handle, org);
      int lifted =
          handle.createUpdate("""
                  update legal_holds set lifted_at = :at
                   where org_id = :org and hold_id = :id and lifted_at is null""")
              .bind("org", org.value())
              .bind("id", id)
              .bind("at", now)
              .execute();
      if (lifted == 0) {
        return Optional.empty();
      }
      SqlAuditLog.append(
          handle, AuditEntry.of(org, by, "legal-hold.lifted", "legal-hold:" + id, id, now));
      return handle.createQuery(
              "select * from legal_holds where org_id = :org and hold_id = :id")
          .bind("org", org.value())
          .bind("id", id)
          .map((row, _) -> hold(org, row))
          .findOne();
    });
  }

  @Override
  public List<LegalHold> holds(OrgId org, int limit) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select * from legal_holds where org_id = :org
                 order by lifted_at is not null, placed_at desc, hold_id limit :limit""")
            .bind("org", org.value())
            .bind("limit", limit)
            .map((row, _) -> hold(org, row))
            .list());
  }

  private LegalHold hold(OrgId org, ResultSet row) throws SQLException {
    var id = row.getString("hold_id");
    return new LegalHold(
        org,
        id,
        LegalHold.Scope.valueOf(row.getString("scope")),
        row.getString("subject"),
        codec.open(reason(org, id), row.getBytes("reason_sealed")),
        row.getString("placed_by"),
        Columns.instant(row, "placed_at"),
        Columns.maybeInstant(row, "lifted_at"));
  }

  private static Cell reason(OrgId org, String id) {
    return new Cell(org, "legal_holds", "reason", id);
  }
}
