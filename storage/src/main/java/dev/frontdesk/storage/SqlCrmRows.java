package dev.frontdesk.storage;

import dev.frontdesk.crm.CrmRows;
import dev.frontdesk.crm.CrmSubject;
import dev.frontdesk.crm.CrmSubject.Happening;
import dev.frontdesk.crm.CrmSubject.OfBooking;
import dev.frontdesk.crm.CrmSubject.OfCall;
import dev.frontdesk.crm.CrmSubject.OfLead;
import dev.frontdesk.crm.CrmTable;
import dev.frontdesk.crm.MirrorRow;
import dev.frontdesk.storage.PersonalDataCodec.Cell;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

final class SqlCrmRows implements CrmRows {
  private final Transactions transactions;
  private final PersonalDataCodec codec;

  SqlCrmRows(Transactions transactions, PersonalDataCodec codec) {
    this.transactions = transactions;
    this.codec = codec;
  }

  @Override
  public void mark(OrgId org, List<CrmSubject> subjects, Instant changedAt) {
    transactions.again(org, handle -> {
      var batch = handle.prepareBatch("""
          insert into crm_waiting as w
            (org_id, subject, mark, happening, booking_id, happened_at, changed_at)
          values (:org, :subject, 1, :happening, :booking, :happenedAt, :changedAt)
          on conflict (org_id, subject) do update
            set mark = w.mark + 1, set_aside = null,
                changed_at = greatest(w.changed_at, excluded.changed_at)""");
      for (var subject : subjects) {
        var happening =
            subject instanceof Happening one ? Optional.of(one) : Optional.<Happening>empty();
        var booking =
            switch (subject) {
              case OfBooking(var id) -> Optional.of(id);
              case Happening one -> Optional.of(one.booking());
              case OfCall _, OfLead _ -> Optional.<BookingId>empty();
            };
        batch.bind("org", org.value())
            .bind("subject", subject.id())
            .bind("happening", happening.map(Happening::kind).orElse(null))
            .bind("booking", booking.map(BookingId::value).orElse(null))
            .bindByType("happenedAt", happening.map(Happening::at).orElse(null), Instant.class)
            .bind("changedAt", changedAt)
            .add();
      }
      return batch.execute().length;
    });
  }

  @Override
  public List<Waiting> waiting(OrgId org, int limit) {
    return transactions.atOnce(
        org,
        """
        select * from crm_waiting where org_id = :org and set_aside is null
         order by marked_at limit :limit""",
        query -> query.bind("limit", limit),
        answers ->
            answers.rows(row ->
                new Waiting(
                    subject(row), row.getLong("mark"), Columns.instant(row, "changed_at"))));
  }

  @Override
  public Optional<Instant> changedAt(OrgId org, CrmSubject subject) {
    return transactions.again(org, handle ->
        handle.createQuery(
                "select changed_at from crm_waiting where org_id = :org and subject = :subject")
            .bind("org", org.value()).bind("subject", subject.id())
            .map((row, _) -> Columns.instant(row, "changed_at"))
            .findOne());
  }

  @Override
  public void done(OrgId org, List<Waiting> written) {
    transactions.atOnce(
        org,
        """
        delete from crm_waiting w using unnest(:subjects, :marks) done (subject, mark)
         where w.org_id = :org and w.subject = done.subject and w.mark = done.mark""",
        delete ->
            delete
                .bindArray(
                    "subjects",
                    String.class,
                    written.stream().map(one -> one.subject().id()).toList())
                .bindArray("marks", Long.class, written.stream().map(Waiting::mark).toList()),
        Answers::count);
  }

  @Override
  public void setAside(OrgId org, Waiting waiting, String why) {
    transactions.again(org, handle ->
        handle.createUpdate("""
                update crm_waiting set set_aside = :why
                 where org_id = :org and subject = :subject and mark = :mark""")
            .bind("org", org.value()).bind("subject", waiting.subject().id())
            .bind("mark", waiting.mark()).bind("why", why).execute());
  }

  @Override
  public List<SetAside> setAside(OrgId org) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select * from crm_waiting where org_id = :org and set_aside is not null
                 order by marked_at""")
            .bind("org", org.value())
            .map((row, _) -> new SetAside(
                subject(row), row.getString("set_aside"), Columns.instant(row, "changed_at")))
            .list());
  }

  @Override
  public int tryAgain(OrgId org) {
    return transactions.again(org, handle ->
        handle.createUpdate("""
                update crm_waiting set set_aside = null, mark = mark + 1
                 where org_id = :org and set_aside is not null""")
            .bind("org", org.value()).execute());
  }

  @Override
  public Map<String, String> contacts(
      OrgId org, Collection<String> identities, Instant now) {
    if (identities.isEmpty()) {
      return Map.of();
    }
    var all = List.copyOf(identities);
    var contacts = new HashMap<String, String>();
    transactions.atOnce(
        org,
        """
        insert into crm_contacts (org_id, identity_hash, contact_id, created_at)
        select :org, decode(hash, 'hex'), id, :now from unnest(:hashes, :ids) wanted (hash, id)
         order by hash
        on conflict (org_id, identity_hash) do nothing;
        select wanted.place, c.contact_id
          from unnest(:hashes) with ordinality wanted (hash, place)
          join crm_contacts c on c.org_id = :org and c.identity_hash = decode(hash, 'hex')""",
        update ->
            update
                .bind("now", now)
                .bindArray(
                    "hashes",
                    String.class,
                    all.stream().map(one -> hex(codec.hash(org, "crm-contact", one))).toList())
                .bindArray("ids", String.class, all.stream().map(_ -> Ids.newUuid(now)).toList()),
        answers -> {
          answers.count();
          return answers.rows(row ->
              contacts.put(all.get(row.getInt("place") - 1), row.getString("contact_id")));
        });
    return contacts;
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  @Override
  public Map<String, MirrorRow> rows(OrgId org, CrmTable table, Collection<String> keys) {
    return rows(org, Map.of(table, Set.copyOf(keys))).stream()
        .collect(Collectors.toMap(MirrorRow::key, Function.identity()));
  }

  @Override
  public List<MirrorRow> rows(OrgId org, Map<CrmTable, Set<String>> keys) {
    var tables = new ArrayList<String>();
    var wanted = new ArrayList<String>();
    keys.forEach((table, theirs) -> theirs.forEach(key -> {
      tables.add(table.name());
      wanted.add(key);
    }));
    if (wanted.isEmpty()) {
      return List.of();
    }
    return transactions.atOnce(
        org,
        """
        select r.* from unnest(:tables, :keys) wanted (crm_table, row_key)
          join crm_rows r on r.org_id = :org and r.crm_table = wanted.crm_table
           and r.row_key = wanted.row_key""",
        query ->
            query.bindArray("tables", String.class, tables).bindArray("keys", String.class, wanted),
        answers -> answers.rows(row -> mirror(org, row)));
  }

  @Override
  public Map<String, MirrorRow> byRecords(
      OrgId org, CrmTable table, Collection<String> records) {
    if (records.isEmpty()) {
      return Map.of();
    }
    var found =
        transactions.atOnce(
            org,
            """
            select * from crm_rows
             where org_id = :org and crm_table = :table and record_id = any(:records)""",
            query ->
                query
                    .bind("table", table.name())
                    .bindArray("records", String.class, List.copyOf(records)),
            answers -> answers.rows(row -> mirror(org, row)));
    return found.stream()
        .collect(Collectors.toMap(row -> row.record().orElseThrow(), Function.identity()));
  }

  @Override
  public void seen(OrgId org, CrmTable table, Collection<String> keys, Instant now) {
    transactions.atOnce(
        org,
        """
        update crm_rows set seen_at = :now
         where org_id = :org and crm_table = :table and row_key = any(:keys)""",
        update ->
            update
                .bind("now", now)
                .bind("table", table.name())
                .bindArray("keys", String.class, List.copyOf(keys)),
        Answers::count);
  }

  @Override
  public List<MirrorRow> of(OrgId org, BookingId booking) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select * from crm_rows where org_id = :org and booking_id = :booking
                 order by crm_table desc, row_key""")
            .bind("org", org.value()).bind("booking", booking.value())
            .map((row, _) -> mirror(org, row))
            .list());
  }

  @Override
  public void save(OrgId org, List<MirrorRow> rows, Map<String, BookingId> booking) {
    transactions.again(org, handle -> {
      var batch = handle.prepareBatch("""
          insert into crm_rows
            (org_id, crm_table, row_key, record_id, booking_id, cells_sealed, written_at, seen_at)
          values (:org, :table, :key, :record, :booking, :cells, :written, :seen)
          on conflict (org_id, crm_table, row_key) do update
            set record_id = excluded.record_id, cells_sealed = excluded.cells_sealed,
                written_at = excluded.written_at, seen_at = excluded.seen_at""");
      for (var mirror : rows) {
        var sides =
            CrmCellsJson.write(
                new CrmCellsJson.Sides(mirror.ours(), mirror.theirs(), mirror.sending()));
        batch.bind("org", org.value())
            .bind("table", mirror.table().name())
            .bind("key", mirror.key())
            .bind("record", mirror.record().orElse(null))
            .bind("booking", Optional.ofNullable(booking.get(mirror.key()))
                .map(BookingId::value).orElse(null))
            .bind("cells", codec.seal(cells(org, mirror.table().name(), mirror.key()), sides))
            .bindByType("written", mirror.writtenAt().orElse(null), Instant.class)
            .bindByType("seen", mirror.seenAt().orElse(null), Instant.class)
            .add();
      }
      return batch.execute().length;
    });
  }

  private MirrorRow mirror(OrgId org, ResultSet row) throws SQLException {
    var table = row.getString("crm_table");
    var key = row.getString("row_key");
    var sides =
        CrmCellsJson.readSides(codec.open(cells(org, table, key), row.getBytes("cells_sealed")));
    return new MirrorRow(
        CrmTable.valueOf(table),
        key,
        Columns.maybeText(row, "record_id"),
        sides.ours(),
        sides.theirs(),
        sides.sending(),
        Columns.maybeInstant(row, "written_at"),
        Columns.maybeInstant(row, "seen_at"));
  }

  private static CrmSubject subject(ResultSet row) throws SQLException {
    var subject = row.getString("subject");
    var id = subject.substring(subject.indexOf(':') + 1);
    return switch (subject.substring(0, subject.indexOf(':'))) {
      case "booking" -> new OfBooking(new BookingId(id));
      case "call" -> new OfCall(new CallId(id));
      case "lead" -> new OfLead(id);
      case "happening" ->
          new Happening(
              id,
              row.getString("happening"),
              new BookingId(row.getString("booking_id")),
              Columns.instant(row, "happened_at"));
      default -> throw new IllegalStateException("a subject of no known kind");
    };
  }

  private static Cell cells(OrgId org, String table, String key) {
    return new Cell(org, "crm_rows", "cells", table + ":" + key);
  }
}
