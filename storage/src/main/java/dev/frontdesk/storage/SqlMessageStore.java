package dev.frontdesk.storage;

import dev.frontdesk.messaging.Channel;
import dev.frontdesk.messaging.Message;
import dev.frontdesk.messaging.MessageEvent;
import dev.frontdesk.messaging.MessageId;
import dev.frontdesk.messaging.MessageMoves;
import dev.frontdesk.messaging.MessageState;
import dev.frontdesk.messaging.MessageStore;
import dev.frontdesk.messaging.Notice;
import dev.frontdesk.messaging.Price;
import dev.frontdesk.messaging.Recipient;
import dev.frontdesk.messaging.Refusal;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

final class SqlMessageStore implements MessageStore {
  private final Transactions transactions;
  private final MessageRows rows;

  SqlMessageStore(Transactions transactions, PersonalDataCodec codec) {
    this.transactions = transactions;
    this.rows = new MessageRows(codec);
  }

  @Override
  public List<Message> ofBooking(OrgId org, BookingId booking) {
    return transactions.atOnce(
        org,
        """
        select * from messages where org_id = :org and booking_id = :booking
         order by created_at, message_id""",
        query -> query.bind("booking", booking.value()),
        answers -> answers.rows(row -> rows.message(org, row)));
  }

  @Override
  public Optional<Message> find(OrgId org, MessageId id) {
    return transactions
        .atOnce(
            org,
            "select * from messages where org_id = :org and message_id = :id",
            query -> query.bind("id", id.value()),
            answers -> answers.rows(row -> rows.message(org, row)))
        .stream()
        .findFirst();
  }

  /// Names the organisation too: the first of its transaction.
  private Optional<Message> findForUpdate(Handle handle, OrgId org, MessageId id) {
    return Transactions.together(
            handle,
            org,
            Locks.NONE,
            "select * from messages where org_id = :org and message_id = :id for update",
            query -> query.bind("id", id.value()),
            answers -> answers.rows(row -> rows.message(org, row)))
        .stream()
        .findFirst();
  }

  @Override
  public Optional<Message> lastTo(OrgId org, Recipient to) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select * from messages where org_id = :org and to_hash = :to
                 order by created_at desc, message_id limit 1""")
            .bind("org", org.value())
            .bind("to", rows.hash(org, to))
            .map((row, _) -> rows.message(org, row))
            .findOne());
  }

  @Override
  public Set<String> known(OrgId org, Collection<String> providerIds) {
    return Set.copyOf(transactions.again(org, handle ->
        handle.createQuery("""
                select provider_id from messages
                 where org_id = :org and provider_id = any(:ids)""")
            .bind("org", org.value())
            .bindArray("ids", String.class, providerIds)
            .mapTo(String.class)
            .list()));
  }

  @Override
  public Intent intend(
      OrgId org, MessageId id, Message.Draft draft, int seen, Allowance allowance, Instant now) {
    try {
      return transactions.once(org, handle -> {
        var intent = intend(handle, org, id, draft, seen, allowance, now);
        if (intent instanceof Intent.Ready || intent instanceof Intent.Suppressed) {
          return intent;
        }
        throw new NothingWritten(intent); // what was taken from budget and rate is given back
      });
    } catch (NothingWritten nothing) {
      return nothing.intent;
    }
  }

  private Intent intend(
      Handle handle,
      OrgId org,
      MessageId id,
      Message.Draft draft,
      int seen,
      Allowance allowance,
      Instant now) {
    if (suppressed(handle, org, draft)) {
      var problem = Optional.of(Refusal.OPTED_OUT.mend());
      return rows.write(handle, org, id, draft, MessageState.WITHHELD, seen, problem, now)
          .<Intent>map(_ -> new Intent.Suppressed())
          .orElseGet(Intent.Taken::new);
    }
    var written =
        rows.write(
            handle, org, id, draft, MessageState.INTENDED, seen, Optional.empty(), now);
    if (written.isEmpty()) {
      return new Intent.Taken();
    }
    if (seen == 0 && draft.cost().isPresent()) {
      var over =
          MessageAllowances.spend(handle, org, draft.cost().get(), allowance.budget(), now);
      if (over.isPresent()) {
        return new Intent.OverBudget(over.get());
      }
    }
    if (draft.channel() == Channel.SMS) {
      var pause =
          MessageAllowances.takeTurn(handle, org, draft.sender(), allowance.perSecond(), now);
      if (pause.isPresent()) {
        return new Intent.TooFast(pause.get());
      }
    }
    return new Intent.Ready(written.get());
  }

  private boolean suppressed(Handle handle, OrgId org, Message.Draft draft) {
    return handle.createQuery("""
            select 1 from message_suppressions
             where org_id = :org and to_hash = :to and lifted_at is null
               and purpose in ('ALL', :purpose)""")
        .bind("org", org.value())
        .bind("to", rows.hash(org, draft.to()))
        .bind("purpose", draft.notice().purpose().name())
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }

  @Override
  public void standDown(OrgId org, MessageId id) {
    transactions.again(org, handle ->
        handle.createUpdate("""
                update messages set attempted_at = null, state = 'INTENDED'
                 where org_id = :org and message_id = :id
                   and state in ('INTENDED', 'UNCONFIRMED')""")
            .bind("org", org.value())
            .bind("id", id.value())
            .execute());
  }

  @Override
  public Optional<Moved> move(
      OrgId org, MessageId id, MessageEvent event, Particulars particulars, Instant at) {
    return transactions.againUnnamed(handle ->
        findForUpdate(handle, org, id)
            .map(before -> {
              var next = MessageMoves.TABLE.next(before.state(), event);
              charge(handle, before, next, particulars);
              var after = update(handle, before, next, particulars, at);
              return new Moved(after, after.state() != before.state());
            }));
  }

  /// The bill takes the place of what was expected; what was never taken costs nothing.
  private static void charge(
      Handle handle, Message before, Optional<MessageState> next, Particulars particulars) {
    var expected = before.draft().cost();
    if (expected.isEmpty()) {
      return;
    }
    boolean never =
        before.times().acceptedAt().isEmpty()
            && next.filter(s -> s == MessageState.FAILED || s == MessageState.WITHHELD).isPresent();
    long costs =
        never
            ? 0
            : particulars
                .cost()
                .filter(bill -> bill.currency().equals(expected.get().currency()))
                .map(Price::micros)
                .orElse(expected.get().micros());
    MessageAllowances.correct(
        handle, before.org(), expected.get(), costs - expected.get().micros(),
        before.times().createdAt());
  }

  private Message update(
      Handle handle,
      Message before,
      Optional<MessageState> next,
      Particulars particulars,
      Instant at) {
    var state = next.orElse(before.state());
    var bill =
        particulars
            .cost()
            .filter(
                cost ->
                    before.draft().cost().filter(e -> e.currency().equals(cost.currency()))
                        .isPresent());
    return handle.createQuery("""
            update messages
               set state = :state,
                   provider_id = coalesce(provider_id, :provider),
                   problem = coalesce(:problem, problem),
                   segments = coalesce(:segments, segments),
                   cost_micros = coalesce(:cost, cost_micros),
                   accepted_at = coalesce(accepted_at, :accepted),
                   sent_at = coalesce(sent_at, :sent),
                   delivered_at = coalesce(delivered_at, :delivered),
                   lost_at = coalesce(lost_at, :lost)
             where org_id = :org and message_id = :id
            returning *""")
        .bind("org", before.org().value())
        .bind("id", before.id().value())
        .bind("state", state.name())
        .bind("provider", particulars.providerId().orElse(null))
        .bind("problem", next.flatMap(_ -> particulars.problem()).orElse(null))
        .bind("segments", particulars.segments().orElse(null))
        .bind("cost", bill.map(Price::micros).orElse(null))
        .bind("accepted", next.isPresent() && state.told() ? at : null)
        .bind("sent", next.isPresent() && state == MessageState.SENT ? at : null)
        .bind("delivered", next.isPresent() && state == MessageState.DELIVERED ? at : null)
        .bind("lost", next.isPresent() && state.lost() ? at : null)
        .map((row, _) -> rows.message(before.org(), row))
        .one();
  }

  @Override
  public void responded(OrgId org, BookingId booking, String response) {
    transactions.again(org, handle ->
        handle.createUpdate("""
                update messages set response = :response
                 where org_id = :org and response is null and message_id =
                   (select message_id from messages
                     where org_id = :org and booking_id = :booking
                       and state not in ('UNDELIVERED', 'FAILED', 'WITHHELD')
                     order by created_at desc, message_id limit 1)""")
            .bind("org", org.value())
            .bind("booking", booking.value())
            .bind("response", response)
            .execute());
  }

  @Override
  public List<VariantFigures> variants(OrgId org) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select notice, channel, variant, count(accepted_at) as accepted,
                       count(*) filter (where state in ('DELIVERED', 'READ')) as delivered,
                       count(*) filter (where response <> 'opted-out') as responded,
                       count(*) filter (where response = 'opted-out') as opted_out
                  from messages where org_id = :org
                 group by notice, channel, variant order by notice, channel, variant""")
            .bind("org", org.value())
            .map((row, _) -> figures(row))
            .list());
  }

  private static VariantFigures figures(ResultSet row) throws SQLException {
    return new VariantFigures(
        Notice.valueOf(row.getString("notice")),
        Channel.valueOf(row.getString("channel")),
        row.getString("variant"),
        row.getInt("accepted"),
        row.getInt("delivered"),
        row.getInt("responded"),
        row.getInt("opted_out"));
  }

  /// Rolls the transaction back and brings the answer out.
  private static final class NothingWritten extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Intent intent;

    NothingWritten(Intent intent) {
      super(null, null, false, false);
      this.intent = intent;
    }
  }
}
