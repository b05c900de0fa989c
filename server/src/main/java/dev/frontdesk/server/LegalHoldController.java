package dev.frontdesk.server;

import dev.frontdesk.reporting.LegalHold;
import dev.frontdesk.reporting.LegalHold.Scope;
import dev.frontdesk.reporting.RetentionStore;
import dev.frontdesk.storage.ApiKey;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.Ids;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Legal holds: what must not be erased, whatever the retention says.
@RestController
class LegalHoldController {
  private static final int MOST_LISTED = 1_000;

  private final RetentionStore kept;
  private final Storage storage;
  private final Clock clock;

  LegalHoldController(RetentionStore kept, Storage storage, Clock clock) {
    this.kept = kept;
    this.storage = storage;
    this.clock = clock;
  }

  @GetMapping("/legal-holds")
  List<Map<String, Object>> list(@AuthenticationPrincipal ApiKey principal) {
    return kept.holds(principal.org(), MOST_LISTED).stream()
        .map(LegalHoldController::json)
        .toList();
  }

  /// `{"scope": "call", "callId": "…", "reason": "…"}` or `{"scope": "organisation", …}`.
  @PostMapping("/legal-holds")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Object> place(
      @AuthenticationPrincipal ApiKey principal, @RequestBody Map<String, Object> body) {
    var mistakes = new ArrayList<String>();
    var scope = text(body, "scope").flatMap(Scope::of);
    if (scope.isEmpty()) {
      mistakes.add("scope must be call or organisation");
    }
    var reason = text(body, "reason").filter(t -> !t.isBlank() && t.length() <= 2_000);
    if (reason.isEmpty()) {
      mistakes.add("reason must be a text of 1 to 2000 characters");
    }
    for (var key : body.keySet()) {
      if (!List.of("scope", "callId", "reason").contains(key)) {
        mistakes.add("property " + key + " should not exist");
      }
    }
    var ofCall = text(body, "callId");
    if (ofCall.isPresent() != scope.filter(s -> s == Scope.CALL).isPresent()) {
      mistakes.add("callId names the call, for the scope call only");
    }
    if (!mistakes.isEmpty()) {
      throw new ApiErrors.BadRequest(mistakes);
    }
    if (ofCall.isPresent()
        && storage.calls().find(principal.org(), new CallId(ofCall.get())).isEmpty()) {
      throw new ApiErrors.NotFound("there is no call with this id");
    }
    var now = clock.instant();
    var hold =
        new LegalHold(
            principal.org(),
            Ids.newUuid(now),
            scope.orElseThrow(),
            ofCall.orElse(principal.org().value()),
            reason.orElseThrow(),
            "key:" + principal.id(),
            now,
            Optional.empty());
    kept.place(hold);
    return json(hold);
  }

  private static Optional<String> text(Map<String, Object> body, String key) {
    return body.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /// Lifts it; the hold stays in the list, and in the audit.
  @DeleteMapping("/legal-holds/{id}")
  Map<String, Object> lift(@AuthenticationPrincipal ApiKey principal, @PathVariable String id) {
    return kept.lift(principal.org(), id, "key:" + principal.id(), clock.instant())
        .map(LegalHoldController::json)
        .orElseThrow(() -> new ApiErrors.NotFound("no such hold stands"));
  }

  private static Map<String, Object> json(LegalHold hold) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", hold.id());
    json.put("scope", hold.scope().word());
    if (hold.scope() == Scope.CALL) {
      json.put("callId", hold.subject());
    }
    json.put("reason", hold.reason());
    json.put("placedBy", hold.placedBy());
    json.put("placedAt", hold.placedAt().toString());
    hold.liftedAt().ifPresent(at -> json.put("liftedAt", at.toString()));
    return json;
  }
}
