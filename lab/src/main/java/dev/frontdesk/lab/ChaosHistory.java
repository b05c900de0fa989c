package dev.frontdesk.lab;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/// What the server acknowledged to its clients, kept outside of it.
final class ChaosHistory {
  private final Map<String, Acknowledged> bookings = new ConcurrentHashMap<>();
  private final AtomicInteger acts = new AtomicInteger();

  /// A booking as the last acknowledgement for it said.
  ///
  /// @param phone   of the customer, which no other booking has
  /// @param version goes up with each change that was acknowledged
  /// @param acts    how many were: the making, each move, the cancelling
  record Acknowledged(
      String org, String id, String phone, OffsetDateTime start, String status, int version,
      int acts) {
    boolean stands() {
      return status.equals("confirmed");
    }
  }

  void acknowledged(String org, JsonNode booking) {
    acts.incrementAndGet();
    var now =
        new Acknowledged(
            org,
            booking.path("id").asString(),
            booking.path("customer").path("phone").asString(),
            OffsetDateTime.parse(booking.path("start").asString()),
            booking.path("status").asString(),
            booking.path("version").asInt(),
            1);
    bookings.merge(now.id(), now, ChaosHistory::newer);
  }

  /// A repeated acknowledgement of an older act may come after that of a newer.
  private static Acknowledged newer(Acknowledged known, Acknowledged told) {
    var newest = told.version() >= known.version() ? told : known;
    return new Acknowledged(
        newest.org(), newest.id(), newest.phone(), newest.start(), newest.status(),
        newest.version(), known.acts() + 1);
  }

  Collection<Acknowledged> bookings() {
    return List.copyOf(bookings.values());
  }

  int booked() {
    return bookings.size();
  }

  /// Bookings made, moved and cancelled, together.
  int acts() {
    return acts.get();
  }
}
