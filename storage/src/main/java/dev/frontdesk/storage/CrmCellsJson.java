package dev.frontdesk.storage;

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
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Cells of customer records as the document that is kept. A field that is known no more is left
/// out when it is read.
final class CrmCellsJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private CrmCellsJson() {}

  /// What is kept of both sides of a row.
  record Sides(
      Map<CrmField, CellValue> ours,
      Map<CrmField, CellValue> theirs,
      Map<CrmField, CellValue> sending) {}

  static String write(Sides sides) {
    var json = MAPPER.createObjectNode();
    cells(json.putObject("ours"), sides.ours);
    cells(json.putObject("theirs"), sides.theirs);
    cells(json.putObject("sending"), sides.sending);
    return json.toString();
  }

  static Sides readSides(String text) {
    var json = MAPPER.readTree(text);
    return new Sides(
        cells(json.path("ours")), cells(json.path("theirs")), cells(json.path("sending")));
  }

  static String write(CellValue value) {
    var json = MAPPER.createObjectNode();
    cell(json, value);
    return json.toString();
  }

  static CellValue readCell(String text) {
    return cell(MAPPER.readTree(text));
  }

  static String write(CrmLayout layout) {
    var json = MAPPER.createObjectNode();
    var tables = json.putObject("tables");
    layout.tables().forEach((table, id) -> tables.put(table.name(), id));
    var fields = json.putObject("fields");
    layout.fields().forEach((field, id) -> fields.put(field.name(), id));
    return json.toString();
  }

  static CrmLayout readLayout(String text) {
    var json = MAPPER.readTree(text);
    var tables = new EnumMap<CrmTable, String>(CrmTable.class);
    for (var table : CrmTable.values()) {
      json.path("tables").optional(table.name()).ifPresent(id -> tables.put(table, id.asString()));
    }
    var fields = new EnumMap<CrmField, String>(CrmField.class);
    for (var field : CrmField.values()) {
      json.path("fields").optional(field.name()).ifPresent(id -> fields.put(field, id.asString()));
    }
    return new CrmLayout(tables, fields);
  }

  private static void cells(ObjectNode json, Map<CrmField, CellValue> cells) {
    cells.forEach((field, value) -> cell(json.putObject(field.name()), value));
  }

  private static Map<CrmField, CellValue> cells(JsonNode json) {
    var cells = new EnumMap<CrmField, CellValue>(CrmField.class);
    for (var field : CrmField.values()) {
      json.optional(field.name()).ifPresent(value -> cells.put(field, cell(value)));
    }
    return cells;
  }

  private static void cell(ObjectNode json, CellValue value) {
    switch (value) {
      case Text(var text) -> json.put("text", text);
      case Number(var number) -> json.put("number", number);
      case Moment(var at) -> json.put("moment", at.toString());
      case Choice(var option) -> json.put("choice", option);
      case Link(var records) -> records.forEach(json.putArray("link")::add);
      case Nothing() -> json.put("nothing", true);
    }
  }

  private static CellValue cell(JsonNode json) {
    var kind = json.propertyNames().iterator().next();
    var value = json.path(kind);
    return switch (kind) {
      case "text" -> new Text(value.asString());
      case "number" -> new Number(value.asDouble());
      case "moment" -> new Moment(Instant.parse(value.asString()));
      case "choice" -> new Choice(value.asString());
      case "link" -> new Link(value.values().stream().map(JsonNode::asString).toList());
      default -> new Nothing();
    };
  }
}
