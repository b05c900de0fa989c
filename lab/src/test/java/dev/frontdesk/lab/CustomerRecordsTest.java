package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.lab.BookingClient.Person;
import dev.frontdesk.lab.BookingClient.Reply;
import dev.frontdesk.server.ConfigReader;
import dev.frontdesk.server.FrontdeskServer;
import dev.frontdesk.storage.ApiKey;
import dev.frontdesk.vocabulary.Secret;
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
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole server whose bookings become rows at the simulated Airtable, and back.
class CustomerRecordsTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Secret KEY = new Secret("webhook-key");

  @TempDir static Path data;

  private static SimulatedRecords records;
  private static SimulatedReceiver receiver;
  private static FrontdeskServer server;
  private static BookingClient client;
  private static String apiKey;

  @BeforeAll
  static void open() throws Exception {
    int port = ServerProcess.freePort();
    var address = URI.create("http://127.0.0.1:" + port);
    records = new SimulatedRecords(address, VendorFaults.none(), Duration.ofMillis(5), 1);
    receiver =
        SimulatedReceiver.start(
            0, KEY, VendorFaults.none(), Duration.ZERO, Clock.systemUTC());
    var config = data.resolve("records.yaml");
    Files.writeString(
        config,
        """
        server: {port: %d, mediaPort: 0, data: "%s"}
        %s
        organisations:
          - id: lab-0
            organisation: {name: Lab, timeZone: America/New_York}
            services: [{id: visit, name: Visit, minutes: 30, capacity: 50}]
            resources: [{id: ana, name: Ana, schedule: {mon-sun: ["00:00-24:00"]}}]
            %s
        """
            .formatted(
                port, data, records.serverSection(),
                records
                    .organisationSection(0)
                    .replaceFirst(
                        "\\}$",
                        ", webhooks: [{name: n8n, secret: %s, url: \"%s\"}]}"
                            .formatted(KEY.reveal(), receiver.address()))));
    server = FrontdeskServer.start(ConfigReader.read(config, Clock.systemUTC()));
    var org = LabBusiness.ids(1).getFirst();
    apiKey = server.storage().apiKeys().create(org, ApiKey.Scope.PRIVATE, "test").reveal();
    client = new BookingClient(HTTP, address, apiKey);
    send("POST", "/crm/check", "{}");
    Eventually.holds(() -> records.base(0).hooks() == 1);
  }

  @AfterAll
  static void close() {
    server.close();
    records.close();
    receiver.close();
  }

  @Test
  void a_booking_becomes_linked_rows_and_a_signed_event() throws Exception {
    var booking = book();
    Eventually.holds(() -> rowsOf(booking) == 3);
    assertThat(records.rows(booking)).hasSize(1);
    assertThat(field(booking, "Status")).isEqualTo("Confirmed");
    assertThat(field(booking, "Contact")).startsWith("rec");
    Eventually.holds(
        () ->
            receiver.entries().stream()
                .anyMatch(
                    event ->
                        event.type().equals("booking.booking-made")
                            && event.body().contains(booking)));
    var written = send("GET", "/crm/rows?booking=" + booking, "").body();
    assertThat(written).contains("\"table\":\"Appointments\"", "writtenAt");
  }

  @Test
  void an_appointment_cancelled_there_is_cancelled_at_the_desk() throws Exception {
    var booking = book();
    Eventually.holds(() -> rowsOf(booking) == 3);
    edit(booking, "Status", "Cancelled");
    Eventually.holds(() -> stateOf(booking).equals("cancelled"));
    Eventually.holds(() -> field(booking, "Version").equals("2.0"));
    assertThat(field(booking, "Status")).isEqualTo("Cancelled");
  }

  @Test
  void a_lost_option_is_told_as_it_is_and_caught_up_with_once_it_is_back() throws Exception {
    var booking = book();
    Eventually.holds(() -> rowsOf(booking) == 3);
    records.base(0).choices("Appointments", "Status", "Confirmed", "No show");
    client.cancel(booking, UUID.randomUUID().toString());
    Eventually.holds(() -> get("/alarms").contains("field 'Status' has no option 'Cancelled'"));
    assertThat(get("/crm/check"))
        .contains("Airtable: field 'Status' has no option 'Cancelled'");
    records.base(0).choices("Appointments", "Status", "Confirmed", "Cancelled", "No show");
    assertThat(send("POST", "/crm/check", "{}").statusCode()).isEqualTo(200);
    Eventually.holds(() -> field(booking, "Status").equals("Cancelled"));
    Eventually.holds(() -> !get("/alarms").contains("has no option"));
  }

  @Test
  void a_conflict_is_listed_and_settled() throws Exception {
    var booking = book();
    Eventually.holds(() -> rowsOf(booking) == 3);
    edit(booking, "Service", "Something else");
    Eventually.holds(() -> get("/crm/conflicts").contains(booking));
    var path = "/crm/conflicts/" + booking + ":service/settle";
    assertThat(send("POST", path, "{\"keep\":\"both\"}").statusCode()).isEqualTo(400);
    assertThat(send("POST", path, "{\"keep\":\"ours\"}").statusCode()).isEqualTo(200);
    Eventually.holds(() -> field(booking, "Service").equals("Visit"));
    assertThat(get("/crm/conflicts")).doesNotContain(booking);
  }

  @Test
  void a_notification_that_nobody_signed_is_refused() throws Exception {
    var request =
        HttpRequest.newBuilder(at("/airtable/lab-0"))
            .header("X-Airtable-Content-MAC", "hmac-sha256=00")
            .POST(BodyPublishers.ofString("{}"))
            .build();
    assertThat(HTTP.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(403);
  }

  private static String book() throws InterruptedException {
    var day = LocalDate.now(Clock.systemUTC()).plusDays(3);
    var slot =
        client.offers("visit", day.atStartOfDay(), day.plusDays(1).atStartOfDay(), 1).getFirst();
    var phone = "+1415555" + (1000 + (int) (System.nanoTime() / 1000 % 9000));
    var reply = client.book(slot, new Person("Zoe", phone), UUID.randomUUID().toString());
    return ((Reply.Answered) reply).body().path("id").asString();
  }

  private static int rowsOf(String booking) {
    return get("/crm/rows?booking=" + booking).split("writtenAt", -1).length - 1
        + (field(booking, "Contact").isEmpty() ? 0 : 1);
  }

  private static String field(String booking, String name) {
    return entry(booking).map(e -> e.fields().getOrDefault(name, "")).orElse("");
  }

  private static Optional<SimulatedAirtableBase.Entry> entry(String booking) {
    return records.base(0).entries("Appointments").stream()
        .filter(e -> booking.equals(e.fields().get("Booking ID")))
        .findFirst();
  }

  private static void edit(String booking, String name, String value) {
    records.base(0).edit("Appointments", entry(booking).orElseThrow().record(), name, value);
  }

  private static String stateOf(String booking) {
    return get("/bookings/" + booking).replaceAll("(?s).*\"status\":\"([a-z-]+)\".*", "$1");
  }

  private static String get(String path) {
    try {
      return send("GET", path, "").body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.httpPort() + path);
  }

  private static HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(at(path))
            .header("Authorization", "Bearer " + apiKey)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }
}
