package dev.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.server.RunningServer.Answer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BookingControllerTest {
  @TempDir static Path data;
  static RunningServer desk;

  @BeforeAll
  static void start() {
    desk = RunningServer.start(
        data, Clock.fixed(Instant.parse("2026-11-22T15:00:00Z"), ZoneOffset.UTC));
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  @Test
  void an_offer_becomes_a_booking_that_can_be_read_moved_and_cancelled() {
    var offered = desk.get("/slots?service=haircut&at=2026-11-23T09:00");
    assertThat(offered.body().path("granted").asBoolean()).isTrue();
    var booked = book(offered, 0, "first");
    assertThat(booked.status()).isEqualTo(201);
    assertThat(booked.text("start")).isEqualTo("2026-11-23T09:00-05:00");
    var id = booked.text("id");
    assertThat(desk.get("/bookings/" + id).body()).isEqualTo(booked.body());

    var later =
        desk.get("/slots?service=haircut&at=2026-11-23T09:30&moving=%s&visit=%s"
            .formatted(id, offered.text("visit")));
    var moved =
        desk.post(
            "/bookings/" + id + "/move",
            "{\"visit\":\"%s\",\"token\":\"%s\"}".formatted(later.text("visit"), token(later, 0)),
            "second");
    assertThat(moved.status()).isEqualTo(200);
    assertThat(moved.text("id")).isEqualTo(id);
    assertThat(moved.text("start")).isEqualTo("2026-11-23T09:30-05:00");

    var cancelled = desk.post("/bookings/" + id + "/cancel", "", "third");
    assertThat(cancelled.text("status")).isEqualTo("cancelled");
    var listed = desk.get("/bookings?from=2026-11-23&to=2026-11-24").body();
    assertThat(listed.findValuesAsString("id")).contains(id);
  }

  @Test
  void the_same_key_books_once() {
    var offered = desk.get("/slots?service=haircut&at=2026-11-24T10:00");
    var booked = book(offered, 0, "again");
    var repeated = book(offered, 0, "again");
    assertThat(repeated.text("id")).isEqualTo(booked.text("id"));
    assertThat(desk.get("/bookings?from=2026-11-24&to=2026-11-25").body()).hasSize(1);
  }

  @Test
  void who_comes_second_is_told_what_else_is_free() {
    var one = desk.get("/slots?service=haircut&at=2026-11-25T11:00");
    var two = desk.get("/slots?service=haircut&at=2026-11-25T11:00");
    assertThat(book(one, 0, "one").status()).isEqualTo(201);
    var refused = book(two, 0, "two");
    assertThat(refused.status()).isIn(409, 422);
    assertThat(refused.body().path("alternatives")).isNotEmpty();
  }

  @Test
  void a_token_is_good_in_its_own_visit_only() {
    var one = desk.get("/slots?service=haircut&at=2026-11-26T11:00");
    var refused =
        desk.post("/bookings", body(UUID.randomUUID().toString(), token(one, 0)), "stolen");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("reason")).isEqualTo("invalid");
  }

  @Test
  void every_mistake_in_a_body_is_named() {
    var refused =
        desk.post(
            "/bookings", "{\"customer\":{\"phone\":\"555\",\"age\":7},\"colour\":1}", "mistakes");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("message").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder(
            "property colour should not exist",
            "visit is missing: it must be the visit that /slots gave",
            "token is missing: it must be one of the tokens offered",
            "property customer.age should not exist",
            "name is missing: it must be the customer's name",
            "phone must be a number such as +14155550123");
  }

  @Test
  void a_booking_without_a_key_or_without_rights_is_refused() {
    assertThat(desk.send("POST", "/bookings", "{}", Map.of()).status()).isEqualTo(400);
    assertThat(desk.send("GET", "/bookings", "", Map.of("Authorization", "Bearer x")).status())
        .isEqualTo(401);
    assertThat(desk.get("/bookings/nobody").status()).isEqualTo(404);
  }

  @Test
  void a_wish_that_cannot_be_read_says_what_to_mend() {
    assertThat(desk.get("/slots?service=haircut&at=tomorrow").body().path("message").get(0))
        .hasToString("\"at must be a local time such as 2026-11-23T14:30\"");
    assertThat(desk.get("/slots?at=2026-11-23").body().path("message").get(0))
        .hasToString("\"service is missing\"");
  }

  private static Answer book(Answer offered, int offer, String key) {
    return desk.post("/bookings", body(offered.text("visit"), token(offered, offer)), key);
  }

  private static String body(String visit, String token) {
    return """
        {"visit": "%s", "token": "%s",
         "customer": {"name": "Dana Whitfield", "phone": "+14155550123"}}"""
        .formatted(visit, token);
  }

  private static String token(Answer offered, int offer) {
    return offered.body().path("offers").path(offer).path("token").asString();
  }
}
