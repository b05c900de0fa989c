package dev.frontdesk.reporting;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The data that an organisation wants of each call, as a JSON schema (draft 2020-12). Properties
/// are filled by their names from what is known (`Facts`); what the schema then objects to is told
/// in the report, and the data is kept as it is.
public final class StructuredPlan {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Schema schema;
  private final JsonNode source;

  private StructuredPlan(Schema schema, JsonNode source) {
    this.schema = schema;
    this.source = source;
  }

  /// Data and what the schema objects to in it, each as a sentence without the data itself.
  public record Filled(ObjectNode values, List<String> objections) {
    public Filled {
      objections = List.copyOf(objections);
    }
  }

  /// @throws IllegalArgumentException when it is no schema of an object, or refers to another
  ///     document: nothing is ever fetched
  public static StructuredPlan parse(String schema) {
    try {
      var source = JSON.readTree(schema);
      if (!source.path("type").asString("").equals("object")) {
        throw new IllegalArgumentException("the schema must be of type object");
      }
      refuseReferencesOutside(source);
      var registry =
          SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12,
              builder -> builder.schemaLoader(loader -> loader.fetchRemoteResources(false)));
      return new StructuredPlan(registry.getSchema(source), source);
    } catch (JacksonException | SchemaException e) {
      throw new IllegalArgumentException("not a JSON schema", e);
    }
  }

  private static void refuseReferencesOutside(JsonNode node) {
    for (var key : new String[] {"$ref", "$dynamicRef", "$schema"}) {
      var to = node.path(key).asString("#");
      if (!to.startsWith("#") && !to.equals("https://json-schema.org/draft/2020-12/schema")) {
        throw new IllegalArgumentException("the schema refers to another document");
      }
    }
    node.forEach(StructuredPlan::refuseReferencesOutside);
  }

  /// The schema as written.
  public String source() {
    return source.toString();
  }

  Filled fill(Facts facts) {
    var values = JsonNodeFactory.instance.objectNode();
    for (var property : source.path("properties").properties()) {
      typed(facts.named(property.getKey()), property.getValue().path("type").asString("string"))
          .ifPresent(value -> values.set(property.getKey(), value));
    }
    return check(values);
  }

  Filled check(ObjectNode values) {
    var objections = new TreeMap<String, String>();
    for (Error error : schema.validate(values)) {
      var where = String.valueOf(error.getInstanceLocation());
      objections.put(where + error.getKeyword(), sentence(where, error));
    }
    return new Filled(values, new ArrayList<>(objections.values()));
  }

  /// The library's own messages quote values, which may be personal.
  private static String sentence(String where, Error error) {
    var property = Optional.ofNullable(error.getProperty()).map(p -> " '" + p + "'").orElse("");
    var place = where.isEmpty() || where.equals("/") ? "the data" : where;
    return place + " does not satisfy '" + error.getKeyword() + "'" + property;
  }

  private static Optional<JsonNode> typed(Optional<String> text, String type) {
    var nodes = JsonNodeFactory.instance;
    return text.flatMap(
        value ->
            switch (type) {
              case "boolean" -> Optional.of(nodes.booleanNode(Boolean.parseBoolean(value)));
              case "integer", "number" ->
                  value.matches("-?[0-9]{1,15}(\\.[0-9]+)?")
                      ? Optional.of(nodes.numberNode(new java.math.BigDecimal(value)))
                      : Optional.empty();
              case "array" -> {
                var array = nodes.arrayNode();
                for (var item : value.split(",")) {
                  if (!item.isBlank()) {
                    array.add(item.strip());
                  }
                }
                yield Optional.of(array);
              }
              default -> Optional.of(nodes.stringNode(value));
            });
  }
}
