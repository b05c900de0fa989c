package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.durable.Alarm;
import dev.frontdesk.lab.BookingClient.OfferedSlot;
import dev.frontdesk.lab.BookingClient.Person;
import dev.frontdesk.lab.BookingClient.Reply;
import dev.frontdesk.server.ConfigReader;
import dev.frontdesk.server.FrontdeskServer;
import dev.frontdesk.storage.ApiKey;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A whole server with a simulated Google: access given, bookings written, foreign events kept
/// free, access taken back and given again.
class CalendarServerTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final OrgId ORG = new OrgId("maple");
  private static final String OWNER = "owner@example.test";
  private static final Person DANA = new Person("Dana Whitfield", "+14155550123");
  private static final LocalDate DAY = LocalDate.now(Clock.systemUTC()).plusDays(7);

  private static final VendorFaults FAULTS = VendorFaults.none();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static SimulatedCalendar google;
  private static FrontdeskServer server;
  private static URI address;
  private static String key;
  private static BookingClient client;

  @TempDir private static Path folder;

  @BeforeAll
  static void a_server_runs() throws IOException {
    google = SimulatedCalendar.start(FAULTS, Duration.ZERO);
    int port = ServerProcess.freePort();
    var config = folder.resolve("desk.yaml");
    Files.writeString(
        config,
        """
        server: {port: %d, mediaPort: %d, data: "%s"}
        speech: {ears: sphinx, mouth: freetts}
        calendar: {clientId: "%s", clientSecret: "%s", url: "%s"}
        organisations:
          - id: maple
            organisation: {name: Maple Street, timeZone: UTC}
            services: [{id: haircut, name: Haircut, minutes: 30}]
            resources: [{id: ana, name: Ana, schedule: {mon-sun: ["00:00-24:00"]}}]
            calendar: {}
        """
            .formatted(
                port, ServerProcess.freePort(), folder, SimulatedCalendar.CLIENT,
                SimulatedCalendar.CLIENT_SECRET, google.base()));
    server = FrontdeskServer.start(ConfigReader.read(config, Clock.systemUTC()));
    address = URI.create("http://127.0.0.1:" + server.httpPort());
    key = server.storage().apiKeys().create(ORG, ApiKey.Scope.PRIVATE, "test").reveal();
    client = new BookingClient(HTTP, address, key);
  }

  @AfterAll
  static void it_stops() {
    server.close();
    google.close();
    HTTP.close();
  }

  @Test
  void from_consent_to_catching_up() throws Exception {
    var before = booked(9);
    assertThat(connect()).contains("connected");
    Eventually.holds(() -> google.entries(OWNER).size() == 1);
    assertThat(google.entries(OWNER).getFirst().own()).containsEntry("frontdeskBooking", before);

    var second = booked(11);
    Eventually.holds(() -> google.entries(OWNER).size() == 2);
    assertThat(status("/calendar/bookings/" + second).path("state").asString())
        .isEqualTo("written");

    // What is put in by hand arrives by push, well before the next poll.
    google.addByHand(OWNER, at(14).toInstant(), at(15).toInstant());
    Eventually.holds(() -> !starts(14).contains(at(14)));
    assertThat(starts(15)).contains(at(15));

    google.revoke(OWNER);
    var third = booked(17);
    Eventually.holds(() -> alarms().contains("calendar.disconnected"));
    Eventually.holds(() -> status("/calendar").path("waiting").asInt() == 1);
    assertThat(status("/calendar").path("status").asString()).isEqualTo("broken");
    assertThat(client.cancel(second, "cancel-" + second)).isInstanceOf(Reply.Answered.class);

    assertThat(connect()).contains("connected");
    Eventually.holds(() -> google.entries(OWNER).stream().noneMatch(e -> is(e, second)));
    Eventually.holds(() -> google.entries(OWNER).stream().anyMatch(e -> is(e, third)));
    assertThat(alarms()).doesNotContain("calendar.disconnected");
  }

  @Test
  void a_consent_works_once_and_only_with_our_signature() throws Exception {
    var there = followed(page());

    assertThat(get(there).statusCode()).isEqualTo(200);
    assertThat(get(there).statusCode()).isEqualTo(410);
    assertThat(get(address.resolve("/calendar/return?state=a.b.c&code=1")).statusCode())
        .isEqualTo(403);
    assertThat(get(address.resolve("/calendar/return?state=%24%24&code=1")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void a_push_that_is_not_ours_is_refused() throws Exception {
    var forged =
        HttpRequest.newBuilder(address.resolve("/calendar/push"))
            .header("X-Goog-Channel-ID", "1")
            .header("X-Goog-Channel-Token", "bWFwbGU.cHJpbWFyeQ.AAAA")
            .header("X-Goog-Resource-State", "exists")
            .POST(BodyPublishers.noBody())
            .build();

    assertThat(HTTP.send(forged, BodyHandlers.discarding()).statusCode()).isEqualTo(403);
  }

  @Test
  void nobody_connects_without_a_key() throws Exception {
    var bare =
        HttpRequest.newBuilder(address.resolve("/calendar/connect"))
            .POST(BodyPublishers.noBody())
            .build();

    assertThat(HTTP.send(bare, BodyHandlers.discarding()).statusCode()).isEqualTo(401);
  }

  private static boolean is(SimulatedCalendar.Entry entry, String booking) {
    return booking.equals(entry.own().get("frontdeskBooking"));
  }

  private static String connect() throws Exception {
    return get(followed(page())).body();
  }

  private static URI page() throws Exception {
    var request =
        HttpRequest.newBuilder(address.resolve("/calendar/connect"))
            .header("Authorization", "Bearer " + key)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.noBody())
            .build();
    var answer = HTTP.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return URI.create(JSON.readTree(answer.body()).path("url").asString());
  }

  /// Where Google sends who agreed.
  private static URI followed(URI page) throws Exception {
    return URI.create(get(page).headers().firstValue("Location").orElseThrow());
  }

  private static HttpResponse<String> get(URI there) throws Exception {
    return HTTP.send(HttpRequest.newBuilder(there).build(), BodyHandlers.ofString());
  }

  private static JsonNode status(String path) {
    try {
      return ((Reply.Answered) client.read(path)).body();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> alarms() {
    return server.alarms().standing(ORG).stream().map(Alarm::kind).toList();
  }

  private static OffsetDateTime at(int hour) {
    return OffsetDateTime.parse(DAY + "T%02d:00:00Z".formatted(hour));
  }

  private static List<OffsetDateTime> starts(int hour) {
    return offers(hour).stream().map(offer -> OffsetDateTime.parse(offer.start())).toList();
  }

  private static List<OfferedSlot> offers(int hour) {
    try {
      LocalDateTime from = DAY.atTime(hour, 0);
      return client.offers("haircut", from, from.plusMinutes(1), 1);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String booked(int hour) throws InterruptedException {
    Eventually.holds(() -> !offers(hour).isEmpty());
    var reply = client.book(offers(hour).getFirst(), DANA, "book-" + hour);
    assertThat(reply).isInstanceOf(Reply.Answered.class);
    var body = ((Reply.Answered) reply).body();
    return new BookingId(body.path("id").asString()).value();
  }
}
