package dev.frontdesk.lab;

import dev.frontdesk.lab.BookingClient.Reply;
import dev.frontdesk.lab.ChaosHistory.Acknowledged;
import dev.frontdesk.lab.ChaosVerdict.Standing;
import dev.frontdesk.storage.ApiKey;
import dev.frontdesk.storage.EmbeddedPostgres;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.storage.StorageSettings;
import dev.frontdesk.vocabulary.OrgId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/// A server in a process of its own, with a database and simulated vendors that outlive it.
final class BookingStage implements AutoCloseable {
  private static final String ACCOUNT = "AC00000000000000000000000000000000";
  private static final String AUTH_TOKEN = "lab-auth-token";
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final Path folder;
  private final Storage storage;
  private final SimulatedVendors vendors;
  private final ServerProcess server;
  private final List<OrgId> organisations;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<OrgId, BookingClient> clients = new HashMap<>();
  private final BackstageDoor backstage;

  /// Returns when the server is ready.
  ///
  /// @param vendorsTake what every request to a vendor takes
  static BookingStage open(int organisations, Duration vendorsTake, long seed)
      throws IOException {
    return new BookingStage(LabRun.temporary(), organisations, vendorsTake, seed);
  }

  private BookingStage(Path folder, int count, Duration vendorsTake, long seed)
      throws IOException {
    this.folder = folder;
    this.organisations = LabBusiness.ids(count);
    this.storage = Storage.open(StorageSettings.embedded(folder, Clock.systemUTC()));
    Runtime.getRuntime().addShutdownHook(new Thread(storage::close, "stop the database"));
    var postgres = storage.embedded().orElseThrow();
    int port = ServerProcess.freePort();
    var address = URI.create("http://127.0.0.1:" + port);
    this.vendors =
        SimulatedVendors.start(
            new SimulatedVendors.Settings(
                new SimulatedMessages.Account(ACCOUNT, AUTH_TOKEN, URI::create),
                vendorsTake, seed, Clock.systemUTC()));
    var config = folder.resolve("lab.yaml");
    Files.writeString(config, config(postgres, port, address));
    this.server = ServerProcess.start(config, OptionalInt.empty());
    for (var org : organisations) {
      var key = storage.apiKeys().create(org, ApiKey.Scope.PRIVATE, "lab");
      clients.put(org, new BookingClient(http, address, key.reveal()));
    }
    this.backstage = new BackstageDoor(postgres);
  }

  private String config(EmbeddedPostgres postgres, int port, URI address)
      throws IOException {
    return """
        server: {listen: 127.0.0.1, port: %d, mediaPort: %d, data: "%s", publicUrl: "%s"}
        database: {url: "%s", ownerPassword: "%s", appPassword: "%s"}
        twilio: {accountSid: %s, authToken: %s}
        speech: {ears: sphinx, mouth: freetts}
        %s
        %s"""
        .formatted(
            port, ServerProcess.freePort(), folder, address, postgres.url("frontdesk"),
            postgres.ownerPassword().reveal(), postgres.appPassword().reveal(), ACCOUNT, AUTH_TOKEN,
            vendors.serverSections(),
            LabBusiness.yaml(organisations.size(), vendors::organisationSections));
  }

  List<OrgId> organisations() {
    return organisations;
  }

  BookingClient client(OrgId org) {
    var client = clients.get(org);
    if (client == null) {
      throw new IllegalArgumentException("not on this stage: " + org.value());
    }
    return client;
  }

  ServerProcess server() {
    return server;
  }

  SimulatedVendors vendors() {
    return vendors;
  }

  BackstageDoor backstage() {
    return backstage;
  }

  /// Waits until nothing is left to do that is due, but no longer than this.
  ///
  /// @return whether it came to that
  boolean drain(Duration atMost) throws InterruptedException {
    long until = System.nanoTime() + atMost.toNanos();
    int quiet = 0;
    while (System.nanoTime() < until) {
      quiet = backstage.dueWork() == 0 ? quiet + 1 : 0;
      if (quiet == 4) {
        return true;
      }
      TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
    }
    return false;
  }

  /// What became of everything that was acknowledged.
  ChaosVerdict.Tally verdict(ChaosHistory history) throws InterruptedException {
    var desk = new HashMap<String, Standing>();
    for (Acknowledged booking : history.bookings()) {
      var reply = client(new OrgId(booking.org())).read("/bookings/" + booking.id());
      if (reply instanceof Reply.Answered answered && answered.granted()) {
        var body = answered.body();
        desk.put(
            booking.id(),
            new Standing(
                OffsetDateTime.parse(body.path("start").asString()),
                body.path("status").asString(),
                body.path("version").asInt()));
      }
    }
    return ChaosVerdict.of(
        history.bookings(), desk, vendors.books(), SimulatedVendors::tellsOf);
  }

  @Override
  public void close() throws IOException {
    server.close();
    backstage.close();
    vendors.close();
    http.close();
    storage.close();
    LabRun.delete(folder);
  }
}
