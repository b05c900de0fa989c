package dev.frontdesk.server;

import dev.frontdesk.booking.CalendarPlan;
import dev.frontdesk.booking.CalendarText;
import dev.frontdesk.booking.ConflictPolicy;
import dev.frontdesk.integrations.google.GoogleAccount;
import dev.frontdesk.integrations.google.GoogleSettings;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads the configuration's sections that CalendarSettings and CalendarLink stand for.
final class CalendarReader {
  private static final Duration STALE_AFTER = Duration.ofMinutes(30);

  private CalendarReader() {}

  static CalendarSettings settings(StrictYaml yaml) {
    yaml.only("clientId", "clientSecret", "url", "pollMinutes", "push");
    var client =
        yaml.optional("clientId")
            .map(
                id ->
                    new GoogleSettings.Client(
                        id.text(), ConfigReader.secret(yaml.required("clientSecret"))));
    return new CalendarSettings(
        client,
        yaml.optional("url").map(url -> url.as("an address", URI::create)),
        yaml.optional("pollMinutes")
            .map(n -> Duration.ofMinutes(n.whole(1, 60)))
            .orElse(CalendarSettings.POLL),
        yaml.optional("push").map(StrictYaml::flag).orElse(true));
  }

  /// @param yaml an organisation's own section
  static CalendarLink link(StrictYaml yaml) {
    yaml.only(
        "calendar", "resources", "conflicts", "staleAfterMinutes", "summary", "description",
        "invite", "serviceAccount", "actFor");
    var service = yaml.optional("serviceAccount").map(key -> service(key, yaml));
    boolean invite = yaml.optional("invite").map(StrictYaml::flag).orElse(false);
    if (invite && service.isPresent() && service.get().subject().isEmpty()) {
      throw yaml.required("invite")
          .wrong("a service account invites nobody unless 'actFor' names whom it acts for");
    }
    var plan =
        new CalendarPlan(
            yaml.optional("calendar").map(StrictYaml::text).orElse("primary"),
            yaml.optional("resources").map(CalendarReader::resources).orElse(Map.of()),
            yaml.optional("conflicts").map(CalendarReader::conflicts).orElse(ConflictPolicy.BLOCK),
            yaml.optional("staleAfterMinutes")
                .map(n -> Duration.ofMinutes(n.whole(2, 24 * 60)))
                .orElse(STALE_AFTER),
            text(yaml),
            invite);
    return new CalendarLink(Optional.of(plan), service);
  }

  private static Map<ResourceId, String> resources(StrictYaml yaml) {
    var calendars = new LinkedHashMap<ResourceId, String>();
    yaml.entries()
        .forEach((resource, id) -> calendars.put(new ResourceId(resource), id.text()));
    return calendars;
  }

  private static ConflictPolicy conflicts(StrictYaml yaml) {
    return yaml.as(
        "block or warn",
        word ->
            switch (word) {
              case "block" -> ConflictPolicy.BLOCK;
              case "warn" -> ConflictPolicy.WARN;
              default -> throw new IllegalArgumentException(word);
            });
  }

  private static CalendarText text(StrictYaml yaml) {
    return CatalogueReader.whole(
        yaml,
        () ->
            new CalendarText(
                yaml.optional("summary")
                    .map(StrictYaml::text)
                    .orElse(CalendarText.DEFAULT.summary()),
                yaml.optional("description")
                    .map(StrictYaml::text)
                    .orElse(CalendarText.DEFAULT.description())));
  }

  /// The path of a key file, or the key itself from the environment.
  private static GoogleAccount.Service service(StrictYaml key, StrictYaml yaml) {
    var json =
        key.as(
            "the path of a service account's key file, or env:NAME",
            text -> text.startsWith("env:") ? ConfigReader.secret(key) : file(Path.of(text)));
    return new GoogleAccount.Service(json, yaml.optional("actFor").map(StrictYaml::text));
  }

  private static Secret file(Path path) {
    try {
      return new Secret(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
