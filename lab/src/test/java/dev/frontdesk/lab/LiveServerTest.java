package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.server.ServerSettings.TurnSettings;
import dev.frontdesk.server.StrictYaml;
import dev.frontdesk.storage.ApiKey;
import dev.frontdesk.telephony.spi.NettyMediaLoop;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A whole server with a simulated world around it, everything over a single port, recording on.
class LiveServerTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final OrgId STAYS = new OrgId("stays");
  private static final OrgId LEAVES = new OrgId("leaves");
  private static final OrgId CLIENTS = new OrgId("clients");

  @TempDir static Path data;

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static Scenario stays;
  private static LabStage stage;

  @BeforeAll
  static void open() {
    stays = scenario(STAYS);
    stage =
        LabStage.open(
            new LabStage.Settings(data, LabStage.Transport.TWILIO, LabStage.Ears.SIMULATED, false),
            List.of(stays, scenario(LEAVES), scenario(CLIENTS)),
            settings ->
                settings
                    .withMediaOnHttpPort(true)
                    .withTurns(new TurnSettings("adaptive", true)));
  }

  @AfterAll
  static void close() {
    stage.close();
    HTTP.close();
  }

  @Test
  void a_call_over_the_one_port_books_and_is_recorded_while_others_send_nonsense()
      throws Exception {
    var nonsense = Thread.ofVirtual().start(LiveServerTest::burst);

    var result = stage.play(stays);

    nonsense.join();
    assertThat(result.differences()).isEmpty();
    var call = new CallId(result.calls().getFirst().call());
    assertThat(recordings(STAYS)).hasSize(1);
    assertThat(audited(STAYS)).contains("recording.consented");
    var row = stage.server().storage().calls().find(STAYS, call).orElseThrow();
    assertThat(row.agent().value()).matches("scripted-[0-9]+-[0-9a-f]{8}-c1");
    assertThat(feed(STAYS, call))
        .containsSubsequence("agent.speaking", "recording.began", "booked", "call.over");
    var counters = get(STAYS, "/counters").body();
    assertThat(JSON.readTree(counters).toString())
        .contains("\"webhook_unsigned\":40")
        .contains("\"socket_unsigned\":40");
  }

  @Test
  void a_caller_who_hangs_up_on_the_notice_is_not_recorded() throws Exception {
    var opened = open(LEAVES);
    try (var client = ClientSocket.open(HTTP, at(opened))) {
      client.await("speech-update", json -> json.path("role").asString("").equals("assistant"));
      client.send("{\"type\":\"end-call\"}");
    }

    assertThat(feed(LEAVES, new CallId(opened.path("id").asString(""))))
        .contains("agent.speaking")
        .endsWith("call.over")
        .doesNotContain("recording.began");
    assertThat(recordings(LEAVES)).isEmpty();
    assertThat(audited(LEAVES)).doesNotContain("recording.consented");
  }

  @Test
  void a_client_directs_its_call() throws Exception {
    var opened = open(CLIENTS);
    try (var client = ClientSocket.open(HTTP, at(opened))) {
      client.send("{\"type\":\"control\",\"control\":\"mute-assistant\"}");
      client.send("{\"type\":\"control\",\"control\":\"unmute-assistant\"}");
      client.send(
          "{\"type\":\"add-message\",\"message\":{\"role\":\"user\","
              + "\"content\":\"what are your opening hours\"}}");
      client.await("transcript", json -> json.path("role").asString("").equals("user"));
      client.send("{\"type\":\"transfer\",\"destination\":{\"type\":\"number\"}}");
      client.await("metadata", _ -> true);
      client.send(
          "{\"type\":\"say\",\"content\":\"We have to close now.\",\"endCallAfterSpoken\":true,"
              + "\"interruptAssistantEnabled\":true}");
      client.await(
          "transcript",
          json -> json.path("transcript").asString("").equals("We have to close now."));
      var ended =
          client.await(
              "status-update", json -> json.path("status").asString("").equals("ended"));

      assertThat(ended.path("endedReason").asString(""))
          .isEqualTo("assistant-ended-call-after-message-spoken");
      assertThat(client.audioBytes()).isPositive();
    }
    var call = new CallId(opened.path("id").asString(""));
    assertThat(feed(CLIENTS, call)).endsWith("call.over");
    var read = JSON.readTree(get(CLIENTS, "/call/" + call.value()).body());
    assertThat(read.path("endedReason").asString(""))
        .isEqualTo("assistant-ended-call-after-message-spoken");
  }

  @Test
  void who_is_refused_at_the_media_port_is_refused_at_the_http_port() throws Exception {
    assertThat(refusal("/media/twilio/" + "x".repeat(40))).isEqualTo(403);
    assertThat(refusal("/00000000-0000-7000-8000-000000000000/transport")).isEqualTo(404);
    var plain =
        HTTP.send(
            HttpRequest.newBuilder(at("/media/twilio/x")).build(), BodyHandlers.ofString());
    assertThat(plain.statusCode()).isEqualTo(401);
  }

  @Test
  void a_line_without_a_right_key_ends_with_the_reason() throws Exception {
    var loops = LineSocket.loops(1);
    try {
      var line =
          new WebSocketLine(
              HTTP, stage.door(), "wrong", new NettyMediaLoop(loops.next()), AudioFormat.WIDEBAND);
      var ended = new CompletableFuture<String>();
      line.loop().execute(() -> line.dial(new DeafEar(ended)));

      assertThat(ended.get(10, TimeUnit.SECONDS))
          .isEqualTo("asking for a call was answered 401");
    } finally {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
  }

  @Test
  void webhooks_that_are_wrong_are_told_so() throws Exception {
    var url = stage.door().webhooks() + "/twilio/voice";
    assertThat(post(at("/twilio/voice"), "CallSid=CA1", Map.of())).isEqualTo(403);
    assertThat(post(at("/twilio/voice"), "x".repeat(70_000), Map.of())).isEqualTo(413);
    assertThat(stage.twilio().post(url, Map.of("From", "+14155550123")).join().statusCode())
        .isEqualTo(400);
    var dialled = stage.door().webhooks() + "/twilio/dialled/stays/none";
    assertThat(
            stage
                .twilio()
                .post(dialled, Map.of("CallSid", "CA1", "DialCallStatus", "melted"))
                .join()
                .statusCode())
        .isEqualTo(400);
    assertThat(
            stage
                .twilio()
                .post(dialled, Map.of("CallSid", "CA1", "DialCallStatus", "completed"))
                .join()
                .body())
        .contains("<Hangup/>");
  }

  /// Forty webhooks without a signature, and as many sockets.
  private static void burst() {
    for (int i = 0; i < 40; i++) {
      try {
        post(at("/twilio/voice"), "CallSid=CA" + i, Map.of("X-Twilio-Signature", "forged"));
        refusal("/media/twilio/" + i);
      } catch (IOException | InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static Scenario scenario(OrgId org) {
    return ScenarioReader.read(
        StrictYaml.parse(
            org.value() + ".yaml",
            """
            name: %s
            now: 2026-06-12T09:00:00-07:00
            organisation: {name: Maple Street Barbers, timeZone: America/Los_Angeles}
            services: [{id: haircut, name: Haircut, minutes: 30}]
            resources:
              - id: ana
                name: Ana
                schedule: {mon-fri: ["09:00-12:00", "13:00-17:00"]}
            caller:
              phone: "+14155550123"
              opens: "A haircut next Tuesday at three with Ana for Dana Whitfield"
              answers:
                - {when: "shall I|is that right", say: "Yes please"}
                - {when: "anything else", say: "No, thanks, bye", hangUp: true}
            expect:
              bookings: [{service: haircut, resource: ana, start: "2026-06-16T15:00"}]
            """
                .formatted(org.value())),
        org);
  }

  private static List<Path> recordings(OrgId org) throws IOException {
    var folder = data.resolve("recordings").resolve(org.value());
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static List<String> audited(OrgId org) {
    return stage.server().storage().audit().after(org, 0, 1_000).stream()
        .map(each -> each.entry().action())
        .toList();
  }

  /// The call's live feed as server-sent events, to its end.
  private static List<String> feed(OrgId org, CallId call) throws Exception {
    var types = new ArrayList<String>();
    var request = authorised(org, "/call/" + call.value() + "/events").build();
    try (var lines = HTTP.send(request, BodyHandlers.ofLines()).body()) {
      lines
          .filter(line -> line.startsWith("event:"))
          .forEach(line -> types.add(line.substring(6).strip()));
    }
    return types;
  }

  private static HttpResponse<String> get(OrgId org, String path) throws Exception {
    return HTTP.send(authorised(org, path).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder authorised(OrgId org, String path) {
    var key = stage.server().storage().apiKeys().create(org, ApiKey.Scope.PRIVATE, "test");
    return HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + key.reveal());
  }

  private static JsonNode open(OrgId org) throws Exception {
    var body =
        "{\"assistantId\":\"receptionist\",\"transport\":{\"provider\":\"vapi.websocket\"}}";
    var answer =
        HTTP.send(
            authorised(org, "/call")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(201);
    return JSON.readTree(answer.body());
  }

  private static int post(URI to, String body, Map<String, String> headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(to)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return HTTP.send(request.build(), BodyHandlers.ofString()).statusCode();
  }

  private static int refusal(String path) {
    try {
      HTTP.newWebSocketBuilder()
          .buildAsync(URI.create(at(path).toString().replace("http:", "ws:")), new Deaf())
          .join()
          .abort();
      return 101;
    } catch (CompletionException refused) {
      if (refused.getCause() instanceof java.net.http.WebSocketHandshakeException e) {
        return e.getResponse().statusCode();
      }
      throw refused;
    }
  }

  private static URI at(String path) {
    return URI.create("http://127.0.0.1:" + stage.server().httpPort() + path);
  }

  private static URI at(JsonNode opened) {
    var url = opened.path("transport").path("websocketCallUrl").asString("");
    return URI.create(
        "ws://127.0.0.1:" + stage.server().httpPort() + URI.create(url).getPath());
  }

  private record DeafEar(CompletableFuture<String> ended) implements CallLine.Ear {
    @Override
    public void answered(String call) {}

    @Override
    public void agentAudio(boolean first) {}

    @Override
    public void ended(String problem) {
      ended.complete(problem);
    }
  }

  private static final class Deaf implements WebSocket.Listener {}
}
