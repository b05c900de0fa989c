package dev.frontdesk.storage;

import dev.frontdesk.durable.AuditEntry;
import dev.frontdesk.messaging.Channel;
import dev.frontdesk.messaging.ContactStore;
import dev.frontdesk.messaging.MessageText;
import dev.frontdesk.messaging.Purpose;
import dev.frontdesk.messaging.Recipient;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Transcript;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class SqlContactStore implements ContactStore {
  private static final String ALL = "ALL";
  private static final String SUPPRESSIONS = "message_suppressions";
  private static final String INBOX = "message_inbox";

  private final Transactions transactions;
  private final MessageRows rows;

  SqlContactStore(Transactions transactions, PersonalDataCodec codec) {
    this.transactions = transactions;
    this.rows = new MessageRows(codec);
  }

  @Override
  public void suppress(OrgId org, Recipient who, Optional<Purpose> only, String how, Instant at) {
    var id = Ids.newUuid(at);
    var purpose = only.map(Purpose::name).orElse(ALL);
    transactions.again(org, handle -> {
      int added =
          handle.createUpdate("""
                  insert into message_suppressions
                    (org_id, suppression_id, channel, to_sealed, to_hash, purpose, how, since)
                  values (:org, :id, :channel, :to, :hash, :purpose, :how, :at)
                  on conflict (org_id, to_hash, purpose) where lifted_at is null do nothing""")
              .bind("org", org.value())
              .bind("id", id)
              .bind("channel", who.channel().name())
              .bind("to", rows.seal(org, SUPPRESSIONS, "to", id, who.plain()))
              .bind("hash", rows.hash(org, who))
              .bind("purpose", purpose)
              .bind("how", how)
              .bind("at", at)
              .execute();
      if (added == 1) {
        SqlAuditLog.append(
            handle,
            AuditEntry.of(
                org, how, "message.suppressed", "suppression:" + id, purpose, at));
      }
      return added;
    });
  }

  @Override
  public void lift(OrgId org, Recipient who, String how, Instant at) {
    transactions.again(org, handle -> {
      var lifted =
          handle.createQuery("""
                  update message_suppressions set lifted_at = :at, lifted_how = :how
                   where org_id = :org and to_hash = :hash and lifted_at is null
                  returning suppression_id""")
              .bind("org", org.value())
              .bind("hash", rows.hash(org, who))
              .bind("how", how)
              .bind("at", at)
              .mapTo(String.class)
              .list();
      for (var id : lifted) {
        SqlAuditLog.append(
            handle,
            AuditEntry.of(org, how, "message.suppression-lifted", "suppression:" + id, "", at));
      }
      return lifted;
    });
  }

  @Override
  public List<Suppression> suppressions(OrgId org, int limit) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select suppression_id, channel, purpose, how, since from message_suppressions
                 where org_id = :org and lifted_at is null
                 order by since desc, suppression_id limit :limit""")
            .bind("org", org.value())
            .bind("limit", limit)
            .map((row, _) -> suppression(row))
            .list());
  }

  private static Suppression suppression(ResultSet row) throws SQLException {
    var purpose = row.getString("purpose");
    return new Suppression(
        row.getString("suppression_id"),
        Channel.valueOf(row.getString("channel")),
        purpose.equals(ALL) ? Optional.empty() : Optional.of(Purpose.valueOf(purpose)),
        row.getString("how"),
        Columns.instant(row, "since"));
  }

  @Override
  public void consented(OrgId org, Recipient who, Purpose purpose, Proof proof) {
    transactions.again(org, handle ->
        handle.createUpdate("""
                insert into message_consents
                  (org_id, to_hash, purpose, basis, subject, wording, consented_at)
                values (:org, :hash, :purpose, :basis, :subject, :wording, :at)
                on conflict do nothing""")
            .bind("org", org.value())
            .bind("hash", rows.hash(org, who))
            .bind("purpose", purpose.name())
            .bind("basis", proof.basis())
            .bind("subject", proof.subject())
            .bind("wording", proof.wording())
            .bind("at", proof.at())
            .execute());
  }

  @Override
  public List<Proof> consents(OrgId org, Recipient who) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select basis, subject, wording, consented_at from message_consents
                 where org_id = :org and to_hash = :hash order by consented_at, subject""")
            .bind("org", org.value())
            .bind("hash", rows.hash(org, who))
            .map((row, _) ->
                new Proof(
                    row.getString("basis"),
                    row.getString("subject"),
                    row.getString("wording"),
                    Columns.instant(row, "consented_at")))
            .list());
  }

  @Override
  public Optional<Answered> answered(OrgId org, String providerId) {
    return transactions.again(org, handle ->
        handle.createQuery(
                "select * from message_inbox where org_id = :org and provider_id = :id")
            .bind("org", org.value())
            .bind("id", providerId)
            .map((row, _) -> new Answered(answer(org, providerId, row)))
            .findOne());
  }

  @Override
  public void received(OrgId org, Incoming incoming) {
    var id = incoming.providerId();
    byte @Nullable [] answer =
        incoming
            .answer()
            .map(text -> rows.seal(org, INBOX, "answer", id, text.value()))
            .orElse(null);
    transactions.again(org, handle ->
        handle.createUpdate("""
                insert into message_inbox
                  (org_id, provider_id, from_sealed, from_hash, text_sealed, meaning, booking_id,
                   answer_sealed, received_at)
                values (:org, :id, :from, :hash, :text, :meaning, :booking, :answer, :at)
                on conflict (org_id, provider_id) do nothing""")
            .bind("org", org.value())
            .bind("id", id)
            .bind("from", rows.seal(org, INBOX, "from", id, incoming.from().plain()))
            .bind("hash", rows.hash(org, incoming.from()))
            .bind("text", rows.seal(org, INBOX, "text", id, incoming.text().text()))
            .bind("meaning", incoming.meaning())
            .bind("booking", incoming.booking().map(BookingId::value).orElse(null))
            .bind("answer", answer)
            .bind("at", incoming.at())
            .execute());
  }

  @Override
  public int answersSince(OrgId org, Recipient who, Instant since) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select count(answer_sealed) from message_inbox
                 where org_id = :org and from_hash = :hash and received_at >= :since""")
            .bind("org", org.value())
            .bind("hash", rows.hash(org, who))
            .bind("since", since)
            .mapTo(Integer.class)
            .one());
  }

  @Override
  public List<Incoming> inbox(OrgId org, int limit) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select * from message_inbox where org_id = :org
                 order by received_at desc, provider_id limit :limit""")
            .bind("org", org.value())
            .bind("limit", limit)
            .map((row, _) -> incoming(org, row))
            .list());
  }

  private Incoming incoming(OrgId org, ResultSet row) throws SQLException {
    var id = row.getString("provider_id");
    return new Incoming(
        id,
        MessageRows.recipient(
            Channel.SMS, rows.open(org, INBOX, "from", id, row.getBytes("from_sealed"))),
        new Transcript(rows.open(org, INBOX, "text", id, row.getBytes("text_sealed"))),
        row.getString("meaning"),
        Columns.maybeText(row, "booking_id").map(BookingId::new),
        answer(org, id, row),
        Columns.instant(row, "received_at"));
  }

  private Optional<MessageText> answer(OrgId org, String id, ResultSet row) throws SQLException {
    byte @Nullable [] sealed = row.getBytes("answer_sealed");
    return Optional.ofNullable(sealed)
        .map(bytes -> new MessageText(rows.open(org, INBOX, "answer", id, bytes)));
  }
}
