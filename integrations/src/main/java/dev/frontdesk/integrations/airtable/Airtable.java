package dev.frontdesk.integrations.airtable;

import dev.frontdesk.crm.CrmField;
import dev.frontdesk.crm.CrmLayout;
import dev.frontdesk.crm.CrmNames;
import dev.frontdesk.crm.CrmTable;
import dev.frontdesk.crm.FieldType;
import dev.frontdesk.crm.FoundSchema;
import dev.frontdesk.crm.SchemaGap;
import dev.frontdesk.crm.SchemaGap.NoField;
import dev.frontdesk.crm.SchemaGap.NoOption;
import dev.frontdesk.crm.SchemaGap.NoTable;
import dev.frontdesk.crm.SchemaGap.WrongLink;
import dev.frontdesk.crm.SchemaGap.WrongType;
import dev.frontdesk.crm.spi.CrmConnection;
import dev.frontdesk.crm.spi.CrmProvider;
import dev.frontdesk.integrations.airtable.AirtableHttp.Effect;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Unconfirmed;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Customer records in an Airtable base. Tables and fields are addressed by id, rows by our key.
///
/// @see <a href="https://airtable.com/developers/web/api/introduction">Airtable: web API</a>
public final class Airtable implements CrmProvider {
  private static final int MOST_ROWS = 10;
  private static final int PAGE = 100;

  /// Five requests a second are allowed to each base.
  private static final Duration SPACING = Duration.ofMillis(250);

  private final AirtableHttp http;

  public Airtable(AirtableSettings settings) {
    this.http = new AirtableHttp(settings);
  }

  @Override
  public String vendor() {
    return "Airtable";
  }

  @Override
  public int batch() {
    return MOST_ROWS;
  }

  @Override
  public Duration spacing() {
    return SPACING;
  }

  @Override
  public ProviderResult<FoundSchema> schema(CrmConnection connection) {
    return map(http.get(connection, meta(connection)), AirtableSchema::read);
  }

  @Override
  public ProviderResult<String> create(
      CrmConnection connection, SchemaGap gap, CrmLayout layout, CrmNames names) {
    var made =
        switch (gap) {
          case NoTable(var table, _) ->
              http.send(
                  connection,
                  "POST",
                  meta(connection),
                  AirtableSchema.table(table, names, layout),
                  Effect.WRITES);
          case NoField(var field, _, _) ->
              http.send(
                  connection,
                  "POST",
                  meta(connection) + "/" + segment(layout.of(field.table())) + "/fields",
                  AirtableSchema.field(field, names, layout),
                  Effect.WRITES);
          case WrongType _, NoOption _, WrongLink _ ->
              throw new IllegalArgumentException("only people can mend that");
        };
    return map(made, answer -> answer.path("id").asString(""));
  }

  @Override
  public ProviderResult<List<Written>> upsert(
      CrmConnection connection, CrmLayout layout, CrmTable table, List<RowWrite> rows) {
    var body = AirtableHttp.JSON.createObjectNode();
    body.putObject("performUpsert").putArray("fieldsToMergeOn").add(layout.of(table.key()));
    var records = body.putArray("records");
    for (var row : rows) {
      records.addObject().set("fields", AirtableCells.write(table, row, layout));
    }
    body.put("typecast", false).put("returnFieldsByFieldId", true);
    var path = path(connection, layout, table);
    var answer = http.send(connection, "PATCH", path, body, Effect.WRITES);
    return then(answer, json -> written(json, rows));
  }

  private static ProviderResult<List<Written>> written(JsonNode answer, List<RowWrite> rows) {
    var records = answer.path("records").values().stream().toList();
    if (records.size() != rows.size()) {
      return new Failed<>(new Unconfirmed("Airtable answered for another number of rows"));
    }
    var created = new HashSet<String>();
    answer.path("createdRecords").values().forEach(id -> created.add(id.asString("")));
    var written = new ArrayList<Written>();
    for (int i = 0; i < rows.size(); i++) {
      var id = records.get(i).path("id").asString("");
      written.add(new Written(rows.get(i).key(), id, created.contains(id)));
    }
    return new Ok<>(written);
  }

  @Override
  public ProviderResult<List<RemoteRow>> read(
      CrmConnection connection, CrmLayout layout, CrmTable table, List<String> keys) {
    var field = layout.of(table.key());
    var formula =
        keys.stream()
            .map(key -> "{" + field + "}='" + quoted(key) + "'")
            .collect(Collectors.joining(",", "OR(", ")"));
    var body = query(layout, table).put("filterByFormula", formula);
    return map(
        http.send(
            connection, "POST", path(connection, layout, table) + "/listRecords", body,
            Effect.READS),
        answer -> rows(answer, layout, table));
  }

  @Override
  public ProviderResult<Page> editedSince(
      CrmConnection connection,
      CrmLayout layout,
      CrmTable table,
      Instant since,
      Optional<String> page) {
    var body = query(layout, table);
    if (since.isAfter(Instant.EPOCH)) {
      body.put("filterByFormula", "IS_AFTER(LAST_MODIFIED_TIME(),'" + since + "')");
    }
    page.ifPresent(offset -> body.put("offset", offset));
    return map(
        http.send(
            connection, "POST", path(connection, layout, table) + "/listRecords", body,
            Effect.READS),
        answer ->
            new Page(
                rows(answer, layout, table), answer.optional("offset").map(JsonNode::asString)));
  }

  @Override
  public ProviderResult<OpenedHook> openHook(
      CrmConnection connection, CrmLayout layout, CrmTable table, URI notify) {
    var body = AirtableHttp.JSON.createObjectNode().put("notificationUrl", notify.toString());
    var filters = body.putObject("specification").putObject("options").putObject("filters");
    filters.putArray("dataTypes").add("tableData");
    filters.put("recordChangeScope", layout.of(table));
    return map(
        http.send(connection, "POST", hooks(connection), body, Effect.WRITES),
        answer ->
            new OpenedHook(
                answer.path("id").asString(""),
                new Secret(answer.path("macSecretBase64").asString()),
                Instant.parse(answer.path("expirationTime").asString())));
  }

  @Override
  public ProviderResult<Instant> renewHook(CrmConnection connection, String hook) {
    return map(
        http.send(
            connection,
            "POST",
            hooks(connection) + "/" + segment(hook) + "/refresh",
            AirtableHttp.JSON.createObjectNode(),
            Effect.READS), // twice does no harm
        answer -> Instant.parse(answer.path("expirationTime").asString()));
  }

  @Override
  public ProviderResult<Told> told(
      CrmConnection connection, CrmLayout layout, CrmTable table, String hook, long cursor) {
    var path = hooks(connection) + "/" + segment(hook) + "/payloads?cursor=" + cursor;
    return map(
        http.get(connection, path),
        answer -> {
          var edits = new ArrayList<Edit>();
          for (var payload : answer.path("payloads").values()) {
            var at = Instant.parse(payload.path("timestamp").asString());
            var changed = payload.path("changedTablesById").path(layout.of(table));
            changed
                .path("changedRecordsById")
                .propertyNames()
                .forEach(record -> edits.add(new Edit(record, at)));
            changed
                .path("destroyedRecordIds")
                .values()
                .forEach(record -> edits.add(new Edit(record.asString(), at)));
          }
          return new Told(
              edits,
              answer.path("cursor").asLong(cursor),
              answer.path("mightHaveMore").asBoolean(false));
        });
  }

  @Override
  public boolean signed(Secret secret, byte[] body, String signature) {
    return AirtableMac.fits(secret, body, signature);
  }

  @Override
  public String signatureHeader() {
    return AirtableMac.HEADER;
  }

  private static ObjectNode query(CrmLayout layout, CrmTable table) {
    var body = AirtableHttp.JSON.createObjectNode();
    var fields = body.putArray("fields");
    for (var field : CrmField.of(table)) {
      if (field.type() != FieldType.LINK) {
        fields.add(layout.of(field));
      }
    }
    return body.put("returnFieldsByFieldId", true).put("pageSize", PAGE);
  }

  private static List<RemoteRow> rows(JsonNode answer, CrmLayout layout, CrmTable table) {
    return answer.path("records").values().stream()
        .map(record -> AirtableCells.read(table, record, layout))
        .toList();
  }

  /// In a formula's text.
  private static String quoted(String key) {
    return key.replace("\\", "\\\\").replace("'", "\\'");
  }

  private static String meta(CrmConnection connection) {
    return "/v0/meta/bases/" + segment(connection.base()) + "/tables";
  }

  private static String hooks(CrmConnection connection) {
    return "/v0/bases/" + segment(connection.base()) + "/webhooks";
  }

  private static String path(CrmConnection connection, CrmLayout layout, CrmTable table) {
    return "/v0/" + segment(connection.base()) + "/" + segment(layout.of(table));
  }

  private static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static <T> ProviderResult<T> map(
      ProviderResult<JsonNode> answer, Function<JsonNode, T> reading) {
    return then(answer, json -> new Ok<>(reading.apply(json)));
  }

  /// An answer that is not what Airtable documents is nobody's to mend by asking again.
  private static <T> ProviderResult<T> then(
      ProviderResult<JsonNode> answer, Function<JsonNode, ProviderResult<T>> reading) {
    return switch (answer) {
      case Failed<JsonNode>(var failure) -> new Failed<>(failure);
      case Ok<JsonNode>(var json) -> {
        try {
          yield reading.apply(json);
        } catch (RuntimeException malformed) {
          yield new Failed<>(new Permanent("Airtable answered what its documents do not say"));
        }
      }
    };
  }
}
