package dev.frontdesk.server;

import dev.frontdesk.crm.WebhookDeliveries;
import dev.frontdesk.crm.WebhookDelivery;
import dev.frontdesk.durable.Jobs;
import dev.frontdesk.server.ApiErrors.BadRequest;
import dev.frontdesk.server.ApiErrors.NotFound;
import dev.frontdesk.storage.ApiKey;
import dev.frontdesk.storage.Storage;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What was told to whom by webhook, and telling it again.
@RestController
class CrmDeliveriesController {
  private static final int MOST_LISTED = 500;
  private static final int LONGEST_KEY = 80;

  private final WebhookDeliveries deliveries;
  private final Jobs jobs;
  private final Clock clock;

  CrmDeliveriesController(Storage storage, Jobs jobs, Clock clock) {
    this.deliveries = storage.webhookDeliveries();
    this.jobs = jobs;
    this.clock = clock;
  }

  @GetMapping("/webhooks/deliveries")
  List<Map<String, Object>> list(
      @AuthenticationPrincipal ApiKey principal,
      @RequestParam(defaultValue = "false") boolean undelivered,
      @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > MOST_LISTED) {
      throw new BadRequest(List.of("limit must be 1 to " + MOST_LISTED));
    }
    return deliveries.latest(principal.org(), undelivered, limit).stream()
        .map(CrmDeliveriesController::json)
        .toList();
  }

  /// Sends the same event with the same id once more. The same key twice is one sending.
  @PostMapping("/webhooks/deliveries/{target}/{event}/replay")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Map<String, Object> replay(
      @AuthenticationPrincipal ApiKey principal,
      @PathVariable String target,
      @PathVariable String event,
      @RequestHeader("Idempotency-Key") String key) {
    if (!key.matches("[!-~]{1," + LONGEST_KEY + "}")) {
      throw new BadRequest(List.of("Idempotency-Key must have 1 to 80 visible characters"));
    }
    var delivery =
        deliveries
            .find(principal.org(), target, event)
            .orElseThrow(() -> new NotFound("there is no such delivery"));
    jobs.plan(
        List.of(
            CrmJobs.replay(principal.org(), target, delivery.event(), key, clock.instant())));
    return json(delivery);
  }

  private static Map<String, Object> json(WebhookDelivery delivery) {
    var json = new LinkedHashMap<String, Object>();
    json.put("event", delivery.event().id());
    json.put("type", delivery.event().kind());
    json.put("at", delivery.event().at().toString());
    json.put("target", delivery.target());
    json.put("attempts", delivery.attempts());
    delivery.lastAnswer().ifPresent(answer -> json.put("lastAnswer", answer));
    delivery.lastAt().ifPresent(at -> json.put("lastAt", at.toString()));
    delivery.deliveredAt().ifPresent(at -> json.put("deliveredAt", at.toString()));
    return json;
  }
}
