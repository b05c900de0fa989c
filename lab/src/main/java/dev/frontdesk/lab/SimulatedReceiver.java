package dev.frontdesk.lab;

import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;

/// Somebody who is told of events by webhook, and takes nothing on trust: no signature or a wrong
/// one, a timestamp that is off by more than five minutes, no event id or another than the body's
/// gets 401 or 400.
///
/// Operation for faults: `webhook.receive`.
public final class SimulatedReceiver implements AutoCloseable {
  private static final Duration STALE = Duration.ofMinutes(5);

  private final Secret secret;
  private final Clock clock;
  private final VendorDoor door;
  private final List<Received> received = new CopyOnWriteArrayList<>();

  /// @param event  its id
  /// @param type   as `booking.booking-made`
  /// @param again  whether one with this id had come before
  public record Received(String event, String type, String body, boolean again) {}

  private SimulatedReceiver(
      int port, Secret secret, VendorFaults faults, Duration latency, Clock clock) {
    this.secret = secret;
    this.clock = clock;
    this.door = VendorDoor.open(port, new Desk(), faults, latency);
  }

  /// @param port 0 for any
  public static SimulatedReceiver start(
      int port, Secret secret, VendorFaults faults, Duration latency, Clock clock) {
    return new SimulatedReceiver(port, secret, faults, latency, clock);
  }

  public URI address() {
    return door.base().resolve("/hook");
  }

  /// What was accepted, in order.
  public List<Received> entries() {
    return List.copyOf(received);
  }

  @Override
  public void close() {
    door.close();
  }

  private final class Desk implements VendorDoor.Vendor {
    @Override
    public String operation(VendorRequest request) {
      return "webhook.receive";
    }

    @Override
    public VendorAnswer answer(VendorRequest request) {
      var timestamp = request.header("X-Timestamp").orElse("");
      if (!request.method().equals("POST") || !timestamp.matches("[0-9]{1,12}")) {
        return VendorAnswer.empty(400);
      }
      var age = Duration.ofSeconds(clock.instant().getEpochSecond() - Long.parseLong(timestamp));
      if (age.abs().compareTo(STALE) > 0) {
        return VendorAnswer.empty(401);
      }
      var expected = signature(timestamp, request.body());
      var given = request.header("X-Signature").orElse("");
      if (!MessageDigest.isEqual(bytes(expected), bytes(given))) {
        return VendorAnswer.empty(401);
      }
      return take(request);
    }

    private VendorAnswer take(VendorRequest request) {
      try {
        var json = SimulatedAirtable.JSON.readTree(request.text());
        var id = request.header("X-Event-Id").orElse("");
        if (id.isEmpty() || !id.equals(json.path("id").asString(""))) {
          return VendorAnswer.empty(400);
        }
        boolean again = received.stream().anyMatch(one -> one.event().equals(id));
        received.add(
            new Received(id, json.path("type").asString(""), request.text(), again));
        return VendorAnswer.empty(202);
      } catch (JacksonException e) {
        return VendorAnswer.empty(400);
      }
    }

    @Override
    public VendorAnswer refusal(VendorFault.Refused refused, VendorRequest request) {
      return VendorAnswer.empty(refused.status());
    }

    @Override
    public VendorAnswer expired(VendorRequest request) {
      return VendorAnswer.empty(401);
    }
  }

  /// Written beside the product's own, so that one checks the other.
  private String signature(String timestamp, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes(secret.reveal()), "HmacSHA256"));
      mac.update(bytes(timestamp + "."));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
