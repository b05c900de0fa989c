package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.lab.BookingClient.Person;
import dev.frontdesk.lab.BookingClient.Reply;
import dev.frontdesk.server.ConfigReader;
import dev.frontdesk.server.FrontdeskServer;
import dev.frontdesk.storage.ApiKey;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A business books for a while, then connects its customer records.
class RecordsBackfillTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path data;

  @Test
  void bookings_made_before_have_one_row_each_though_the_base_fails_on_the_way()
      throws Exception {
    int port = ServerProcess.freePort();
    var address = URI.create("http://127.0.0.1:" + port);
    var faults = new VendorFaults(3);
    var bookings = new ArrayList<String>();
    try (var records = new SimulatedRecords(address, faults, Duration.ofMillis(5), 1)) {
      try (var server = start(port, "", "")) {
        var client = new BookingClient(HTTP, address, key(server));
        bookings.addAll(book(client, 3, 30));
        bookings.addAll(book(client, 4, 25));
      }
      try (var server = start(port, records.serverSection(), records.organisationSection(0))) {
        var key = key(server);
        assertThat(send(address, key, "/crm/check", "{}").statusCode()).isEqualTo(200);
        faults.rate(0.2, VendorFault.status(503));

        assertThat(send(address, key, "/crm/backfill", "{\"from\":\"last week\"}").statusCode())
            .isEqualTo(400);
        var asked = send(address, key, "/crm/backfill", "");
        assertThat(asked.statusCode()).isEqualTo(202);

        Eventually.holds(() -> rows(records) >= 20);
        Eventually.holds(() -> rows(records) >= 40);
        Eventually.holds(() -> rows(records) == bookings.size());
        faults.calm();
        assertThat(bookings).allSatisfy(one -> assertThat(records.rows(one)).hasSize(1));
        assertThat(records.base(0).throttled()).as("the base's pace was kept").isZero();
      }
    }
  }

  private static int rows(SimulatedRecords records) {
    return records.base(0).entries("Appointments").size();
  }

  private FrontdeskServer start(int port, String serverSection, String organisationSection)
      throws IOException {
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
            .formatted(port, data, serverSection, organisationSection));
    return FrontdeskServer.start(ConfigReader.read(config, Clock.systemUTC()));
  }

  private static String key(FrontdeskServer server) {
    var org = LabBusiness.ids(1).getFirst();
    return server.storage().apiKeys().create(org, ApiKey.Scope.PRIVATE, "test").reveal();
  }

  private static List<String> book(BookingClient client, int inDays, int times)
      throws InterruptedException {
    var made = new ArrayList<String>();
    var day = LocalDate.now(Clock.systemUTC()).plusDays(inDays);
    for (int i = 0; i < times; i++) {
      var from = day.atStartOfDay().plusMinutes(30L * i);
      var slot = client.offers("visit", from, from.plusMinutes(30), 1).getFirst();
      var person = new Person("Zoe", "+14155551234");
      var reply = client.book(slot, person, UUID.randomUUID().toString());
      made.add(((Reply.Answered) reply).body().path("id").asString());
    }
    return made;
  }

  private static HttpResponse<String> send(URI address, String key, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }
}
