package dev.frontdesk.crm;

import dev.frontdesk.crm.CellValue.Link;
import dev.frontdesk.crm.CrmField.Owner;
import dev.frontdesk.crm.spi.CrmProvider.RowWrite;
import dev.frontdesk.vocabulary.BookingId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Brings rows of one table up to date: only what changed is written, and what is written is noted
/// before and after.
final class RowWriter {
  private final CrmNotices notices;

  RowWriter(CrmNotices notices) {
    this.notices = notices;
  }

  /// A row to be written.
  ///
  /// @param booking  which it stands for, if any
  /// @param heldBack fields that are left alone
  record Wanted(CrmRow row, Optional<BookingId> booking, Set<CrmField> heldBack) {}

  /// @param wanted of one table, each key once
  /// @param known  what is written is put there; the last of it is left to be saved
  /// @return false when the visit has failed
  boolean write(BaseVisit visit, CrmTable table, List<Wanted> wanted, KnownRows known) {
    var todo = wanted;
    // A row that was deleted there is made anew by its first write, then written in full.
    for (int round = 1; round <= 2 && !todo.isEmpty(); round++) {
      var again = new ArrayList<Wanted>();
      if (!writeOnce(visit, table, todo, known, again)) {
        return false;
      }
      todo = again;
    }
    return true;
  }

  private boolean writeOnce(
      BaseVisit visit,
      CrmTable table,
      List<Wanted> wanted,
      KnownRows known,
      List<Wanted> again) {
    var target = visit.target();
    var writes = new LinkedHashMap<Wanted, MirrorRow>();
    var sent = new ArrayList<RowWrite>();
    for (var one : wanted) {
      var key = one.row().key();
      var before = known.find(table, key);
      var cells = changes(one, before, known);
      if (!cells.isEmpty() || before.record().isEmpty()) {
        writes.put(one, before.sending(cells));
        sent.add(new RowWrite(key, cells));
      }
    }
    if (sent.isEmpty()) {
      return true;
    }
    writes.values().forEach(known::put);
    known.save();
    var answer =
        visit.ask(
            () -> target.provider().upsert(target.connection(), visit.layout(), table, sent));
    if (answer.isEmpty()) {
      return false;
    }
    int i = 0;
    for (var entry : writes.entrySet()) {
      var written = answer.get().get(i);
      var cells = sent.get(i++).cells();
      var before = entry.getValue();
      if (written.created() && before.record().isPresent()) {
        known.put(before.anew(written.record()));
        again.add(entry.getKey());
        DeletedRows.madeAnew(notices, target.org(), entry.getKey());
      } else {
        known.put(before.written(written.record(), cells, visit.now()));
      }
    }
    return true;
  }

  /// What differs from what was last written.
  private static Map<CrmField, CellValue> changes(
      Wanted wanted, MirrorRow before, KnownRows known) {
    var row = wanted.row();
    var all = new EnumMap<CrmField, CellValue>(CrmField.class);
    all.putAll(row.cells());
    row.links()
        .forEach(
            (field, key) -> {
              // What is linked to was written before: tables are written in their order.
              known
                  .find(field.linked().orElseThrow(), key)
                  .record()
                  .ifPresent(record -> all.put(field, new Link(List.of(record))));
            });
    var changes = new EnumMap<CrmField, CellValue>(CrmField.class);
    all.forEach(
        (field, value) -> {
          var last = before.ours().get(field);
          boolean theirsAlready = field.owner() == Owner.CRM && last != null;
          boolean nothingNew =
              value.equals(last) || last == null && value instanceof CellValue.Nothing;
          if (!theirsAlready && !nothingNew && !wanted.heldBack().contains(field)) {
            changes.put(field, value);
          }
        });
    return changes;
  }
}
