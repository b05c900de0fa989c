package dev.frontdesk.integrations.airtable;

import dev.frontdesk.crm.CellValue;
import dev.frontdesk.crm.CellValue.Choice;
import dev.frontdesk.crm.CellValue.Link;
import dev.frontdesk.crm.CellValue.Moment;
import dev.frontdesk.crm.CellValue.Nothing;
import dev.frontdesk.crm.CellValue.Number;
import dev.frontdesk.crm.CellValue.Text;
import dev.frontdesk.crm.CrmField;
import dev.frontdesk.crm.CrmLayout;
import dev.frontdesk.crm.CrmTable;
import dev.frontdesk.crm.FieldType;
import dev.frontdesk.crm.spi.CrmProvider.RemoteRow;
import dev.frontdesk.crm.spi.CrmProvider.RowWrite;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Cells as Airtable's JSON. Fields go by their ids.
final class AirtableCells {
  private AirtableCells() {}

  static ObjectNode write(CrmTable table, RowWrite row, CrmLayout layout) {
    var fields = AirtableHttp.JSON.createObjectNode();
    fields.put(layout.of(table.key()), row.key());
    row.cells().forEach((field, value) -> write(fields, layout.of(field), value));
    return fields;
  }

  private static void write(ObjectNode fields, String id, CellValue value) {
    switch (value) {
      case Text(var text) -> fields.put(id, text);
      case Number(var number) -> fields.put(id, number);
      case Moment(var at) -> fields.put(id, at.toString());
      case Choice(var option) -> fields.put(id, option);
      case Link(var records) -> records.forEach(fields.putArray(id)::add);
      case Nothing() -> fields.putNull(id);
    }
  }

  /// Airtable leaves out what is empty.
  static RemoteRow read(CrmTable table, JsonNode record, CrmLayout layout) {
    var fields = record.path("fields");
    var cells = new EnumMap<CrmField, CellValue>(CrmField.class);
    for (var field : CrmField.of(table)) {
      if (!field.isKey() && field.type() != FieldType.LINK) {
        cells.put(field, read(field, fields.path(layout.of(field))));
      }
    }
    return new RemoteRow(
        record.path("id").asString(""),
        Optional.of(fields.path(layout.of(table.key())).asString("")).filter(key -> !key.isEmpty()),
        cells);
  }

  private static CellValue read(CrmField field, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return new Nothing();
    }
    return switch (field.type()) {
      case TEXT, LONG_TEXT, PHONE, EMAIL -> CellValue.text(value.asString(""));
      case NUMBER -> new Number(value.asDouble(0));
      case CHOICE -> new Choice(value.asString(""));
      case MOMENT -> moment(value.asString(""));
      case LINK -> new Nothing();
    };
  }

  private static CellValue moment(String text) {
    try {
      return new Moment(Instant.parse(text));
    } catch (DateTimeException e) {
      return new Nothing();
    }
  }
}
