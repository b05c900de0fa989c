package dev.frontdesk.crm;

import java.util.Map;

/// A row as we would have it, before it is known what stands there.
///
/// @param key   the value of the table's key field
/// @param cells all that we have a word on, the key field aside; a field we know nothing for is
///     Nothing, so that it is emptied when it was filled before
/// @param links for each LINK field the key of the row it leads to
public record CrmRow(
    CrmTable table, String key, Map<CrmField, CellValue> cells, Map<CrmField, String> links) {

  public CrmRow {
    if (key.isBlank()) {
      throw new IllegalArgumentException("a row is known again by its key");
    }
    cells = Map.copyOf(cells);
    links = Map.copyOf(links);
    for (var field : cells.keySet()) {
      if (field.table() != table || field.isKey() || field.type() == FieldType.LINK) {
        throw new IllegalArgumentException(field + " is no plain field of " + table);
      }
    }
    for (var field : links.keySet()) {
      if (field.table() != table || field.type() != FieldType.LINK) {
        throw new IllegalArgumentException(field + " is no link of " + table);
      }
    }
  }
}
