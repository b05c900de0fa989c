package dev.frontdesk.lab;

import dev.frontdesk.lab.SimulatedAirtableTable.Record;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reading and writing records of a simulated base: checks all of a request before it does any of
/// it. For who holds the base's lock.
final class SimulatedAirtableRecords {
  private static final int MOST_RECORDS = 10;
  private static final int MOST_MERGED_ON = 3;
  private static final int LONGEST_PAGE = 100;
  private static final String UNKNOWN = "INVALID_REQUEST_UNKNOWN";
  private static final Pattern ANY_OF = Pattern.compile("OR\\((.*)\\)");
  private static final Pattern EQUALS =
      Pattern.compile("\\{([^}]+)\\}='((?:[^'\\\\]|\\\\.)*)'(?:,|$)");
  private static final Pattern EDITED_AFTER =
      Pattern.compile("IS_AFTER\\(LAST_MODIFIED_TIME\\(\\),'([^']+)'\\)");

  private final SimulatedAirtableBase base;

  SimulatedAirtableRecords(SimulatedAirtableBase base) {
    this.base = base;
  }

  /// What a request is going to do to one record.
  private record Change(Optional<Record> before, Map<String, JsonNode> cells) {}

  /// @param created ids of those made
  record Changed(ObjectNode answer, List<String> changed, List<String> created) {}

  Changed upsert(SimulatedAirtableTable table, JsonNode body, Instant now) {
    known(body, Set.of("performUpsert", "records", "typecast", "returnFieldsByFieldId"));
    var merged = mergedOn(table, body);
    var records = body.path("records").values();
    if (records.isEmpty() || records.size() > MOST_RECORDS) {
      throw SimulatedAirtableError.invalid(
          UNKNOWN, "Invalid request: between 1 and " + MOST_RECORDS + " records are taken");
    }
    var changes = new ArrayList<Change>();
    var seen = new HashSet<Map<String, JsonNode>>();
    for (var record : records) {
      var cells = cells(table, record.path("fields"));
      var sought = new LinkedHashMap<String, JsonNode>();
      for (var field : merged) {
        var value = cells.get(field);
        if (value == null || value.isNull()) {
          throw SimulatedAirtableError.invalid(
              UNKNOWN, "Each record without an id must have a value for every merge field");
        }
        sought.put(field, value);
      }
      var found = table.matching(sought);
      if (found.size() > 1 || !seen.add(sought)) {
        throw SimulatedAirtableError.invalid(
            UNKNOWN, "Cannot update more than one record for one set of merge field values");
      }
      changes.add(new Change(found.stream().findFirst(), cells));
    }
    return carryOut(table, changes, body.path("returnFieldsByFieldId").asBoolean(false), now);
  }

  private Changed carryOut(
      SimulatedAirtableTable table, List<Change> changes, boolean byId, Instant now) {
    var answer = SimulatedAirtable.JSON.createObjectNode();
    var shown = answer.putArray("records");
    var created = answer.putArray("createdRecords");
    var updated = answer.putArray("updatedRecords");
    var changed = new ArrayList<String>();
    var made = new ArrayList<String>();
    for (var change : changes) {
      var id = change.before.map(Record::id).orElseGet(() -> base.newId("rec"));
      shown.add(table.json(table.put(id, change.cells, now), byId));
      (change.before.isPresent() ? updated : created).add(id);
      (change.before.isPresent() ? changed : made).add(id);
    }
    return new Changed(answer, changed, made);
  }

  private List<String> mergedOn(SimulatedAirtableTable table, JsonNode body) {
    var names = body.path("performUpsert").path("fieldsToMergeOn").values();
    if (names.isEmpty() || names.size() > MOST_MERGED_ON) {
      throw SimulatedAirtableError.invalid(
          UNKNOWN, "fieldsToMergeOn must have 1 to " + MOST_MERGED_ON + " fields");
    }
    return names.stream().map(name -> table.field(name.asString("")).id()).toList();
  }

  /// By field id, each checked.
  Map<String, JsonNode> cells(SimulatedAirtableTable table, JsonNode fields) {
    var cells = new LinkedHashMap<String, JsonNode>();
    fields
        .properties()
        .forEach(
            entry -> {
              var field = table.field(entry.getKey());
              field.check(entry.getValue());
              if (field.type().equals("multipleRecordLinks") && !entry.getValue().isNull()) {
                links(field, entry.getValue());
              }
              cells.put(field.id(), entry.getValue());
            });
    return cells;
  }

  private void links(SimulatedAirtableField field, JsonNode ids) {
    var target = base.table(field.linked());
    for (var id : ids.values()) {
      if (target.record(id.asString("")).isEmpty()) {
        throw SimulatedAirtableError.invalid(
            "ROW_DOES_NOT_EXIST", "Record ID " + id.asString("") + " does not exist");
      }
    }
  }

  ObjectNode list(SimulatedAirtableTable table, JsonNode body) {
    known(
        body,
        Set.of("filterByFormula", "fields", "returnFieldsByFieldId", "pageSize", "offset"));
    body.path("fields").values().forEach(field -> table.field(field.asString("")));
    int size = body.path("pageSize").asInt(LONGEST_PAGE);
    if (size < 1 || size > LONGEST_PAGE) {
      throw SimulatedAirtableError.invalid(UNKNOWN, "pageSize must be 1 to " + LONGEST_PAGE);
    }
    var formula = formula(table, body.path("filterByFormula").asString(""));
    var found = table.records().stream().filter(formula).toList();
    int from = offset(body.path("offset").asString(""));
    int to = Math.min(found.size(), from + size);
    var answer = SimulatedAirtable.JSON.createObjectNode();
    var records = answer.putArray("records");
    boolean byId = body.path("returnFieldsByFieldId").asBoolean(false);
    found.subList(Math.min(from, to), to).forEach(r -> records.add(table.json(r, byId)));
    if (to < found.size()) {
      answer.put("offset", "itr" + to + "/rec");
    }
    return answer;
  }

  private static int offset(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    if (!text.matches("itr[0-9]+/rec")) {
      throw SimulatedAirtableError.invalid("LIST_RECORDS_ITERATOR_NOT_AVAILABLE", "unknown offset");
    }
    return Integer.parseInt(text.substring(3, text.indexOf('/')));
  }

  /// The two forms that the product uses; whatever else is refused like nonsense.
  private static Predicate<Record> formula(SimulatedAirtableTable table, String text) {
    if (text.isEmpty()) {
      return _ -> true;
    }
    var edited = EDITED_AFTER.matcher(text);
    if (edited.matches()) {
      try {
        var after = Instant.parse(edited.group(1));
        return record -> record.editedAt().isAfter(after);
      } catch (DateTimeException e) {
        throw nonsense(text);
      }
    }
    var any = ANY_OF.matcher(text);
    if (!any.matches()) {
      throw nonsense(text);
    }
    var terms = EQUALS.matcher(any.group(1));
    Predicate<Record> sum = _ -> false;
    int end = 0;
    while (terms.find() && terms.start() == end) {
      end = terms.end();
      var field =
          table.find(terms.group(1)).orElseThrow(() -> nonsense(text)).id();
      var value = terms.group(2).replaceAll("\\\\(.)", "$1");
      sum =
          sum.or(
              record ->
                  Optional.ofNullable(record.cells().get(field))
                      .filter(cell -> cell.asString("").equals(value))
                      .isPresent());
    }
    if (end != any.group(1).length()) {
      throw nonsense(text);
    }
    return sum;
  }

  private static SimulatedAirtableError nonsense(String text) {
    return SimulatedAirtableError.invalid(
        "INVALID_FILTER_BY_FORMULA", "The formula for filtering records is invalid: " + text);
  }

  private static void known(JsonNode body, Set<String> names) {
    for (var name : body.propertyNames()) {
      if (!names.contains(name)) {
        throw SimulatedAirtableError.invalid(
            UNKNOWN, "Invalid request: parameter validation failed: " + name);
      }
    }
  }
}
