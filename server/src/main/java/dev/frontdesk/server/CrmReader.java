package dev.frontdesk.server;

import dev.frontdesk.crm.CrmField;
import dev.frontdesk.crm.CrmField.Owner;
import dev.frontdesk.crm.CrmNames;
import dev.frontdesk.crm.CrmTable;
import dev.frontdesk.crm.CrmTarget.Direction;
import dev.frontdesk.crm.MergePolicy;
import dev.frontdesk.crm.WebhookTarget;
import dev.frontdesk.crm.spi.CrmConnection;
import dev.frontdesk.server.CrmLink.AirtableLink;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads the configuration's sections that CrmSettings and CrmLink stand for.
final class CrmReader {
  private CrmReader() {}

  static CrmSettings settings(StrictYaml yaml) {
    yaml.only("airtableUrl", "notifyUrl", "pollSeconds");
    return new CrmSettings(
        yaml.optional("airtableUrl")
            .map(url -> url.as("an address such as https://api.airtable.com", URI::create))
            .orElse(CrmSettings.DEFAULT.airtableUrl()),
        yaml.optional("notifyUrl")
            .map(url -> url.as("an address such as https://desk.example.com", URI::create)),
        yaml.optional("pollSeconds")
            .map(seconds -> Duration.ofSeconds(seconds.whole(5, 24 * 60 * 60)))
            .orElse(CrmSettings.DEFAULT.pollEvery()));
  }

  /// @param yaml an organisation's own section
  static CrmLink link(StrictYaml yaml) {
    yaml.only("airtable", "webhooks");
    StrictYaml.distinct(yaml.itemsOf("webhooks"), "name");
    return new CrmLink(
        yaml.optional("airtable").map(CrmReader::airtable),
        yaml.itemsOf("webhooks").stream().map(CrmReader::webhook).toList());
  }

  private static AirtableLink airtable(StrictYaml yaml) {
    yaml.only("base", "token", "direction", "conflicts", "create", "tables", "fields");
    return new AirtableLink(
        new CrmConnection(
            yaml.required("base").as("a base's id such as appXXXXXXXXXXXXXX", CrmReader::base),
            ConfigReader.secret(yaml.required("token"))),
        yaml.optional("direction").map(CrmReader::direction).orElse(Direction.PUSH),
        yaml.optional("conflicts").map(CrmReader::conflicts).orElse(new MergePolicy.Ask()),
        yaml.optional("create").map(StrictYaml::flag).orElse(false),
        new CrmNames(
            yaml.optional("tables").map(CrmReader::tables).orElse(Map.of()),
            yaml.optional("fields").map(CrmReader::fields).orElse(Map.of())));
  }

  private static String base(String text) {
    if (!text.matches("app[A-Za-z0-9]{14}")) {
      throw new IllegalArgumentException("no base");
    }
    return text;
  }

  private static Direction direction(StrictYaml yaml) {
    return yaml.as(
        "push or both",
        text ->
            switch (text) {
              case "push" -> Direction.PUSH;
              case "both" -> Direction.BOTH;
              default -> throw new IllegalArgumentException(text);
            });
  }

  /// `latest`, `ask`, or a mapping of fields to who wins.
  private static MergePolicy conflicts(StrictYaml yaml) {
    if (yaml.isMapping()) {
      yaml.only("status", "start");
      var winners = new EnumMap<CrmField, Owner>(CrmField.class);
      yaml.optional("status").ifPresent(who -> winners.put(CrmField.STATUS, winner(who)));
      yaml.optional("start").ifPresent(who -> winners.put(CrmField.START, winner(who)));
      return new MergePolicy.ByField(winners);
    }
    return yaml.as(
        "latest, ask, or for status and start each frontdesk or crm",
        text ->
            switch (text) {
              case "latest" -> new MergePolicy.Latest();
              case "ask" -> new MergePolicy.Ask();
              default -> throw new IllegalArgumentException(text);
            });
  }

  private static Owner winner(StrictYaml yaml) {
    return yaml.as(
        "frontdesk or crm",
        text ->
            switch (text) {
              case "frontdesk" -> Owner.FRONTDESK;
              case "crm" -> Owner.CRM;
              default -> throw new IllegalArgumentException(text);
            });
  }

  private static Map<CrmTable, String> tables(StrictYaml yaml) {
    var tables = new EnumMap<CrmTable, String>(CrmTable.class);
    for (var entry : yaml.entries().entrySet()) {
      tables.put(table(entry.getKey(), entry.getValue()), entry.getValue().text());
    }
    return tables;
  }

  private static CrmTable table(String key, StrictYaml value) {
    try {
      return CrmTable.valueOf(key.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw value.wrong("unknown; known here: activities, appointments, contacts, leads");
    }
  }

  /// By table and by our own title: `appointments: {Status: Zustand}`.
  private static Map<CrmField, String> fields(StrictYaml yaml) {
    var fields = new EnumMap<CrmField, String>(CrmField.class);
    for (var entry : yaml.entries().entrySet()) {
      var known = CrmField.of(table(entry.getKey(), entry.getValue()));
      for (var renamed : entry.getValue().entries().entrySet()) {
        var field = known.stream().filter(f -> f.title().equals(renamed.getKey())).findFirst();
        var name = renamed.getValue();
        fields.put(
            field.orElseThrow(() -> name.wrong("unknown; known here: " + titles(known))),
            name.text());
      }
    }
    return fields;
  }

  private static String titles(List<CrmField> fields) {
    return fields.stream().map(CrmField::title).sorted().collect(Collectors.joining(", "));
  }

  private static WebhookTarget webhook(StrictYaml yaml) {
    yaml.only("name", "url", "secret", "events");
    return CatalogueReader.whole(
        yaml,
        () ->
            new WebhookTarget(
                yaml.required("name").text(),
                yaml.required("url")
                    .as("an address such as https://n8n.example.com/webhook/x", URI::create),
                ConfigReader.secret(yaml.required("secret")),
                yaml.itemsOf("events").stream()
                    .map(StrictYaml::text)
                    .collect(Collectors.toSet())));
  }
}
