package dev.frontdesk.storage;

import dev.frontdesk.storage.PersonalDataCodec.Cell;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.voice.ConversationStore;
import java.time.Clock;
import java.util.Optional;

final class SqlConversationStore implements ConversationStore {
  private final Transactions transactions;
  private final PersonalDataCodec codec;
  private final Clock clock;

  SqlConversationStore(Transactions transactions, PersonalDataCodec codec, Clock clock) {
    this.transactions = transactions;
    this.codec = codec;
    this.clock = clock;
  }

  @Override
  public void save(OrgId org, CallId call, String json) {
    var sealed = codec.seal(cell(org, call), json);
    transactions.atOnce(
        org,
        """
        insert into conversations (org_id, call_id, checkpoint_sealed, saved_at)
        values (:org, :call, :sealed, :now)
        on conflict (org_id, call_id) do update
           set checkpoint_sealed = excluded.checkpoint_sealed, saved_at = excluded.saved_at""",
        upsert ->
            upsert
                .bind("call", call.value())
                .bind("sealed", sealed)
                .bind("now", clock.instant()),
        Answers::count);
  }

  @Override
  public Optional<String> load(OrgId org, CallId call) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select checkpoint_sealed from conversations
                 where org_id = :org and call_id = :call""")
            .bind("org", org.value())
            .bind("call", call.value())
            .mapTo(byte[].class)
            .findOne())
        .map(sealed -> codec.open(cell(org, call), sealed));
  }

  private static Cell cell(OrgId org, CallId call) {
    return new Cell(org, "conversations", "checkpoint", call.value());
  }
}
