package dev.frontdesk.storage;

import dev.frontdesk.durable.KeptAnswers;
import dev.frontdesk.storage.PersonalDataCodec.Cell;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.OrgId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Answers tell of customers, so their bodies are sealed.
final class SqlKeptAnswers implements KeptAnswers {
  private final Transactions transactions;
  private final PersonalDataCodec codec;

  SqlKeptAnswers(Transactions transactions, PersonalDataCodec codec) {
    this.transactions = transactions;
    this.codec = codec;
  }

  @Override
  public Standing begin(OrgId org, String key, String requestHash, Instant now) {
    var claim = Ids.newUuid(now);
    return transactions.again(org, handle -> {
      if (begun(handle, org, key, requestHash, claim, now)) {
        return new Standing.Begin(claim);
      }
      return handle.createQuery("""
              select request_hash, claim, status, content_type, body_sealed from kept_answers
               where org_id = :org and key = :key""")
          .bind("org", org.value())
          .bind("key", key)
          .map((row, _) -> standing(org, key, requestHash, claim, row))
          .findOne()
          .orElseGet(Standing.InFlight::new);
    });
  }

  /// A new key, one that has expired, or one whose request never came to its end.
  private static boolean begun(
      Handle handle, OrgId org, String key, String requestHash, String claim, Instant now) {
    return handle.createUpdate("""
            insert into kept_answers as kept
              (org_id, key, request_hash, claim, locked_until, expires_at)
            values (:org, :key, :hash, :claim, :locked, :expires)
            on conflict (org_id, key) do update
               set request_hash = excluded.request_hash, claim = excluded.claim,
                   locked_until = excluded.locked_until, expires_at = excluded.expires_at,
                   status = null, content_type = null, body_sealed = null
             where kept.expires_at <= :now
                or (kept.status is null and kept.locked_until <= :now
                    and kept.request_hash = excluded.request_hash)""")
        .bind("org", org.value())
        .bind("key", key)
        .bind("hash", requestHash)
        .bind("claim", claim)
        .bind("now", now)
        .bind("locked", now.plus(LONGEST_FLIGHT))
        .bind("expires", now.plus(KEPT))
        .execute() == 1;
  }

  private Standing standing(
      OrgId org, String key, String requestHash, String claim, ResultSet row)
      throws SQLException {
    if (row.getString("claim").equals(claim)) {
      return new Standing.Begin(claim); // the answer to our own commit was lost
    }
    if (!row.getString("request_hash").equals(requestHash)) {
      return new Standing.OtherRequest();
    }
    int status = row.getInt("status");
    if (row.wasNull()) {
      return new Standing.InFlight();
    }
    var body = codec.open(cell(org, key), row.getBytes("body_sealed"));
    return new Standing.Replay(
        new Answer(status, row.getString("content_type"), body.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void answered(OrgId org, String key, String claim, Answer answer) {
    var body = new String(answer.body(), StandardCharsets.UTF_8);
    transactions.again(org, handle ->
        handle.createUpdate("""
                update kept_answers set status = :status, content_type = :type, body_sealed = :body
                 where org_id = :org and key = :key and claim = :claim""")
            .bind("org", org.value())
            .bind("key", key)
            .bind("claim", claim)
            .bind("status", answer.status())
            .bind("type", answer.contentType())
            .bind("body", codec.seal(cell(org, key), body))
            .execute());
  }

  @Override
  public void dropped(OrgId org, String key, String claim) {
    transactions.again(org, handle ->
        handle.createUpdate("""
                delete from kept_answers
                 where org_id = :org and key = :key and claim = :claim and status is null""")
            .bind("org", org.value())
            .bind("key", key)
            .bind("claim", claim)
            .execute());
  }

  @Override
  public int forget(OrgId org, Instant expiredBefore) {
    return transactions.again(org, handle ->
        handle.createUpdate(
                "delete from kept_answers where org_id = :org and expires_at < :before")
            .bind("org", org.value())
            .bind("before", expiredBefore)
            .execute());
  }

  private static Cell cell(OrgId org, String key) {
    return new Cell(org, "kept_answers", "body_sealed", key);
  }
}
