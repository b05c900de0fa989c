package dev.frontdesk.lab;

import dev.frontdesk.lab.SimulatedAirtableRecords.Changed;
import dev.frontdesk.lab.SimulatedAirtableTable.Record;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One simulated base: its tables, who may use it, and who is told of edits. Safe from any thread.
public final class SimulatedAirtableBase {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String id;
  private final String token;
  private final Clock clock;
  private final SimulatedAirtableRates rates;
  private final Consumer<SimulatedAirtableHook> notifier;
  private final SimulatedAirtableRecords records = new SimulatedAirtableRecords(this);
  private final Map<String, SimulatedAirtableTable> tables = new LinkedHashMap<>();
  private final Map<String, SimulatedAirtableHook> hooks = new LinkedHashMap<>();
  private int transactions;

  SimulatedAirtableBase(
      String id,
      String token,
      Clock clock,
      Duration lockedOutFor,
      Consumer<SimulatedAirtableHook> notifier) {
    this.id = id;
    this.token = token;
    this.clock = clock;
    this.rates = new SimulatedAirtableRates(clock, lockedOutFor);
    this.notifier = notifier;
  }

  public String id() {
    return id;
  }

  String token() {
    return token;
  }

  SimulatedAirtableRates rates() {
    return rates;
  }

  /// A record as people see it: fields by name, links as record ids joined by commas.
  public record Entry(String record, Map<String, String> fields) {}

  /// What stands in a table, by its name; nothing when there is no such table.
  public synchronized List<Entry> entries(String table) {
    return named(table)
        .map(there -> there.records().stream().map(record -> entry(there, record)).toList())
        .orElse(List.of());
  }

  private static Entry entry(SimulatedAirtableTable table, Record record) {
    var fields = new LinkedHashMap<String, String>();
    for (var field : table.fields()) {
      var value = record.cells().get(field.id());
      if (value != null) {
        fields.put(
            field.name(),
            value.isArray()
                ? String.join(",", value.values().stream().map(v -> v.asString("")).toList())
                : value.asString(""));
      }
    }
    return new Entry(record.id(), fields);
  }

  /// Somebody edits a cell by hand; whoever has a hook is told.
  public synchronized void edit(String table, String record, String field, String value) {
    var there = named(table).orElseThrow();
    var json = SimulatedAirtable.JSON.createObjectNode().put(field, value);
    var cells = records.cells(there, json);
    there.put(record, cells, clock.instant());
    changed(there, List.of(record), List.of(), List.of(), "client");
  }

  /// Somebody deletes a row by hand; whoever has a hook is told.
  public synchronized void delete(String table, String record) {
    var there = named(table).orElseThrow();
    there.remove(record);
    changed(there, List.of(), List.of(), List.of(record), "client");
  }

  /// Somebody renames a field by hand.
  public synchronized void renameField(String table, String field, String other) {
    var there = named(table).orElseThrow();
    there.add(there.field(field).named(other));
  }

  /// Somebody deletes a column by hand, and what stood in it.
  public synchronized void removeField(String table, String field) {
    named(table).orElseThrow().removeField(field);
  }

  /// Somebody adds a column by hand.
  public synchronized void addField(String table, String field, String type, String... choices) {
    named(table)
        .orElseThrow()
        .add(new SimulatedAirtableField(newId("fld"), field, type, List.of(choices), ""));
  }

  /// Somebody changes by hand what may be chosen.
  public synchronized void choices(String table, String field, String... choices) {
    var there = named(table).orElseThrow();
    there.add(there.field(field).choosing(List.of(choices)));
  }

  /// How many requests were too many.
  public int throttled() {
    return rates.refused();
  }

  /// How many have asked to be told of edits.
  public synchronized int hooks() {
    return hooks.size();
  }

  String newId(String kind) {
    var text = new StringBuilder(kind);
    for (int i = 0; i < 14; i++) {
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  /// By id or name.
  SimulatedAirtableTable table(String named) {
    return named(named)
        .orElseThrow(
            () ->
                new SimulatedAirtableError(
                    403,
                    "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND",
                    "Invalid permissions, or the requested model was not found."));
  }

  private Optional<SimulatedAirtableTable> named(String name) {
    return tables.values().stream()
        .filter(table -> table.id().equals(name) || table.name().equals(name))
        .findFirst();
  }

  synchronized ObjectNode schema() {
    var answer = SimulatedAirtable.JSON.createObjectNode();
    var list = answer.putArray("tables");
    tables.values().forEach(table -> list.add(table.json()));
    return answer;
  }

  synchronized ObjectNode createTable(JsonNode body) {
    var name = body.path("name").asString("");
    var fields = body.path("fields").values();
    if (name.isEmpty() || fields.isEmpty() || named(name).isPresent()) {
      throw SimulatedAirtableError.invalid(
          "INVALID_REQUEST_UNKNOWN", "A table needs a name of its own and at least one field");
    }
    var table = new SimulatedAirtableTable(newId("tbl"), name);
    fields.forEach(field -> table.add(field(table, field)));
    tables.put(table.id(), table);
    return table.json();
  }

  synchronized ObjectNode createField(String tableId, JsonNode body) {
    var table = table(tableId);
    var field = field(table, body);
    table.add(field);
    return field.json();
  }

  private SimulatedAirtableField field(SimulatedAirtableTable table, JsonNode json) {
    var name = json.path("name").asString("");
    var type = json.path("type").asString("");
    var options = json.path("options");
    if (name.isEmpty() || type.isEmpty() || table.find(name).isPresent()) {
      throw SimulatedAirtableError.invalid(
          "DUPLICATE_OR_EMPTY_FIELD_NAME", "Field names cannot be empty and must be unique");
    }
    boolean lacksOptions =
        switch (type) {
          case "singleSelect" -> !options.path("choices").isArray();
          case "dateTime" -> !options.has("timeZone") || !options.has("dateFormat");
          case "number" -> !options.has("precision");
          case "multipleRecordLinks" -> named(options.path("linkedTableId").asString("")).isEmpty();
          default -> false;
        };
    if (lacksOptions) {
      throw SimulatedAirtableError.invalid(
          "INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE",
          "Invalid options for " + table.name() + "." + name);
    }
    return new SimulatedAirtableField(
        newId("fld"),
        name,
        type,
        options.path("choices").values().stream().map(c -> c.path("name").asString("")).toList(),
        options.path("linkedTableId").asString(""));
  }

  synchronized ObjectNode upsert(String table, JsonNode body) {
    var there = table(table);
    Changed done = records.upsert(there, body, clock.instant());
    changed(there, done.changed(), done.created(), List.of(), "publicApi");
    return done.answer();
  }

  synchronized ObjectNode list(String table, JsonNode body) {
    return records.list(table(table), body);
  }

  synchronized ObjectNode createHook(JsonNode body) {
    var table =
        body.path("specification").path("options").path("filters").path("recordChangeScope");
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    var hook =
        new SimulatedAirtableHook(
            newId("ach"),
            id,
            table(table.asString("")).id(),
            URI.create(body.path("notificationUrl").asString("")),
            secret,
            clock.instant());
    hooks.put(hook.id(), hook);
    return SimulatedAirtable.JSON
        .createObjectNode()
        .put("id", hook.id())
        .put("macSecretBase64", Base64.getEncoder().encodeToString(secret))
        .put("expirationTime", hook.expiresAt().toString());
  }

  synchronized ObjectNode refreshHook(String hook) {
    return SimulatedAirtable.JSON
        .createObjectNode()
        .put("expirationTime", hook(hook).refresh(clock.instant()).toString());
  }

  synchronized ObjectNode payloads(String hook, int cursor) {
    return hook(hook).payloads(cursor);
  }

  private SimulatedAirtableHook hook(String hook) {
    return Optional.ofNullable(hooks.get(hook))
        .filter(found -> clock.instant().isBefore(found.expiresAt()))
        .orElseThrow(() -> new SimulatedAirtableError(404, "NOT_FOUND", "no such webhook"));
  }

  private void changed(
      SimulatedAirtableTable table,
      List<String> edited,
      List<String> created,
      List<String> destroyed,
      String source) {
    var now = clock.instant();
    var told = new ArrayList<SimulatedAirtableHook>();
    for (var hook : hooks.values()) {
      if (hook.watches(table.id(), now)) {
        var payload = payload(table, edited, created, source);
        var gone =
            payload.withObject("changedTablesById").withObject(table.id());
        destroyed.forEach(gone.withArray("destroyedRecordIds")::add);
        hook.tell(payload);
        told.add(hook);
      }
    }
    told.forEach(notifier);
  }

  private ObjectNode payload(
      SimulatedAirtableTable table, List<String> edited, List<String> created, String source) {
    var payload = SimulatedAirtable.JSON.createObjectNode();
    payload.put("timestamp", clock.instant().toString());
    payload.put("baseTransactionNumber", ++transactions).put("payloadFormat", "v0");
    payload.putObject("actionMetadata").put("source", source).putObject("sourceMetadata");
    var tables = payload.putObject("changedTablesById").putObject(table.id());
    var changes = tables.putObject("changedRecordsById");
    edited.forEach(record -> cells(changes.putObject(record).putObject("current"), table, record));
    var made = tables.putObject("createdRecordsById");
    created.forEach(record -> cells(made.putObject(record), table, record));
    return payload;
  }

  private static void cells(ObjectNode json, SimulatedAirtableTable table, String record) {
    var cells = json.putObject("cellValuesByFieldId");
    table.record(record).ifPresent(found -> found.cells().forEach(cells::set));
  }
}
