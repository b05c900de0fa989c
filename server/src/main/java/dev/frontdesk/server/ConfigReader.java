package dev.frontdesk.server;

import dev.frontdesk.server.ServerSettings.DatabaseSettings;
import dev.frontdesk.server.ServerSettings.TurnSettings;
import dev.frontdesk.server.ServerSettings.TwilioSettings;
import dev.frontdesk.server.SpeechSettings.Ears;
import dev.frontdesk.server.SpeechSettings.Mouth;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/// Reads the configuration file that `serve --config` names. A mistake names file, line and field.
/// `docs/configuration.md` describes every field.
public final class ConfigReader {
  static final int HTTP_PORT = 8080;
  static final int MEDIA_PORT = 8081;

  private ConfigReader() {}

  /// @throws BadFileException naming what to mend
  public static ServerSettings read(Path file, Clock clock) {
    var root =
        StrictYaml.read(file)
            .only(
                "server", "database", "twilio", "speech", "turns", "organisations", "calendar",
                "messages", "reports", "crm", "jobs");
    var server = root.optional("server");
    server.ifPresent(
        s -> s.only("listen", "port", "mediaPort", "publicUrl", "publicMediaUrl", "data",
            "mediaOnHttpPort"));
    boolean onePort =
        server.flatMap(s -> s.optional("mediaOnHttpPort")).map(StrictYaml::flag).orElse(false);
    return new ServerSettings(
        server.flatMap(s -> s.optional("data")).map(d -> Path.of(d.text())).orElse(Path.of("data")),
        root.optional("database").map(ConfigReader::database),
        server.flatMap(s -> s.optional("listen")).map(StrictYaml::text).orElse("127.0.0.1"),
        port(server, "port", HTTP_PORT),
        port(server, "mediaPort", MEDIA_PORT),
        server.flatMap(s -> s.optional("publicUrl")).map(ConfigReader::url),
        server.flatMap(s -> s.optional("publicMediaUrl")).map(ConfigReader::url),
        root.optional("twilio").map(ConfigReader::twilio),
        root.optional("speech").map(ConfigReader::speech).orElse(SpeechSettings.LOCAL),
        root.optional("turns").map(ConfigReader::turns).orElse(TurnSettings.DEFAULT),
        root.itemsOf("organisations").stream().map(ConfigReader::organisation).toList(),
        FollowingSettings.read(root),
        onePort,
        clock);
  }

  private static int port(Optional<StrictYaml> server, String key, int otherwise) {
    return server.flatMap(s -> s.optional(key)).map(p -> p.whole(0, 65_535)).orElse(otherwise);
  }

  static URI url(StrictYaml value) {
    return value.as(
        "an address such as https://desk.example.com",
        text -> {
          var uri = URI.create(text);
          if (uri.getHost() == null || uri.getRawQuery() != null) {
            throw new IllegalArgumentException("no host, or a query");
          }
          return uri;
        });
  }

  private static DatabaseSettings database(StrictYaml yaml) {
    yaml.only("url", "ownerPassword", "appPassword");
    return new DatabaseSettings(
        yaml.required("url").text(),
        secret(yaml.required("ownerPassword")),
        secret(yaml.required("appPassword")));
  }

  private static TwilioSettings twilio(StrictYaml yaml) {
    yaml.only("accountSid", "authToken", "apiUrl");
    return new TwilioSettings(
        yaml.required("accountSid").text(),
        secret(yaml.required("authToken")),
        yaml.optional("apiUrl").map(ConfigReader::url).orElse(TwilioSettings.TWILIO));
  }

  private static SpeechSettings speech(StrictYaml yaml) {
    yaml.only("ears", "mouth", "deepgram", "elevenlabs");
    var deepgram = yaml.optional("deepgram");
    var elevenlabs = yaml.optional("elevenlabs");
    Ears ears =
        yaml.required("ears")
            .as(
                "deepgram or sphinx",
                name ->
                    switch (name) {
                      case "deepgram" -> deepgram(deepgram.orElseThrow());
                      case "sphinx" -> new Ears.Sphinx();
                      default -> throw new IllegalArgumentException(name);
                    });
    Mouth mouth =
        yaml.required("mouth")
            .as(
                "elevenlabs, freetts or espeak-ng",
                name ->
                    switch (name) {
                      case "elevenlabs" -> elevenLabs(elevenlabs.orElseThrow());
                      case "freetts" -> new Mouth.FreeTts();
                      case "espeak-ng" -> new Mouth.EspeakNg();
                      default -> throw new IllegalArgumentException(name);
                    });
    return new SpeechSettings(ears, mouth);
  }

  private static Ears deepgram(StrictYaml yaml) {
    yaml.only("apiKey", "model", "url");
    return new Ears.Deepgram(
        secret(yaml.required("apiKey")),
        yaml.optional("model").map(StrictYaml::text).orElse("nova-3"),
        yaml.optional("url").map(ConfigReader::url));
  }

  private static Mouth elevenLabs(StrictYaml yaml) {
    yaml.only("apiKey", "voice", "model", "url");
    return new Mouth.ElevenLabs(
        secret(yaml.required("apiKey")),
        yaml.required("voice").text(),
        yaml.optional("model").map(StrictYaml::text).orElse("eleven_flash_v2_5"),
        yaml.optional("url").map(ConfigReader::url));
  }

  private static TurnSettings turns(StrictYaml yaml) {
    yaml.only("endpointing", "recording", "thinkAhead");
    return new TurnSettings(
        yaml.optional("endpointing").map(ConfigReader::endpointing).orElse("adaptive"),
        yaml.optional("recording").map(StrictYaml::flag).orElse(false),
        yaml.optional("thinkAhead").map(StrictYaml::flag).orElse(true));
  }

  private static String endpointing(StrictYaml value) {
    return value.as(
        "conservative, balanced, aggressive or adaptive",
        name ->
            switch (name) {
              case "conservative", "balanced", "aggressive", "adaptive" -> name;
              default -> throw new IllegalArgumentException(name);
            });
  }

  private static OrganisationSettings organisation(StrictYaml yaml) {
    yaml.only(
        "id", "numbers", "concurrentCalls", "person", "organisation", "services", "resources",
        "calendar", "messages", "reports", "crm");
    var name = yaml.required("organisation").required("name");
    var id = yaml.optional("id").orElse(name);
    var org = id.as("an id without spaces", text -> new OrgId(id == name ? idOf(text) : text));
    return new OrganisationSettings(
        CatalogueReader.read(yaml, org),
        yaml.itemsOf("numbers").stream().map(ConfigReader::number).toList(),
        yaml.optional("concurrentCalls")
            .map(n -> n.whole(1, 10_000))
            .orElse(OrganisationSettings.CONCURRENT_CALLS),
        yaml.optional("person").map(ConfigReader::number),
        OrganisationLinks.read(yaml));
  }

  /// `Maple Street Barbers` becomes `maple-street-barbers`.
  static String idOf(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  private static PhoneNumber number(StrictYaml value) {
    return value.as("a number such as +14155550123", PhoneNumber::new);
  }

  /// A secret, or `env:NAME` for one that the environment holds.
  static Secret secret(StrictYaml value) {
    return value.as(
        "a secret, or env:NAME for a variable that is set",
        text -> {
          if (!text.startsWith("env:")) {
            return new Secret(text);
          }
          String held = System.getenv(text.substring(4));
          if (held == null) {
            throw new IllegalArgumentException("not set");
          }
          return new Secret(held);
        });
  }
}
