package dev.frontdesk.crm.spi;

import dev.frontdesk.crm.CellValue;
import dev.frontdesk.crm.CrmField;
import dev.frontdesk.crm.CrmTable;

/// What people do to customer records by hand.
public interface CrmPeople {
  void edit(CrmTable table, String record, CrmField field, CellValue value);

  void deleteRow(CrmTable table, String record);

  void renameField(CrmField field, String name);

  void removeField(CrmField field);

  /// From now on these may be chosen.
  void choices(CrmField field, String... options);
}
