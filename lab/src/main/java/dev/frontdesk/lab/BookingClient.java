package dev.frontdesk.lab;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One organisation's books over HTTP, as its own website would keep them. Blocks.
final class BookingClient {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http;
  private final URI server;
  private final String key;

  /// @param key the organisation's private API key
  BookingClient(HttpClient http, URI server, String key) {
    this.http = http;
    this.server = server;
    this.key = key;
  }

  /// What came back, or that nothing did: then the request may have been carried out all the same.
  sealed interface Reply {
    record Answered(int status, JsonNode body) implements Reply {
      boolean granted() {
        return status / 100 == 2;
      }
    }

    record Silence() implements Reply {}
  }

  /// A slot as it was offered.
  record OfferedSlot(String visit, String token, String start) {}

  record Person(String name, String phone) {}

  /// Each slot is offered once; empty when nobody answered.
  List<OfferedSlot> offers(String service, LocalDateTime from, LocalDateTime to, int limit)
      throws InterruptedException {
    var path =
        "/slots?service=%s&from=%s&to=%s&limit=%d"
            .formatted(URLEncoder.encode(service, StandardCharsets.UTF_8), from, to, limit);
    var slots = new ArrayList<OfferedSlot>();
    if (send("GET", path, Map.of(), "") instanceof Reply.Answered(int status, var body)
        && status == 200) {
      var visit = body.path("visit").asString();
      for (var offer : body.path("offers")) {
        slots.add(
            new OfferedSlot(visit, offer.path("token").asString(), offer.path("start").asString()));
      }
    }
    return slots;
  }

  Reply book(OfferedSlot slot, Person person, String idempotencyKey) throws InterruptedException {
    var body =
        JSON.writeValueAsString(
            Map.of(
                "visit", slot.visit(),
                "token", slot.token(),
                "customer", Map.of("name", person.name(), "phone", person.phone())));
    return send("POST", "/bookings", Map.of("Idempotency-Key", idempotencyKey), body);
  }

  Reply move(String booking, OfferedSlot slot, String idempotencyKey)
      throws InterruptedException {
    var body = JSON.writeValueAsString(Map.of("visit", slot.visit(), "token", slot.token()));
    return send(
        "POST", "/bookings/" + booking + "/move", Map.of("Idempotency-Key", idempotencyKey), body);
  }

  Reply cancel(String booking, String idempotencyKey) throws InterruptedException {
    return send(
        "POST", "/bookings/" + booking + "/cancel", Map.of("Idempotency-Key", idempotencyKey), "");
  }

  Reply read(String path) throws InterruptedException {
    return send("GET", path, Map.of(), "");
  }

  private Reply send(String method, String path, Map<String, String> headers, String body)
      throws InterruptedException {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      var text = response.body();
      return new Reply.Answered(
          response.statusCode(), text.isEmpty() ? JSON.nullNode() : JSON.readTree(text));
    } catch (IOException silent) {
      return new Reply.Silence();
    }
  }
}
