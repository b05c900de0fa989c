package dev.frontdesk.server;

import dev.frontdesk.integrations.vapi.VapiCalls;
import dev.frontdesk.storage.ApiKey;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.telephony.Call;
import dev.frontdesk.telephony.SpokenLine;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Calls as Vapi's clients see them: `POST /call` opens a WebSocket call, `GET` reads what became of
/// one.
@RestController
class CallController {
  private static final int MOST_LISTED = 1_000;

  private final VapiCalls calls;
  private final Storage storage;

  CallController(VapiCalls calls, Storage storage) {
    this.calls = calls;
    this.storage = storage;
  }

  @PostMapping("/call")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Object> open(
      @AuthenticationPrincipal ApiKey principal, @RequestBody Map<String, Object> body) {
    var request = CallRequest.read(body);
    var opened = calls.create(principal.org(), request.format());
    var json = json(opened.call());
    json.put("assistantId", request.assistantId());
    if (!request.name().isEmpty()) {
      json.put("name", request.name());
    }
    json.put("transport", transport(request, opened));
    json.put(
        "subscriptionLimits",
        Map.of(
            "concurrencyBlocked", opened.full(),
            "concurrencyLimit", opened.limit(),
            "remainingConcurrentCalls", opened.remaining()));
    return json;
  }

  @GetMapping("/call/{id}")
  Map<String, Object> read(
      @AuthenticationPrincipal ApiKey principal, @PathVariable String id) {
    var call =
        storage
            .calls()
            .find(principal.org(), new CallId(id))
            .orElseThrow(() -> new ApiErrors.NotFound("there is no call with this id"));
    var json = json(call);
    json.put("artifact", artifact(principal.org(), call.id()));
    return json;
  }

  @GetMapping("/call")
  List<Map<String, Object>> list(
      @AuthenticationPrincipal ApiKey principal,
      @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > MOST_LISTED) {
      throw new ApiErrors.BadRequest(List.of("limit must be 1 to " + MOST_LISTED));
    }
    return storage.calls().latest(principal.org(), limit).stream()
        .map(CallController::json)
        .collect(Collectors.toList());
  }

  private static Map<String, Object> transport(CallRequest request, VapiCalls.Opened opened) {
    return Map.of(
        "provider",
        "vapi.websocket",
        "conversationType",
        "voice",
        "websocketCallUrl",
        opened.url().toString(),
        "audioFormat",
        Map.of(
            "format",
            switch (request.format().encoding()) {
              case ULAW -> "mulaw";
              case L16 -> "pcm_s16le";
            },
            "container",
            "raw",
            "sampleRate",
            request.format().sampleRateHz()));
  }

  private Map<String, Object> artifact(OrgId org, CallId call) {
    var lines = storage.calls().transcript(org, call);
    var messages =
        lines.stream()
            .map(
                line ->
                    Map.<String, Object>of(
                        "role",
                        role(line),
                        "message",
                        line.text().text(),
                        "time",
                        line.at().toEpochMilli()))
            .toList();
    var text =
        lines.stream()
            .map(line -> (role(line).equals("bot") ? "AI: " : "User: ") + line.text().text())
            .collect(Collectors.joining("\n"));
    var turns =
        storage.calls().turns(org, call).stream()
            .map(
                turn ->
                    Map.<String, Object>of(
                        "endpointingLatency", turn.endpointingMs(),
                        "modelLatency", turn.languageMs(),
                        "voiceLatency", turn.speechMs(),
                        "turnLatency",
                            turn.endpointingMs()
                                + turn.languageMs()
                                + turn.speechMs()
                                + turn.overheadMs()))
            .toList();
    return Map.of(
        "messages", messages,
        "transcript", text,
        "performanceMetrics", Map.of("turnLatencies", turns));
  }

  private static String role(SpokenLine line) {
    return switch (line.speaker()) {
      case AGENT -> "bot";
      case CALLER -> "user";
    };
  }

  private static Map<String, Object> json(Call call) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", call.id().value());
    json.put("orgId", call.org().value());
    json.put("type", call.type().wire());
    json.put("status", call.status().wire());
    json.put("createdAt", call.createdAt().toString());
    call.startedAt().ifPresent(at -> json.put("startedAt", at.toString()));
    call.endedAt().ifPresent(at -> json.put("endedAt", at.toString()));
    call.endedReason().ifPresent(reason -> json.put("endedReason", reason.value()));
    call.customer().ifPresent(caller -> json.put("customer", Map.of("number", caller.e164())));
    json.put("assistantVersion", call.agent().value());
    json.put("cost", 0);
    return json;
  }
}
