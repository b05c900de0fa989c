package dev.frontdesk.integrations.airtable;

import dev.frontdesk.crm.CrmField;
import dev.frontdesk.crm.CrmLayout;
import dev.frontdesk.crm.CrmNames;
import dev.frontdesk.crm.CrmTable;
import dev.frontdesk.crm.FieldType;
import dev.frontdesk.crm.FoundSchema;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Tables and fields in the words of Airtable's Meta API.
///
/// @see <a href="https://airtable.com/developers/web/api/field-model">Airtable: field types</a>
final class AirtableSchema {
  private AirtableSchema() {}

  static FoundSchema read(JsonNode answer) {
    return new FoundSchema(
        answer.path("tables").values().stream()
            .map(
                table ->
                    new FoundSchema.Table(
                        table.path("id").asString(""),
                        table.path("name").asString(""),
                        table.path("fields").values().stream()
                            .map(AirtableSchema::field)
                            .toList()))
            .toList());
  }

  private static FoundSchema.Field field(JsonNode field) {
    var type = field.path("type").asString("");
    var options = field.path("options");
    return new FoundSchema.Field(
        field.path("id").asString(""),
        field.path("name").asString(""),
        type(type),
        type,
        options.path("choices").values().stream()
            .map(choice -> choice.path("name").asString(""))
            .toList(),
        options.optional("linkedTableId").map(JsonNode::asString));
  }

  /// Computed types and those unknown are none of ours.
  private static Optional<FieldType> type(String name) {
    return switch (name) {
      case "singleLineText" -> Optional.of(FieldType.TEXT);
      case "multilineText" -> Optional.of(FieldType.LONG_TEXT);
      case "phoneNumber" -> Optional.of(FieldType.PHONE);
      case "email" -> Optional.of(FieldType.EMAIL);
      case "number" -> Optional.of(FieldType.NUMBER);
      case "dateTime" -> Optional.of(FieldType.MOMENT);
      case "singleSelect" -> Optional.of(FieldType.CHOICE);
      case "multipleRecordLinks" -> Optional.of(FieldType.LINK);
      default -> Optional.empty();
    };
  }

  /// A table with its fields, the key first: the first is what people see of a row elsewhere.
  static ObjectNode table(CrmTable table, CrmNames names, CrmLayout layout) {
    var body = AirtableHttp.JSON.createObjectNode().put("name", names.of(table));
    var fields = body.putArray("fields");
    for (var field : CrmField.of(table)) {
      fields.add(field(field, names, layout));
    }
    return body;
  }

  static ObjectNode field(CrmField field, CrmNames names, CrmLayout layout) {
    var json = AirtableHttp.JSON.createObjectNode().put("name", names.of(field));
    switch (field.type()) {
      case TEXT -> json.put("type", "singleLineText");
      case LONG_TEXT -> json.put("type", "multilineText");
      case PHONE -> json.put("type", "phoneNumber");
      case EMAIL -> json.put("type", "email");
      case NUMBER -> json.put("type", "number").putObject("options").put("precision", 0);
      case MOMENT -> {
        var options = json.put("type", "dateTime").putObject("options");
        options.put("timeZone", "utc");
        options.putObject("dateFormat").put("name", "iso");
        options.putObject("timeFormat").put("name", "24hour");
      }
      case CHOICE -> {
        var choices = json.put("type", "singleSelect").putObject("options").putArray("choices");
        field.options().forEach(option -> choices.addObject().put("name", option));
      }
      case LINK ->
          json.put("type", "multipleRecordLinks")
              .putObject("options")
              .put("linkedTableId", layout.of(field.linked().orElseThrow()));
    }
    return json;
  }
}
