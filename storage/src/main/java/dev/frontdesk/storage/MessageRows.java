package dev.frontdesk.storage;

import dev.frontdesk.messaging.Channel;
import dev.frontdesk.messaging.Message;
import dev.frontdesk.messaging.MessageId;
import dev.frontdesk.messaging.MessageState;
import dev.frontdesk.messaging.MessageText;
import dev.frontdesk.messaging.Notice;
import dev.frontdesk.messaging.Price;
import dev.frontdesk.messaging.Recipient;
import dev.frontdesk.storage.PersonalDataCodec.Cell;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Messages as rows: recipient and words are sealed, and found by hash.
final class MessageRows {
  private final PersonalDataCodec codec;

  MessageRows(PersonalDataCodec codec) {
    this.codec = codec;
  }

  byte[] hash(OrgId org, Recipient who) {
    return switch (who) {
      case Recipient.Handset(var number) -> codec.hash(org, "phone", number.e164());
      case Recipient.Mailbox(var address) ->
          codec.hash(org, "email", address.value().toLowerCase(Locale.ROOT));
    };
  }

  byte[] seal(OrgId org, String table, String column, String row, String text) {
    return codec.seal(new Cell(org, table, column, row), text);
  }

  String open(OrgId org, String table, String column, String row, byte[] sealed) {
    return codec.open(new Cell(org, table, column, row), sealed);
  }

  static Recipient recipient(Channel channel, String plain) {
    return switch (channel) {
      case SMS -> new Recipient.Handset(new PhoneNumber(plain));
      case MAIL -> new Recipient.Mailbox(new EmailAddress(plain));
    };
  }

  /// Writes a message down, or takes it up again after `seen` attempts.
  ///
  /// @return as written; empty when somebody else had done it, or it has moved on
  Optional<Message> write(
      Handle handle,
      OrgId org,
      MessageId id,
      Message.Draft draft,
      MessageState state,
      int seen,
      Optional<String> problem,
      Instant now) {
    boolean intended = state == MessageState.INTENDED;
    return handle.createQuery("""
            insert into messages
              (org_id, message_id, booking_id, booking_version, notice, channel, repeat_no,
               to_sealed, to_hash, text_sealed, sender, variant, segments, cost_micros, currency,
               state, attempts, problem, created_at, attempted_at, lost_at)
            values (:org, :id, :booking, :version, :notice, :channel, :repeat,
               :to, :toHash, :text, :sender, :variant, :segments, :cost, :currency,
               :state, :attempts, :problem, :now, :attempted, :lost)
            on conflict (org_id, message_id) do update
               set booking_version = excluded.booking_version, to_sealed = excluded.to_sealed,
                   to_hash = excluded.to_hash, text_sealed = excluded.text_sealed,
                   sender = excluded.sender, variant = excluded.variant,
                   segments = excluded.segments, state = excluded.state,
                   attempts = excluded.attempts, problem = excluded.problem,
                   attempted_at = excluded.attempted_at, lost_at = excluded.lost_at
             where messages.attempts = :seen and :seen > 0
               and messages.state in ('INTENDED', 'UNCONFIRMED')
            returning *""")
        .bind("org", org.value())
        .bind("id", id.value())
        .bind("booking", draft.booking().value())
        .bind("version", draft.version())
        .bind("notice", draft.notice().name())
        .bind("channel", draft.channel().name())
        .bind("repeat", draft.repeat())
        .bind("to", seal(org, "messages", "to", id.value(), draft.to().plain()))
        .bind("toHash", hash(org, draft.to()))
        .bind("text", seal(org, "messages", "text", id.value(), draft.text().value()))
        .bind("sender", draft.sender())
        .bind("variant", draft.variant())
        .bind("segments", draft.segments())
        .bind("cost", draft.cost().map(Price::micros).orElse(null))
        .bind("currency", draft.cost().map(price -> price.currency().getCurrencyCode()).orElse(null))
        .bind("state", state.name())
        .bind("attempts", intended ? seen + 1 : seen)
        .bind("problem", problem.orElse(null))
        .bind("now", now)
        .bind("attempted", intended ? now : null)
        .bind("lost", intended ? null : now)
        .bind("seen", seen)
        .map((row, _) -> message(org, row))
        .findOne();
  }

  Message message(OrgId org, ResultSet row) throws SQLException {
    var id = row.getString("message_id");
    var channel = Channel.valueOf(row.getString("channel"));
    var cost = Columns.maybeText(row, "currency");
    long micros = row.getLong("cost_micros");
    return new Message(
        org,
        new MessageId(id),
        new Message.Draft(
            new BookingId(row.getString("booking_id")),
            row.getInt("booking_version"),
            Notice.valueOf(row.getString("notice")),
            row.getInt("repeat_no"),
            recipient(channel, open(org, "messages", "to", id, row.getBytes("to_sealed"))),
            row.getString("sender"),
            row.getString("variant"),
            new MessageText(open(org, "messages", "text", id, row.getBytes("text_sealed"))),
            row.getInt("segments"),
            cost.map(currency -> new Price(micros, Currency.getInstance(currency)))),
        MessageState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        Columns.maybeText(row, "provider_id"),
        Columns.maybeText(row, "problem"),
        Columns.maybeText(row, "response"),
        new Message.Times(
            Columns.instant(row, "created_at"),
            Columns.maybeInstant(row, "attempted_at"),
            Columns.maybeInstant(row, "accepted_at"),
            Columns.maybeInstant(row, "sent_at"),
            Columns.maybeInstant(row, "delivered_at"),
            Columns.maybeInstant(row, "lost_at")));
  }
}
