package dev.frontdesk.lab;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A field of a simulated base, strict about what it takes.
///
/// @param choices of a single select
/// @param linked  id of the table that a link leads to; empty for other types
record SimulatedAirtableField(
    String id, String name, String type, List<String> choices, String linked) {
  private static final Set<String> COMPUTED =
      Set.of("formula", "rollup", "createdTime", "lastModifiedTime", "autoNumber", "count");

  SimulatedAirtableField {
    choices = List.copyOf(choices);
  }

  SimulatedAirtableField named(String other) {
    return new SimulatedAirtableField(id, other, type, choices, linked);
  }

  SimulatedAirtableField choosing(List<String> others) {
    return new SimulatedAirtableField(id, name, type, others, linked);
  }

  ObjectNode json() {
    var json = SimulatedAirtable.JSON.createObjectNode();
    json.put("id", id).put("name", name).put("type", type);
    switch (type) {
      case "singleSelect" -> {
        var list = json.putObject("options").putArray("choices");
        choices.forEach(
            choice -> list.addObject().put("id", "sel" + choice.hashCode()).put("name", choice));
      }
      case "multipleRecordLinks" -> json.putObject("options").put("linkedTableId", linked);
      case "number" -> json.putObject("options").put("precision", 0);
      default -> {}
    }
    return json;
  }

  /// @throws SimulatedAirtableError when this field does not take the value
  void check(JsonNode value) {
    if (COMPUTED.contains(type)) {
      throw refused("is computed and");
    }
    if (value.isNull()) {
      return;
    }
    boolean fits =
        switch (type) {
          case "number" -> value.isNumber();
          case "checkbox" -> value.isBoolean();
          case "dateTime" -> value.isString() && isMoment(value.asString());
          case "multipleRecordLinks" -> value.isArray();
          case "singleSelect" -> value.isString();
          case "email" -> value.isString() && value.asString().contains("@");
          default -> value.isString();
        };
    if (!fits) {
      throw refused("");
    }
    if (type.equals("singleSelect") && !choices.contains(value.asString())) {
      throw SimulatedAirtableError.invalid(
          "INVALID_MULTIPLE_CHOICE_OPTIONS",
          "Insufficient permissions to create new select option \"\"" + value.asString() + "\"\"");
    }
  }

  private SimulatedAirtableError refused(String why) {
    return SimulatedAirtableError.invalid(
        "INVALID_VALUE_FOR_COLUMN",
        "Field \"" + name + "\" " + why + " cannot accept the provided value");
  }

  private static boolean isMoment(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
