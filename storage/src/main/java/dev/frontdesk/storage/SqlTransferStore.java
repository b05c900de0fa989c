package dev.frontdesk.storage;

import dev.frontdesk.storage.PersonalDataCodec.Cell;
import dev.frontdesk.telephony.Transfer;
import dev.frontdesk.telephony.TransferStatus;
import dev.frontdesk.telephony.TransferStore;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

final class SqlTransferStore implements TransferStore {
  private final Transactions transactions;
  private final PersonalDataCodec codec;

  SqlTransferStore(Transactions transactions, PersonalDataCodec codec) {
    this.transactions = transactions;
    this.codec = codec;
  }

  @Override
  public Transfer ask(OrgId org, CallId call, PhoneNumber to, Instant now) {
    return transactions.again(org, handle -> {
      lock(handle, org, call);
      int attempt = latest(handle, org, call).map(Transfer::attempt).orElse(0) + 1;
      handle.createUpdate("""
              insert into transfers
                (org_id, call_id, attempt, to_sealed, to_hash, status, asked_at, moved_at)
              values (:org, :call, :attempt, :sealed, :hash, :status, :now, :now)""")
          .bind("org", org.value())
          .bind("call", call.value())
          .bind("attempt", attempt)
          .bind("sealed", codec.seal(cell(org, call, attempt), to.e164()))
          .bind("hash", codec.hash(org, "phone", to.e164()))
          .bind("status", TransferStatus.ASKED.word())
          .bind("now", now)
          .execute();
      return new Transfer(org, call, attempt, to, TransferStatus.ASKED, now, now);
    });
  }

  /// Attempts of one call are numbered one after another.
  private static void lock(Handle handle, OrgId org, CallId call) {
    handle.createQuery(
            "select 1 from calls where org_id = :org and call_id = :call for update")
        .bind("org", org.value())
        .bind("call", call.value())
        .mapTo(int.class)
        .list();
  }

  @Override
  public Optional<Transfer> latest(OrgId org, CallId call) {
    return transactions.again(org, handle -> latest(handle, org, call));
  }

  private Optional<Transfer> latest(Handle handle, OrgId org, CallId call) {
    return handle.createQuery("""
            select * from transfers where org_id = :org and call_id = :call
             order by attempt desc limit 1""")
        .bind("org", org.value())
        .bind("call", call.value())
        .map((row, _) -> transfer(org, call, row))
        .findOne();
  }

  @Override
  public boolean move(Transfer decidedOn, TransferStatus to, Instant now) {
    return transactions.again(decidedOn.org(), handle ->
        handle.createUpdate("""
                update transfers set status = :to, moved_at = :now
                 where org_id = :org and call_id = :call and attempt = :attempt
                   and status = :from""")
            .bind("to", to.word())
            .bind("now", now)
            .bind("org", decidedOn.org().value())
            .bind("call", decidedOn.call().value())
            .bind("attempt", decidedOn.attempt())
            .bind("from", decidedOn.status().word())
            .execute() == 1);
  }

  private Transfer transfer(OrgId org, CallId call, ResultSet row) throws SQLException {
    int attempt = row.getInt("attempt");
    return new Transfer(
        org,
        call,
        attempt,
        new PhoneNumber(codec.open(cell(org, call, attempt), row.getBytes("to_sealed"))),
        TransferStatus.of(row.getString("status")).orElseThrow(),
        Columns.instant(row, "asked_at"),
        Columns.instant(row, "moved_at"));
  }

  private static Cell cell(OrgId org, CallId call, int attempt) {
    return new Cell(org, "transfers", "to", call.value() + "/" + attempt);
  }
}
