package dev.frontdesk.storage;

import dev.frontdesk.crm.CellValue;
import dev.frontdesk.crm.CrmConflict;
import dev.frontdesk.crm.CrmConflict.Choice;
import dev.frontdesk.crm.CrmConflict.Settled;
import dev.frontdesk.crm.CrmConflicts;
import dev.frontdesk.crm.CrmField;
import dev.frontdesk.durable.AuditEntry;
import dev.frontdesk.storage.PersonalDataCodec.Cell;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class SqlCrmConflicts implements CrmConflicts {
  private final Transactions transactions;
  private final PersonalDataCodec codec;

  SqlCrmConflicts(Transactions transactions, PersonalDataCodec codec) {
    this.transactions = transactions;
    this.codec = codec;
  }

  @Override
  public void raise(CrmConflict conflict) {
    var org = conflict.org();
    transactions.again(org, handle ->
        handle.createUpdate("""
                insert into crm_conflicts
                  (org_id, conflict_id, booking_id, field, ours_sealed, theirs_sealed, version,
                   why, raised_at)
                values (:org, :id, :booking, :field, :ours, :theirs, :version, :why, :at)
                on conflict (org_id, conflict_id) do update
                  set ours_sealed = excluded.ours_sealed, theirs_sealed = excluded.theirs_sealed,
                      version = excluded.version, why = excluded.why,
                      raised_at = excluded.raised_at, choice = null, settled_by = null,
                      settled_at = null""")
            .bind("org", org.value())
            .bind("id", conflict.id())
            .bind("booking", conflict.booking().value())
            .bind("field", conflict.field().name())
            .bind("ours", seal(org, "ours", conflict.id(), conflict.ours()))
            .bind("theirs", seal(org, "theirs", conflict.id(), conflict.theirs()))
            .bind("version", conflict.version())
            .bind("why", conflict.why())
            .bind("at", conflict.raisedAt())
            .execute());
  }

  @Override
  public Optional<CrmConflict> find(OrgId org, String id) {
    return transactions.again(org, handle ->
        handle.createQuery(
                "select * from crm_conflicts where org_id = :org and conflict_id = :id")
            .bind("org", org.value()).bind("id", id)
            .map((row, _) -> conflict(org, row)).findOne());
  }

  @Override
  public List<CrmConflict> open(OrgId org, int limit) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select * from crm_conflicts where org_id = :org and choice is null
                 order by raised_at, conflict_id limit :limit""")
            .bind("org", org.value()).bind("limit", limit)
            .map((row, _) -> conflict(org, row)).list());
  }

  @Override
  public Map<BookingId, Set<CrmField>> heldBack(OrgId org, Set<BookingId> bookings) {
    var fields = new HashMap<BookingId, Set<CrmField>>();
    if (!bookings.isEmpty()) {
      transactions.atOnce(
          org,
          """
          select booking_id, field from crm_conflicts
           where org_id = :org and booking_id = any(:bookings) and choice is null""",
          query ->
              query.bindArray(
                  "bookings", String.class, bookings.stream().map(BookingId::value).toList()),
          answers ->
              answers.rows(row ->
                  fields
                      .computeIfAbsent(
                          new BookingId(row.getString("booking_id")),
                          _ -> EnumSet.noneOf(CrmField.class))
                      .add(CrmField.valueOf(row.getString("field")))));
    }
    return fields;
  }

  @Override
  public void settle(CrmConflict conflict, Settled settled) {
    var org = conflict.org();
    transactions.again(org, handle -> {
      int changed =
          handle.createUpdate("""
                  update crm_conflicts
                     set choice = :choice, settled_by = :by, settled_at = :at
                   where org_id = :org and conflict_id = :id and choice is null""")
              .bind("org", org.value()).bind("id", conflict.id())
              .bind("choice", settled.choice().name())
              .bind("by", settled.by()).bind("at", settled.at()).execute();
      if (changed == 1) {
        SqlAuditLog.append(
            handle,
            AuditEntry.of(
                org, settled.by(), "crm.conflict-settled", "booking:" + conflict.booking().value(),
                conflict.field().name() + "\n" + settled.choice().name(), settled.at()));
      }
      return changed;
    });
  }

  private CrmConflict conflict(OrgId org, ResultSet row) throws SQLException {
    var id = row.getString("conflict_id");
    var at = Columns.maybeInstant(row, "settled_at");
    return new CrmConflict(
        id,
        org,
        new BookingId(row.getString("booking_id")),
        CrmField.valueOf(row.getString("field")),
        open(org, "ours", id, row),
        open(org, "theirs", id, row),
        row.getInt("version"),
        row.getString("why"),
        Columns.instant(row, "raised_at"),
        at.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Settled(
                    Choice.valueOf(row.getString("choice")), row.getString("settled_by"),
                    at.get())));
  }

  private byte[] seal(OrgId org, String side, String id, CellValue value) {
    return codec.seal(cell(org, side, id), CrmCellsJson.write(value));
  }

  private CellValue open(OrgId org, String side, String id, ResultSet row) throws SQLException {
    return CrmCellsJson.readCell(
        codec.open(cell(org, side, id), row.getBytes(side + "_sealed")));
  }

  private static Cell cell(OrgId org, String side, String id) {
    return new Cell(org, "crm_conflicts", side, id);
  }
}
