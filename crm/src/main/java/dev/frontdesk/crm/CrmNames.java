package dev.frontdesk.crm;

import java.util.Map;

/// What an organisation calls its tables and fields, or their ids, where they differ from ours.
public record CrmNames(Map<CrmTable, String> tables, Map<CrmField, String> fields) {
  public static final CrmNames USUAL = new CrmNames(Map.of(), Map.of());

  public CrmNames {
    tables = Map.copyOf(tables);
    fields = Map.copyOf(fields);
  }

  public String of(CrmTable table) {
    return tables.getOrDefault(table, table.title());
  }

  public String of(CrmField field) {
    return fields.getOrDefault(field, field.title());
  }
}
