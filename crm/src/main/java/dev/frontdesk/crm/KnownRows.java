package dev.frontdesk.crm;

import dev.frontdesk.crm.RowsWanted.Rows;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What we know of the rows of one batch: read once, kept along as they are written, and saved
/// before the next request goes out. For one thread.
final class KnownRows {
  private final CrmRows rows;
  private final OrgId org;
  private final Map<Place, MirrorRow> known = new HashMap<>();
  private final Map<Place, MirrorRow> unsaved = new LinkedHashMap<>();
  private final Map<String, BookingId> bookings = new HashMap<>();

  private record Place(CrmTable table, String key) {}

  private KnownRows(CrmRows rows, OrgId org) {
    this.rows = rows;
    this.org = org;
  }

  /// Of everything in `all`, and what it links to.
  static KnownRows of(CrmRows rows, OrgId org, Rows all) {
    var keys = new EnumMap<CrmTable, Set<String>>(CrmTable.class);
    var known = new KnownRows(rows, org);
    for (var table : CrmTable.values()) {
      for (var one : all.of(table)) {
        keys.computeIfAbsent(table, _ -> new HashSet<>()).add(one.row().key());
        one.row()
            .links()
            .forEach(
                (field, key) ->
                    keys.computeIfAbsent(field.linked().orElseThrow(), _ -> new HashSet<>())
                        .add(key));
        one.booking().ifPresent(booking -> known.bookings.put(one.row().key(), booking));
      }
    }
    rows.rows(org, keys).forEach(row -> known.known.put(place(row), row));
    return known;
  }

  private static Place place(MirrorRow row) {
    return new Place(row.table(), row.key());
  }

  MirrorRow find(CrmTable table, String key) {
    var row = known.get(new Place(table, key));
    return row == null ? MirrorRow.unwritten(table, key) : row;
  }

  void put(MirrorRow row) {
    known.put(place(row), row);
    unsaved.put(place(row), row);
  }

  /// What was put since it was last called; in one transaction.
  void save() {
    if (!unsaved.isEmpty()) {
      rows.save(org, List.copyOf(unsaved.values()), bookings);
      unsaved.clear();
    }
  }
}
