package dev.frontdesk.lab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// A table of a simulated base. For who holds the base's lock.
final class SimulatedAirtableTable {
  private final String id;
  private String name;
  private final Map<String, SimulatedAirtableField> fields = new LinkedHashMap<>();
  private final Map<String, Record> records = new LinkedHashMap<>();

  /// @param cells by the field's id; what is empty is absent
  record Record(String id, Instant createdAt, Instant editedAt, Map<String, JsonNode> cells) {
    Record {
      cells = Map.copyOf(cells);
    }
  }

  SimulatedAirtableTable(String id, String name) {
    this.id = id;
    this.name = name;
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  void rename(String other) {
    name = other;
  }

  List<Record> records() {
    return List.copyOf(records.values());
  }

  Optional<Record> record(String record) {
    return Optional.ofNullable(records.get(record));
  }

  void remove(String record) {
    records.remove(record);
  }

  void add(SimulatedAirtableField field) {
    fields.put(field.id(), field);
  }

  void removeField(String named) {
    fields.remove(field(named).id());
  }

  List<SimulatedAirtableField> fields() {
    return List.copyOf(fields.values());
  }

  /// By id or name.
  Optional<SimulatedAirtableField> find(String named) {
    return fields.values().stream()
        .filter(field -> field.id().equals(named) || field.name().equals(named))
        .findFirst();
  }

  SimulatedAirtableField field(String named) {
    return find(named)
        .orElseThrow(
            () ->
                SimulatedAirtableError.invalid(
                    "UNKNOWN_FIELD_NAME", "Unknown field name: \"" + named + "\""));
  }

  Record put(String record, Map<String, JsonNode> changes, Instant now) {
    var before = records.get(record);
    var cells = new LinkedHashMap<String, JsonNode>();
    if (before != null) {
      cells.putAll(before.cells());
    }
    changes.forEach(
        (field, value) -> {
          if (value instanceof NullNode) {
            cells.remove(field);
          } else {
            cells.put(field, value);
          }
        });
    var after = new Record(record, before == null ? now : before.createdAt(), now, cells);
    records.put(record, after);
    return after;
  }

  /// Those whose fields have these values, all of them.
  List<Record> matching(Map<String, JsonNode> sought) {
    var found = new ArrayList<Record>();
    for (var record : records.values()) {
      if (sought.entrySet().stream()
          .allMatch(one -> one.getValue().equals(record.cells().get(one.getKey())))) {
        found.add(record);
      }
    }
    return found;
  }

  ObjectNode json() {
    var json = SimulatedAirtable.JSON.createObjectNode();
    json.put("id", id).put("name", name);
    if (!fields.isEmpty()) {
      json.put("primaryFieldId", fields.values().iterator().next().id());
    }
    var list = json.putArray("fields");
    fields.values().forEach(field -> list.add(field.json()));
    return json;
  }

  /// @param byId whether fields go by their ids; else by their names
  ObjectNode json(Record record, boolean byId) {
    var json = SimulatedAirtable.JSON.createObjectNode();
    json.put("id", record.id()).put("createdTime", record.createdAt().toString());
    var cells = json.putObject("fields");
    record
        .cells()
        .forEach(
            (field, value) -> {
              var known = fields.get(field);
              if (known != null) { // what was removed is not shown
                cells.set(byId ? field : known.name(), value);
              }
            });
    return json;
  }
}
