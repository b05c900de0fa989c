package dev.frontdesk.server;

import dev.frontdesk.booking.Catalogue;
import dev.frontdesk.storage.ApiKey;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A whole server on its embedded database, with one barber, and a client that has a key to it.
final class RunningServer implements AutoCloseable {
  static final OrgId ORG = new OrgId("maple");
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final FrontdeskServer server;
  private final String key;

  private RunningServer(FrontdeskServer server, String key) {
    this.server = server;
    this.key = key;
  }

  static RunningServer start(Path data, Clock clock) {
    return start(data, clock, OrganisationLinks.NONE, FollowingSettings.DEFAULT);
  }

  static RunningServer start(
      Path data, Clock clock, OrganisationLinks links, FollowingSettings following) {
    var organisation =
        new OrganisationSettings(
            barber(), List.of(new PhoneNumber("+15005550006")), 10, Optional.empty(), links);
    var server =
        FrontdeskServer.start(
            new ServerSettings(
                data, Optional.empty(), "127.0.0.1", 0, 0, Optional.empty(), Optional.empty(),
                Optional.empty(), SpeechSettings.LOCAL, ServerSettings.TurnSettings.DEFAULT,
                List.of(organisation), following, clock));
    var key = server.storage().apiKeys().create(ORG, ApiKey.Scope.PRIVATE, "test").reveal();
    return new RunningServer(server, key);
  }

  private static Catalogue barber() {
    return CatalogueReader.read(
        StrictYaml.parse(
            "barber.yaml",
            """
            organisation: {name: Maple Street Barbers, timeZone: America/New_York}
            services:
              - {id: haircut, name: Haircut, minutes: 30}
            resources:
              - id: ana
                name: Ana
                schedule: {mon-sun: ["09:00-18:00"]}
            """),
        ORG);
  }

  FrontdeskServer server() {
    return server;
  }

  Answer get(String path) {
    return send("GET", path, "", Map.of());
  }

  Answer post(String path, String body, String idempotencyKey) {
    return send("POST", path, body, Map.of("Idempotency-Key", idempotencyKey));
  }

  /// With the organisation's private key and these headers beside it.
  Answer send(String method, String path, String body, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.httpPort() + path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      var text = response.body();
      return new Answer(
          response.statusCode(),
          text.isEmpty() ? JSON.nullNode() : JSON.readTree(text),
          response.headers().firstValue("Idempotent-Replayed").isPresent());
    } catch (IOException failed) {
      throw new AssertionError("the server did not answer", failed);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new AssertionError(ended);
    }
  }

  @Override
  public void close() {
    server.close();
    http.close();
  }

  /// @param replayed whether it was given before
  record Answer(int status, JsonNode body, boolean replayed) {
    String text(String field) {
      return body.path(field).asString("");
    }
  }
}
