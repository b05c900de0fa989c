package dev.frontdesk.crm.spi;

import dev.frontdesk.crm.CellValue;
import dev.frontdesk.crm.CellValue.Choice;
import dev.frontdesk.crm.CellValue.Nothing;
import dev.frontdesk.crm.CrmField;
import dev.frontdesk.crm.CrmLayout;
import dev.frontdesk.crm.CrmNames;
import dev.frontdesk.crm.CrmTable;
import dev.frontdesk.crm.FieldType;
import dev.frontdesk.crm.FoundSchema;
import dev.frontdesk.crm.SchemaGap;
import dev.frontdesk.crm.SchemaGap.NoField;
import dev.frontdesk.crm.SchemaGap.NoTable;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Customer records in memory. Fails by script: each failure befalls one request, which is not
/// done, or done all the same when the failure is Unconfirmed.
public final class FakeCrm implements CrmProvider, CrmPeople {
  private final CrmConnection right;
  private final Clock clock;
  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final Map<String, List<Edit>> hooks = new LinkedHashMap<>();
  private final Deque<Failure> failures = new ArrayDeque<>();
  private final List<CellValue> refused = new ArrayList<>();
  private final Map<String, Failure> byRequest = new LinkedHashMap<>();
  private final List<String> requests = new ArrayList<>();
  private int ids;

  private static final class Table {
    final Map<String, FoundSchema.Field> fields = new LinkedHashMap<>();
    final Map<String, Row> rows = new LinkedHashMap<>();
    final CrmTable table;
    final String name;

    Table(CrmTable table, String name) {
      this.table = table;
      this.name = name;
    }
  }

  private static final class Row {
    final Map<String, CellValue> cells = new LinkedHashMap<>();
    Instant editedAt = Instant.EPOCH;
  }

  public FakeCrm(CrmConnection right, Clock clock) {
    this.right = right;
    this.clock = clock;
  }

  public void fail(Failure... next) {
    failures.addAll(List.of(next));
  }

  /// From now on this value is refused wherever it is written.
  public void refuse(CellValue value) {
    refused.add(value);
  }

  /// The next request of this kind, as `requests()` has it.
  public void failNext(String request, Failure failure) {
    byRequest.put(request, failure);
  }

  /// What was asked, by method and table.
  public List<String> requests() {
    return requests;
  }

  /// Rows of a table by record id.
  public Map<String, Map<CrmField, CellValue>> rows(CrmTable table) {
    var all = new LinkedHashMap<String, Map<CrmField, CellValue>>();
    tables.values().stream()
        .filter(there -> there.table == table)
        .forEach(
            there ->
                there.rows.forEach(
                    (id, row) -> {
                      var cells = new EnumMap<CrmField, CellValue>(CrmField.class);
                      row.cells.forEach((field, value) -> cells.put(fieldOf(there, field), value));
                      all.put(id, cells);
                    }));
    return all;
  }

  private static CrmField fieldOf(Table table, String id) {
    return CrmField.of(table.table).stream()
        .filter(field -> idOf(field).equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String idOf(CrmField field) {
    return "fld-" + field.name();
  }

  @Override
  public String vendor() {
    return "Fake";
  }

  @Override
  public int batch() {
    return 3;
  }

  @Override
  public Duration spacing() {
    return Duration.ofMillis(250);
  }

  @Override
  public ProviderResult<FoundSchema> schema(CrmConnection connection) {
    return asked(
        connection,
        "schema",
        () -> {
          var found = new ArrayList<FoundSchema.Table>();
          tables.forEach(
              (id, table) ->
                  found.add(
                      new FoundSchema.Table(id, table.name, List.copyOf(table.fields.values()))));
          return new Ok<>(new FoundSchema(found));
        });
  }

  @Override
  public ProviderResult<String> create(
      CrmConnection connection, SchemaGap gap, CrmLayout layout, CrmNames names) {
    return asked(
        connection,
        "create",
        () ->
            switch (gap) {
              case NoTable(var table, var name) -> {
                var made = new Table(table, name);
                CrmField.of(table).forEach(field -> add(made, field, names.of(field)));
                tables.put("tbl-" + table, made);
                yield new Ok<>("tbl-" + table);
              }
              case NoField(var field, var name, _) -> {
                add(tableOf(field.table()), field, name);
                yield new Ok<>(idOf(field));
              }
              default -> throw new IllegalArgumentException("only people can mend that");
            });
  }

  private static void add(Table table, CrmField field, String name) {
    table.fields.put(
        idOf(field),
        new FoundSchema.Field(
            idOf(field),
            name,
            Optional.of(field.type()),
            field.type().name(),
            field.options(),
            field.linked().map(linked -> "tbl-" + linked)));
  }

  private Table tableOf(CrmTable table) {
    return Optional.ofNullable(tables.get("tbl-" + table)).orElseThrow();
  }

  @Override
  public ProviderResult<List<Written>> upsert(
      CrmConnection connection, CrmLayout layout, CrmTable table, List<RowWrite> rows) {
    return asked(connection, "upsert " + table, () -> write(layout, table, rows));
  }

  private ProviderResult<List<Written>> write(
      CrmLayout layout, CrmTable table, List<RowWrite> rows) {
    var there = tableOf(table);
    for (var row : rows) {
      for (var cell : row.cells().entrySet()) {
        var field = there.fields.get(layout.of(cell.getKey()));
        if (refused.contains(cell.getValue())) {
          return new Failed<>(new Permanent("Fake: refused value"));
        }
        if (field == null) {
          return new Failed<>(new Permanent("Fake: unknown field"));
        }
        if (cell.getValue() instanceof Choice(var option) && !field.options().contains(option)) {
          return new Failed<>(new Permanent("Fake: unknown option"));
        }
      }
    }
    var written = new ArrayList<Written>();
    for (var row : rows) {
      var found = recordOf(there, row.key());
      var id = found.orElseGet(() -> "rec-" + ++ids);
      var record = there.rows.computeIfAbsent(id, _ -> new Row());
      record.cells.put(idOf(table.key()), new CellValue.Text(row.key()));
      row.cells().forEach((field, value) -> put(record, layout.of(field), value));
      edited(there, id, record);
      written.add(new Written(row.key(), id, found.isEmpty()));
    }
    return new Ok<>(written);
  }

  private static void put(Row row, String field, CellValue value) {
    if (value instanceof Nothing) {
      row.cells.remove(field);
    } else {
      row.cells.put(field, value);
    }
  }

  private void edited(Table table, String record, Row row) {
    row.editedAt = clock.instant();
    if (table.table == CrmTable.APPOINTMENTS) {
      hooks.values().forEach(told -> told.add(new Edit(record, clock.instant())));
    }
  }

  private static Optional<String> recordOf(Table table, String key) {
    var sought = new CellValue.Text(key);
    return table.rows.entrySet().stream()
        .filter(row -> sought.equals(row.getValue().cells.get(idOf(table.table.key()))))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  @Override
  public ProviderResult<List<RemoteRow>> read(
      CrmConnection connection, CrmLayout layout, CrmTable table, List<String> keys) {
    return asked(
        connection,
        "read " + table,
        () -> {
          var there = tableOf(table);
          var found = new ArrayList<RemoteRow>();
          for (var key : keys) {
            recordOf(there, key).ifPresent(id -> found.add(remote(there, id)));
          }
          return new Ok<>(found);
        });
  }

  private static RemoteRow remote(Table table, String id) {
    var row = Optional.ofNullable(table.rows.get(id)).orElseThrow();
    var cells = new EnumMap<CrmField, CellValue>(CrmField.class);
    for (var field : CrmField.of(table.table)) {
      if (!field.isKey() && field.type() != FieldType.LINK) {
        cells.put(field, row.cells.getOrDefault(idOf(field), new Nothing()));
      }
    }
    var key = Optional.ofNullable(row.cells.get(idOf(table.table.key()))).map(CellValue::shown);
    return new RemoteRow(id, key, cells);
  }

  @Override
  public ProviderResult<Page> editedSince(
      CrmConnection connection,
      CrmLayout layout,
      CrmTable table,
      Instant since,
      Optional<String> page) {
    return asked(
        connection,
        "editedSince " + table,
        () -> {
          var there = tableOf(table);
          var rows =
              there.rows.entrySet().stream()
                  .filter(row -> !row.getValue().editedAt.isBefore(since))
                  .map(row -> remote(there, row.getKey()))
                  .toList();
          int from = page.map(Integer::parseInt).orElse(0);
          int to = Math.min(rows.size(), from + 2);
          return new Ok<>(
              new Page(
                  rows.subList(from, to),
                  to < rows.size() ? Optional.of(Integer.toString(to)) : Optional.empty()));
        });
  }

  @Override
  public ProviderResult<OpenedHook> openHook(
      CrmConnection connection, CrmLayout layout, CrmTable table, URI notify) {
    return asked(
        connection,
        "openHook",
        () -> {
          var id = "hook-" + ++ids;
          hooks.put(id, new ArrayList<>());
          return new Ok<>(
              new OpenedHook(id, new Secret("s3cret"), clock.instant().plus(Duration.ofDays(7))));
        });
  }

  @Override
  public ProviderResult<Instant> renewHook(CrmConnection connection, String hook) {
    return asked(
        connection, "renewHook", () -> new Ok<>(clock.instant().plus(Duration.ofDays(7))));
  }

  @Override
  public ProviderResult<Told> told(
      CrmConnection connection, CrmLayout layout, CrmTable table, String hook, long cursor) {
    return asked(
        connection,
        "told",
        () -> {
          var all = hooks.get(hook);
          if (all == null) {
            return new Failed<>(new Permanent("Fake: no such hook"));
          }
          int to = Math.min(all.size(), (int) cursor - 1 + 2);
          return new Ok<>(
              new Told(all.subList((int) cursor - 1, to), to + 1L, to < all.size()));
        });
  }

  /// The vendor forgets its hooks.
  public void forgetHooks() {
    hooks.clear();
  }

  @Override
  public boolean signed(Secret secret, byte[] body, String signature) {
    return signature.equals(secret.reveal() + new String(body, StandardCharsets.UTF_8).length());
  }

  @Override
  public String signatureHeader() {
    return "X-Fake";
  }

  private <T> ProviderResult<T> asked(
      CrmConnection connection, String what, Supplier<ProviderResult<T>> work) {
    requests.add(what);
    if (!connection.equals(right)) {
      return new Failed<>(new Permanent("Fake: the token is not accepted"));
    }
    var planned = byRequest.remove(what);
    var failure = planned == null ? failures.poll() : planned;
    if (failure == null) {
      return work.get();
    }
    if (failure instanceof Failure.Unconfirmed) {
      work.get();
    }
    return new Failed<>(failure);
  }

  @Override
  public void edit(CrmTable table, String record, CrmField field, CellValue value) {
    var there = tableOf(table);
    var row = Optional.ofNullable(there.rows.get(record)).orElseThrow();
    put(row, idOf(field), value);
    edited(there, record, row);
  }

  @Override
  public void deleteRow(CrmTable table, String record) {
    tableOf(table).rows.remove(record);
    if (table == CrmTable.APPOINTMENTS) {
      hooks.values().forEach(told -> told.add(new Edit(record, clock.instant())));
    }
  }

  @Override
  public void renameField(CrmField field, String name) {
    var fields = tableOf(field.table()).fields;
    var old = Optional.ofNullable(fields.get(idOf(field))).orElseThrow();
    fields.put(
        old.id(),
        new FoundSchema.Field(
            old.id(), name, old.type(), old.vendorType(), old.options(), old.linked()));
  }

  @Override
  public void removeField(CrmField field) {
    tableOf(field.table()).fields.remove(idOf(field));
  }

  @Override
  public void choices(CrmField field, String... options) {
    var fields = tableOf(field.table()).fields;
    var old = Optional.ofNullable(fields.get(idOf(field))).orElseThrow();
    fields.put(
        old.id(),
        new FoundSchema.Field(
            old.id(), old.name(), old.type(), old.vendorType(), List.of(options), old.linked()));
  }
}
