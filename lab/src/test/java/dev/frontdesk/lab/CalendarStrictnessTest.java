package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the simulated Google refuses, because the real one does.
class CalendarStrictnessTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TIMES =
      """
      "start":{"dateTime":"2026-06-16T15:00:00-04:00","timeZone":"America/New_York"},\
      "end":{"dateTime":"2026-06-16T15:30:00-04:00","timeZone":"America/New_York"}""";

  private final SimulatedCalendar google =
      SimulatedCalendar.start(VendorFaults.none(), Duration.ZERO);
  private final HttpClient http = HttpClient.newHttpClient();
  private final String refreshToken = google.grant("owner@example.test");
  private String access = "";

  @AfterEach
  void close() {
    google.close();
    http.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`\"id\":\"UPPER1\",TIMES`, invalid",
        "`\"id\":\"abcd\",TIMES`, invalid",
        "`\"id\":\"wxyz12345\",TIMES`, invalid",
        "`\"id\":\"abcde\",\"iCalUID\":\"a@b\",TIMES`, invalid",
        "`\"colour\":\"red\",TIMES`, badRequest",
        "`\"summary\":\"no times\"`, required",
        "`START 15:00:00\"},END 16:00:00\"}`, required",
        "`START 15:00:00Z\"},END 15:00:00Z\"}`, timeRangeEmpty",
        "`START 15:00:00\",\"timeZone\":\"Mars/Base\"},END 16:00:00Z\"}`, invalid",
        "`\"recurrence\":[\"DTSTART:20260616T150000Z\"],TIMES`, invalid",
        "`\"status\":\"gone\",TIMES`, invalid",
      })
  void an_event_that_the_real_one_would_not_take(String fields, String reason) throws Exception {
    var event =
        fields
            .replace("TIMES", TIMES)
            .replace("START ", "\"start\":{\"dateTime\":\"2026-06-16T")
            .replace("END ", "\"end\":{\"dateTime\":\"2026-06-16T");

    var answer = call("POST", "/events", "{" + event + "}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(reason(answer)).isEqualTo(reason);
  }

  @Test
  void a_property_with_too_long_a_name() throws Exception {
    var own = "\"extendedProperties\":{\"private\":{\"%s\":\"x\"}},".formatted("k".repeat(45));

    assertThat(call("POST", "/events", "{" + own + TIMES + "}").statusCode()).isEqualTo(400);
  }

  @Test
  void an_id_is_never_given_out_again() throws Exception {
    insert("abcde");
    assertThat(call("POST", "/events", event("abcde")).statusCode()).isEqualTo(409);

    assertThat(call("DELETE", "/events/abcde", "").statusCode()).isEqualTo(204);

    assertThat(call("POST", "/events", event("abcde")).statusCode()).isEqualTo(409);
    assertThat(call("DELETE", "/events/abcde", "").statusCode()).isEqualTo(410);
    assertThat(json(call("GET", "/events/abcde", "")).path("status").asString())
        .isEqualTo("cancelled");
  }

  @Test
  void a_tag_that_is_not_the_newest() throws Exception {
    var tag = json(insert("abcde")).path("etag").asString();
    var change = "{\"summary\":\"x\"}";

    assertThat(call("PATCH", "/events/abcde", change, "If-Match", tag).statusCode()).isEqualTo(200);
    assertThat(call("PATCH", "/events/abcde", change, "If-Match", tag).statusCode()).isEqualTo(412);
    assertThat(call("DELETE", "/events/abcde", "", "If-Match", tag).statusCode()).isEqualTo(412);
  }

  @Test
  void a_sync_token_beside_a_restriction_or_from_before() throws Exception {
    var token =
        json(call("GET", "/events?singleEvents=true", "")).path("nextSyncToken").asString();
    var list = "/events?singleEvents=true&syncToken=" + token;

    assertThat(call("GET", list, "").statusCode()).isEqualTo(200);
    assertThat(call("GET", list + "&timeMin=2026-01-01T00:00:00Z", "").statusCode())
        .isEqualTo(400);
    google.forgetSyncTokens();
    assertThat(reason(call("GET", list, ""))).isEqualTo("fullSyncRequired");
  }

  @Test
  void many_events_come_in_pages_and_the_token_with_the_last() throws Exception {
    for (int i = 0; i < 5; i++) {
      insert("abcd" + i);
    }

    var first = json(call("GET", "/events?singleEvents=true&maxResults=3", ""));
    var last = json(call("GET", "/events?singleEvents=true&maxResults=3&pageToken=3", ""));

    assertThat(first.path("items")).hasSize(3);
    assertThat(first.has("nextSyncToken")).isFalse();
    assertThat(last.path("items")).hasSize(2);
    assertThat(last.has("nextSyncToken")).isTrue();
  }

  @Test
  void a_channel_without_https_or_with_a_used_id() throws Exception {
    assertThat(reason(watch("c-1", "http://desk.example.test/push")))
        .isEqualTo("push.webhookUrlNotHttps");
    assertThat(watch("c-1", "https://desk.example.test/push").statusCode()).isEqualTo(200);
    assertThat(reason(watch("c-1", "https://desk.example.test/push")))
        .isEqualTo("channelIdNotUnique");
    assertThat(watch("no spaces", "https://desk.example.test/push").statusCode()).isEqualTo(400);
  }

  @Test
  void a_token_that_is_none_and_a_client_that_is_not_ours() throws Exception {
    access = "made-up";
    assertThat(call("GET", "/events?singleEvents=true", "").statusCode()).isEqualTo(401);

    assertThat(
            token(
                    Map.of(
                        "grant_type", "refresh_token",
                        "client_id", "somebody",
                        "client_secret", "else",
                        "refresh_token", refreshToken))
                .body())
        .contains("invalid_client");
    google.revoke("owner@example.test");
    assertThat(refreshed().body()).contains("invalid_grant");
  }

  @Test
  void a_code_without_its_proof() throws Exception {
    var page =
        google.base()
            + "/o/oauth2/v2/auth?response_type=code&access_type=offline&scope=a&state=s"
            + "&code_challenge_method=S256&code_challenge=abc&redirect_uri=http%3A%2F%2Fx%2Fy"
            + "&client_id="
            + SimulatedCalendar.CLIENT;
    var there =
        http.send(
                HttpRequest.newBuilder(URI.create(page)).build(), BodyHandlers.discarding())
            .headers()
            .firstValue("Location")
            .orElseThrow();
    var code = there.substring(there.indexOf("code=") + 5);

    assertThat(
            token(
                    Map.of(
                        "grant_type", "authorization_code",
                        "client_id", SimulatedCalendar.CLIENT,
                        "client_secret", SimulatedCalendar.CLIENT_SECRET,
                        "redirect_uri", "http://x/y",
                        "code", URLDecoder.decode(code, StandardCharsets.UTF_8),
                        "code_verifier", "wrong"))
                .body())
        .contains("invalid_grant");
  }

  private HttpResponse<String> insert(String id) throws Exception {
    var answer = call("POST", "/events", event(id));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer;
  }

  private static String event(String id) {
    return "{\"id\":\"" + id + "\"," + TIMES + "}";
  }

  private HttpResponse<String> watch(String id, String address) throws Exception {
    return call(
        "POST",
        "/events/watch",
        "{\"id\":\"%s\",\"type\":\"web_hook\",\"address\":\"%s\"}".formatted(id, address));
  }

  private HttpResponse<String> call(String method, String path, String body, String... headers)
      throws Exception {
    if (access.isEmpty()) {
      access = json(refreshed()).path("access_token").asString();
    }
    var request =
        HttpRequest.newBuilder(google.base().resolve("/calendar/v3/calendars/primary" + path))
            .header("Authorization", "Bearer " + access)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> refreshed() throws Exception {
    return token(
        Map.of(
            "grant_type", "refresh_token",
            "client_id", SimulatedCalendar.CLIENT,
            "client_secret", SimulatedCalendar.CLIENT_SECRET,
            "refresh_token", refreshToken));
  }

  private HttpResponse<String> token(Map<String, String> form)
      throws IOException, InterruptedException {
    var body =
        form.entrySet().stream()
            .map(
                one ->
                    one.getKey()
                        + "="
                        + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(google.base().resolve("/token"))
            .POST(BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  private static String reason(HttpResponse<String> answer) {
    return json(answer).path("error").path("errors").path(0).path("reason").asString("");
  }
}
