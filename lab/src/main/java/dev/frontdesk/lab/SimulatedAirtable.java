package dev.frontdesk.lab;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Airtable's web API on loopback, as strict as the real one: five requests a second for each base,
/// ten records in a request, merge fields, field types, select options, links, webhooks with
/// cursors and signed notifications.
///
/// Operations for faults: `schema.read`, `schema.create`, `records.upsert`, `records.list`,
/// `webhooks.create`, `webhooks.refresh`, `webhooks.payloads`; for callbacks `webhooks.notify`.
public final class SimulatedAirtable implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();
  static final Duration LOCKED_OUT = Duration.ofSeconds(30);

  private static final Duration NOTIFY_PATIENCE = Duration.ofSeconds(10);

  private final Clock clock;
  private final VendorFaults faults;
  private final Map<String, SimulatedAirtableBase> bases = new ConcurrentHashMap<>();
  private final VendorDoor door;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private volatile UnaryOperator<URI> way = UnaryOperator.identity();

  private SimulatedAirtable(int port, VendorFaults faults, Duration latency, Clock clock) {
    this.clock = clock;
    this.faults = faults;
    this.door = VendorDoor.open(port, new Desk(), faults, latency);
  }

  /// @param port    0 for any
  /// @param latency what each request takes
  /// @param clock   by which requests a second are counted and edits are dated
  public static SimulatedAirtable start(
      int port, VendorFaults faults, Duration latency, Clock clock) {
    return new SimulatedAirtable(port, faults, latency, clock);
  }

  public URI address() {
    return door.base();
  }

  /// A base without tables, which who has the token may do everything with.
  public SimulatedAirtableBase addBase(String id, String token) {
    var base = new SimulatedAirtableBase(id, token, clock, LOCKED_OUT, this::notify);
    bases.put(id, base);
    return base;
  }

  /// @param way where a notification really goes, by the address it was asked for at
  public void reachedBy(UnaryOperator<URI> way) {
    this.way = way;
  }

  @Override
  public void close() {
    door.close();
    later.shutdownNow();
    http.shutdownNow();
  }

  /// Tells that there is something to fetch, and no more.
  private void notify(SimulatedAirtableHook hook) {
    switch (faults.takeCallback("webhooks.notify")) {
      case CallbackFault.Once() -> later.execute(() -> send(hook));
      case CallbackFault.Twice(var after) -> {
        later.execute(() -> send(hook));
        later.schedule(() -> send(hook), after.toMillis(), TimeUnit.MILLISECONDS);
      }
      case CallbackFault.Late(var by) ->
          later.schedule(() -> send(hook), by.toMillis(), TimeUnit.MILLISECONDS);
      case CallbackFault.Lost() -> {}
    }
  }

  private void send(SimulatedAirtableHook hook) {
    var json = JSON.createObjectNode();
    json.putObject("base").put("id", hook.base());
    json.putObject("webhook").put("id", hook.id());
    json.put("timestamp", clock.instant().toString());
    byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(way.apply(hook.notifyAt()))
            .timeout(NOTIFY_PATIENCE)
            .header("Content-Type", "application/json")
            .header("X-Airtable-Content-MAC", mac(hook.secret(), body))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    var _ = http.sendAsync(request, BodyHandlers.discarding());
  }

  /// Written beside the product's own, so that one checks the other.
  static String mac(byte[] secret, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return "hmac-sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Desk implements VendorDoor.Vendor {
    @Override
    public String operation(VendorRequest request) {
      var path = segments(request);
      if (path.contains("meta")) {
        return request.method().equals("GET") ? "schema.read" : "schema.create";
      }
      if (path.contains("webhooks")) {
        return "webhooks."
            + switch (path.getLast()) {
              case "payloads" -> "payloads";
              case "refresh" -> "refresh";
              default -> "create";
            };
      }
      return path.getLast().equals("listRecords") ? "records.list" : "records.upsert";
    }

    @Override
    public VendorAnswer answer(VendorRequest request) {
      try {
        return VendorAnswer.json(200, answered(request).toString());
      } catch (SimulatedAirtableError refused) {
        return refused.answer();
      }
    }

    private JsonNode answered(VendorRequest request) {
      var path = segments(request);
      int at = path.indexOf("meta") >= 0 ? 3 : path.indexOf("bases") >= 0 ? 2 : 1;
      var base = base(request, path.get(at));
      base.rates().ask();
      var rest = path.subList(at + 1, path.size());
      return switch (operation(request)) {
        case "schema.read" -> base.schema();
        case "schema.create" ->
            rest.size() == 1
                ? base.createTable(body(request))
                : base.createField(rest.get(1), body(request));
        case "records.list" -> base.list(rest.getFirst(), body(request));
        case "records.upsert" -> {
          if (!request.method().equals("PATCH")) {
            throw new SimulatedAirtableError(404, "NOT_FOUND", "no such route");
          }
          yield base.upsert(rest.getFirst(), body(request));
        }
        case "webhooks.refresh" -> base.refreshHook(rest.get(1));
        case "webhooks.payloads" ->
            base.payloads(
                rest.get(1), Integer.parseInt(request.parameter("cursor").orElse("1")));
        default -> base.createHook(body(request));
      };
    }

    private SimulatedAirtableBase base(VendorRequest request, String id) {
      var bearer = request.header("Authorization").orElse("");
      if (bases.values().stream().noneMatch(base -> bearer.equals("Bearer " + base.token()))) {
        throw new SimulatedAirtableError(
            401, "AUTHENTICATION_REQUIRED", "Authentication required");
      }
      var base = bases.get(id);
      if (base == null || !bearer.equals("Bearer " + base.token())) {
        throw new SimulatedAirtableError(
            403,
            "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND",
            "Invalid permissions, or the requested model was not found.");
      }
      return base;
    }

    @Override
    public VendorAnswer refusal(VendorFault.Refused refused, VendorRequest request) {
      var type =
          switch (refused.status()) {
            case 404 -> "NOT_FOUND";
            case 429 -> "RATE_LIMIT_REACHED";
            case 503 -> "SERVICE_UNAVAILABLE";
            default -> "SERVER_ERROR";
          };
      return new SimulatedAirtableError(refused.status(), type, "Try again").answer();
    }

    @Override
    public VendorAnswer expired(VendorRequest request) {
      return new SimulatedAirtableError(401, "AUTHENTICATION_REQUIRED", "Authentication required")
          .answer();
    }

    private static JsonNode body(VendorRequest request) {
      try {
        return JSON.readTree(request.text());
      } catch (JacksonException e) {
        throw new SimulatedAirtableError(
            422, "INVALID_REQUEST_MISSING_FIELDS", "Could not parse the request");
      }
    }

    private static List<String> segments(VendorRequest request) {
      return Arrays.asList(request.path().substring(1).split("/"));
    }
  }
}
