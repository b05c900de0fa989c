package dev.frontdesk.server;

import dev.frontdesk.reporting.Report.Cause;
import dev.frontdesk.reporting.ReportStore;
import dev.frontdesk.reporting.ReportStore.Document;
import dev.frontdesk.reporting.RetentionStore;
import dev.frontdesk.storage.ApiKey;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.io.InputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Reports on calls, in every version there is.
@RestController
class ReportController {
  private final ReportDesk desk;
  private final ReportStore reports;
  private final RetentionStore kept;
  private final ReportRecordings recordings;
  private final Clock clock;

  ReportController(
      ReportDesk desk,
      ReportStore reports,
      RetentionStore kept,
      ReportRecordings recordings,
      Clock clock) {
    this.desk = desk;
    this.reports = reports;
    this.kept = kept;
    this.recordings = recordings;
    this.clock = clock;
  }

  @GetMapping(path = "/call/{id}/report", produces = MediaType.APPLICATION_JSON_VALUE)
  String read(
      @AuthenticationPrincipal ApiKey principal,
      @PathVariable String id,
      @RequestParam @Nullable Integer version) {
    if (version != null && version < 1) {
      throw new ApiErrors.BadRequest(List.of("version must be 1 or more"));
    }
    var wanted = version == null ? OptionalInt.empty() : OptionalInt.of(version);
    return reports
        .find(principal.org(), new CallId(id), wanted)
        .map(Document::json)
        .orElseThrow(() -> new ApiErrors.NotFound("there is no such report of this call"));
  }

  @GetMapping("/call/{id}/report/versions")
  List<Map<String, Object>> versions(
      @AuthenticationPrincipal ApiKey principal, @PathVariable String id) {
    return reports.versions(principal.org(), new CallId(id)).stream()
        .map(
            version -> {
              Map<String, Object> json = new LinkedHashMap<>();
              json.put("version", version.version());
              json.put("schemaVersion", version.schema());
              json.put("madeAt", version.madeAt().toString());
              json.put("cause", version.cause().name().toLowerCase(java.util.Locale.ROOT));
              json.put("producedBy", version.analyst());
              return json;
            })
        .toList();
  }

  /// Makes the report anew; earlier versions stay. The same `Idempotency-Key` makes one version.
  @PostMapping(path = "/call/{id}/report", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> make(
      @AuthenticationPrincipal ApiKey principal,
      @PathVariable String id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String asked) {
    var call = new CallId(id);
    var key = asked == null ? Ids.newUuid(clock.instant()) : "asked:" + asked;
    if (key.length() > 300) {
      throw new ApiErrors.BadRequest(List.of("Idempotency-Key must have at most 255 characters"));
    }
    var made =
        desk.make(principal.org(), call, key, Cause.ASKED_FOR)
            .orElseThrow(
                () -> new ApiErrors.NotFound("there is no call with this id that has ended"));
    return switch (made) {
      case Ok(var version) ->
          ResponseEntity.status(version.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
              .body(
                  reports
                      .find(principal.org(), call, OptionalInt.of(version.version()))
                      .map(Document::json)
                      .orElse("{}"));
      case Failed(_) ->
          ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
              .body(
                  "{\"message\":\"the language model gave no answer; try again later\","
                      + "\"error\":\"Service Unavailable\",\"statusCode\":503}");
    };
  }

  /// The stereo WAV of the call's first recorded leg, wherever it lies.
  @GetMapping("/call/{id}/stereo-recording")
  ResponseEntity<InputStreamResource> recording(
      @AuthenticationPrincipal ApiKey principal, @PathVariable String id) {
    for (var recording : kept.recordings(principal.org(), new CallId(id))) {
      var store = recordings.named(recording.store());
      if (store.isPresent()
          && store.get().open(recording.key()) instanceof Ok(Optional<InputStream> bytes)
          && bytes.isPresent()) {
        return ResponseEntity.ok()
            .contentType(MediaType.parseMediaType("audio/wav"))
            .contentLength(recording.bytes())
            .body(new InputStreamResource(bytes.get()));
      }
    }
    throw new ApiErrors.NotFound("there is no recording of this call");
  }
}
