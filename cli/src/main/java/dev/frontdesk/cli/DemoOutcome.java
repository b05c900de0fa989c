package dev.frontdesk.cli;

import dev.frontdesk.booking.Booking;
import dev.frontdesk.lab.ExpectedBooking;
import dev.frontdesk.lab.FollowWatch;
import dev.frontdesk.lab.Scenario;
import dev.frontdesk.lab.ScenarioResult;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.telephony.SpokenLine;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a demo came to, for the reader of the terminal and as JSON.
///
/// @param followed what appeared after the caller's yes: calendar, text, records, report
/// @param missing  what of it did not
record DemoOutcome(
    Scenario scenario,
    ScenarioResult result,
    CallLog log,
    Storage storage,
    List<FollowWatch.Step> followed,
    List<String> missing) {
  private static final List<String> STAGES =
      List.of("endpointingMs", "languageMs", "speechMs", "overheadMs", "aheadMs");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  void print(PrintStream out) {
    out.println();
    if (result.passed()) {
      out.println("The expected booking stands:");
      bookings().forEach(booking -> out.println("  " + line(booking)));
    } else {
      out.println("The call did not leave what was expected:");
      result.differences().forEach(difference -> out.println("  " + difference));
    }
    if (!followed.isEmpty()) {
      out.println("What followed, and when after the caller's yes:");
      followed.forEach(step -> out.println("  " + line(step)));
    }
    missing.forEach(what -> out.println("  " + what + ": has not appeared"));
  }

  private static String line(FollowWatch.Step step) {
    return "%-14s %6.2f s  %s"
        .formatted(step.what(), step.after().toMillis() / 1000.0, step.detail());
  }

  /// `{passed, differences, expected, expectedBookings, call, booking, bookings, turns, after}`;
  /// `booking` and `expected` are the last of their lists; `after` has what followed by its name,
  /// each `{detail, msAfterYes}`.
  String toJson() {
    var root = JSON.createObjectNode();
    root.put("scenario", scenario.name()).put("passed", result.passed());
    var differences = root.putArray("differences");
    result.differences().forEach(differences::add);
    var expected = root.putArray("expectedBookings");
    for (var booking : scenario.expect().bookings()) {
      write(booking, expected.addObject());
      write(booking, root.putObject("expected")); // the last of them, beside `booking`
    }
    call(root.putObject("call"));
    var all = root.putArray("bookings");
    for (var booking : bookings()) {
      write(booking, all.addObject());
      write(booking, root.putObject("booking")); // the last one the call made or changed
    }
    var turns = root.putArray("turns");
    for (var turn : log.turns()) {
      var one = turns.addObject();
      for (String stage : STAGES) {
        one.put(stage, ((Number) turn.getOrDefault(stage, 0)).doubleValue());
      }
    }
    var after = root.putObject("after");
    for (var step : followed) {
      after
          .putObject(step.what().replace(' ', '-'))
          .put("detail", step.detail())
          .put("msAfterYes", step.after().toMillis());
    }
    var absent = root.putArray("missing");
    missing.forEach(absent::add);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  private void call(ObjectNode node) {
    var id = log.call().orElse("");
    node.put("id", id);
    if (id.isEmpty()) {
      return;
    }
    storage
        .calls()
        .find(org(), new CallId(id))
        .ifPresent(call -> node.put("status", call.status().wire()));
    node.put("endedReason", log.endedReason().orElse(""));
    var transcript = node.putArray("transcript");
    for (var line : storage.calls().transcript(org(), new CallId(id))) {
      transcript
          .addObject()
          .put("role", line.speaker() == SpokenLine.Speaker.AGENT ? "agent" : "caller")
          .put("text", line.text().text());
    }
  }

  private List<Booking> bookings() {
    return log.bookings().stream()
        .flatMap(id -> storage.bookings().find(org(), new BookingId(id)).stream())
        .toList();
  }

  private OrgId org() {
    return scenario.catalogue().organisation().id();
  }

  private static String line(Booking booking) {
    return "%s %s with %s, %s (%s)"
        .formatted(
            status(booking),
            booking.service().value(),
            String.join(" and ", booking.resources().stream().map(r -> r.value()).toList()),
            booking.slot().start().atZone(booking.zone()).toLocalDateTime(),
            booking.zone());
  }

  private static String status(Booking booking) {
    return booking.status().name().toLowerCase(Locale.ROOT);
  }

  private static void write(Booking booking, ObjectNode node) {
    node.put("id", booking.id().value())
        .put("service", booking.service().value())
        .put("resource", booking.resources().getFirst().value())
        .put("start", booking.slot().start().atZone(booking.zone()).toOffsetDateTime().toString())
        .put("end", booking.slot().end().atZone(booking.zone()).toOffsetDateTime().toString())
        .put("timeZone", booking.zone().getId())
        .put("status", status(booking));
    var resources = node.putArray("resources");
    booking.resources().forEach(resource -> resources.add(resource.value()));
    var customer = node.putObject("customer");
    customer.put("name", booking.customer().name().value());
    booking.customer().phone().ifPresent(phone -> customer.put("phone", phone.e164()));
    booking.customer().email().ifPresent(mail -> customer.put("email", mail.value()));
  }

  private void write(ExpectedBooking booking, ObjectNode node) {
    var zone = scenario.catalogue().organisation().zone();
    booking.id().ifPresent(id -> node.put("id", id.value()));
    booking.service().ifPresent(service -> node.put("service", service.value()));
    if (!booking.resources().isEmpty()) {
      node.put("resource", booking.resources().iterator().next().value());
      var resources = node.putArray("resources");
      booking.resources().forEach(resource -> resources.add(resource.value()));
    }
    booking
        .start()
        .ifPresent(at -> node.put("start", at.atZone(zone).toOffsetDateTime().toString()));
    booking.end().ifPresent(at -> node.put("end", at.atZone(zone).toOffsetDateTime().toString()));
    node.put("timeZone", zone.getId());
    booking.status().ifPresent(status -> node.put("status", status));
    var customer = node.putObject("customer");
    booking.name().ifPresent(name -> customer.put("name", name.value()));
    booking.phone().ifPresent(phone -> customer.put("phone", phone.e164()));
  }
}
