package dev.frontdesk.crm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where tables and fields are found: by the vendor's own ids, so that people may rename them.
public record CrmLayout(Map<CrmTable, String> tables, Map<CrmField, String> fields) {
  public CrmLayout {
    tables = Map.copyOf(tables);
    fields = Map.copyOf(fields);
  }

  public String of(CrmTable table) {
    return known(tables.get(table), table);
  }

  public String of(CrmField field) {
    return known(fields.get(field), field);
  }

  private static String known(@Nullable String id, Enum<?> what) {
    if (id == null) {
      throw new IllegalStateException("the layout lacks " + what);
    }
    return id;
  }
}
