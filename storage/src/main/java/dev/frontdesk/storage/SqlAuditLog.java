package dev.frontdesk.storage;

import dev.frontdesk.durable.AuditChain;
import dev.frontdesk.durable.AuditChain.Head;
import dev.frontdesk.durable.AuditEntry;
import dev.frontdesk.durable.AuditLog;
import dev.frontdesk.durable.AuditRecord;
import dev.frontdesk.vocabulary.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

final class SqlAuditLog implements AuditLog {
  /// The chain's end; whoever reads it so has it to themselves until they commit.
  static final String HEAD =
      "select seq, hash from chain_heads where org_id = :org for no key update";

  static final String APPEND =
      """
      with head as (
        update chain_heads set seq = :seq, hash = :hash where org_id = :org)
      insert into audit
        (org_id, seq, actor, action, object, changes_hash, at, previous_hash, hash)
      values (:org, :seq, :actor, :action, :object, :changes, :at, :previous, :hash)""";

  private static final int PAGE = 1_000;

  private final Transactions transactions;

  SqlAuditLog(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public AuditRecord append(AuditEntry entry) {
    return transactions.once(entry.org(), handle -> append(handle, entry));
  }

  /// In the transaction of the change that the entry tells of. Call it last: from here to the
  /// commit the organisation's other changes wait, since a chain has one end.
  static AuditRecord append(Handle handle, AuditEntry entry) {
    var org = entry.org();
    var record = AuditChain.next(head(handle, org), entry);
    bind(handle.createUpdate(APPEND), record).bind("org", org.value()).execute();
    return record;
  }

  /// The chain's end, from here to the commit ours.
  static Head head(Handle handle, OrgId org) {
    return handle.createQuery(HEAD)
        .bind("org", org.value())
        .map((row, _) -> head(row))
        .findOne()
        .orElseThrow(() -> new IllegalArgumentException("no organisation " + org.value()));
  }

  static Head head(ResultSet row) throws SQLException {
    return new Head(row.getLong("seq"), row.getString("hash"));
  }

  /// The entries as the chain's next records.
  static List<AuditRecord> next(Head head, List<AuditEntry> entries) {
    var records = new ArrayList<AuditRecord>();
    var end = head;
    for (var entry : entries) {
      var record = AuditChain.next(end, entry);
      records.add(record);
      end = new Head(record.seq(), record.hash());
    }
    return records;
  }

  /// Binds what `APPEND` takes but the organisation.
  static Update bind(Update append, AuditRecord record) {
    var entry = record.entry();
    return append
        .bind("seq", record.seq())
        .bind("actor", entry.actor())
        .bind("action", entry.action())
        .bind("object", entry.object())
        .bind("changes", entry.changesHash())
        .bind("at", entry.at())
        .bind("previous", record.previousHash())
        .bind("hash", record.hash());
  }

  @Override
  public List<AuditRecord> after(OrgId org, long seq, int limit) {
    return transactions.again(org, handle -> page(handle, org, seq, limit));
  }

  @Override
  public AuditChain.Verdict verify(OrgId org) {
    return transactions.again(org, handle -> {
      var noted =
          handle.createQuery("select seq, hash from chain_heads where org_id = :org")
              .bind("org", org.value())
              .map((row, _) -> new Head(row.getLong("seq"), row.getString("hash")))
              .findOne()
              .orElse(Head.EMPTY);
      return AuditChain.verify(() -> new Pages(handle, org, noted.seq()), noted);
    });
  }

  private static List<AuditRecord> page(Handle handle, OrgId org, long seq, int limit) {
    return handle.createQuery("""
            select seq, actor, action, object, changes_hash, at, previous_hash, hash from audit
             where org_id = :org and seq > :seq
             order by seq
             limit :limit""")
        .bind("org", org.value())
        .bind("seq", seq)
        .bind("limit", limit)
        .map((row, _) -> record(org, row))
        .list();
  }

  private static AuditRecord record(OrgId org, ResultSet row) throws SQLException {
    var entry =
        new AuditEntry(
            org,
            row.getString("actor"),
            row.getString("action"),
            row.getString("object"),
            row.getString("changes_hash"),
            Columns.instant(row, "at"));
    return new AuditRecord(
        row.getLong("seq"), entry, row.getString("previous_hash"), row.getString("hash"));
  }

  /// The chain up to `last`, a page at a time; what is appended meanwhile is not looked at.
  private static final class Pages implements Iterator<AuditRecord> {
    private final Handle handle;
    private final OrgId org;
    private final long last;
    private Iterator<AuditRecord> page = List.<AuditRecord>of().iterator();
    private long seen;
    private boolean atEnd;

    Pages(Handle handle, OrgId org, long last) {
      this.handle = handle;
      this.org = org;
      this.last = last;
    }

    @Override
    public boolean hasNext() {
      if (!page.hasNext() && !atEnd) {
        var records =
            page(handle, org, seen, PAGE).stream().filter(r -> r.seq() <= last).toList();
        atEnd = records.size() < PAGE;
        page = records.iterator();
      }
      return page.hasNext();
    }

    @Override
    public AuditRecord next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      var record = page.next();
      seen = record.seq();
      return record;
    }
  }
}
