package dev.frontdesk.server;

import dev.frontdesk.crm.CrmConflict;
import dev.frontdesk.crm.CrmRows;
import dev.frontdesk.crm.CrmSettling;
import dev.frontdesk.crm.CrmSync;
import dev.frontdesk.crm.CrmTarget;
import dev.frontdesk.crm.MirrorRow;
import dev.frontdesk.durable.Jobs;
import dev.frontdesk.server.ApiErrors.BadRequest;
import dev.frontdesk.server.ApiErrors.NotFound;
import dev.frontdesk.server.ApiErrors.Refused;
import dev.frontdesk.storage.ApiKey;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import dev.frontdesk.vocabulary.ProviderResult;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// An organisation's customer records: what is missing there, which rows stand for a booking, what
/// waits, and what a person must settle.
@RestController
class CrmController {
  private static final int MOST_LISTED = 500;

  private final CrmSync sync;
  private final CrmSettling settling;
  private final CrmSync.Kept kept;
  private final CrmTargets targets;
  private final Jobs jobs;
  private final Clock clock;

  CrmController(
      CrmSync sync,
      CrmSettling settling,
      Storage storage,
      CrmTargets targets,
      Jobs jobs,
      Clock clock) {
    this.sync = sync;
    this.settling = settling;
    this.kept = storage.crm();
    this.targets = targets;
    this.jobs = jobs;
    this.clock = clock;
  }

  /// A dry run: names each table, field and option that is missing, and changes nothing.
  @GetMapping("/crm/check")
  Map<String, Object> dryRun(@AuthenticationPrincipal ApiKey principal) {
    var missing = value(sync.dryRun(target(principal), visitor()));
    return Map.of("complete", missing.isEmpty(), "missing", missing);
  }

  /// Checks again, makes what may be made, and writes what waited for it.
  @PostMapping("/crm/check")
  Map<String, Object> check(@AuthenticationPrincipal ApiKey principal) {
    var told = value(sync.check(target(principal), visitor()));
    jobs.plan(List.of(CrmJobs.pull(principal.org(), visitor(), clock.instant())));
    return Map.of("complete", true, "message", told);
  }

  /// Writes the rows of bookings made before the base was connected: `{"from": "2026-01-01"}` leaves
  /// out what was over by then. `GET /jobs/ID` of the job tells how far it is.
  @PostMapping("/crm/backfill")
  ResponseEntity<Map<String, Object>> backfill(
      @AuthenticationPrincipal ApiKey principal,
      @RequestBody(required = false) @Nullable Map<String, Object> body) {
    target(principal);
    var now = clock.instant();
    var run = Ids.newUuid(now);
    var start = new CrmJobs.Backfill(run, from(body), Optional.empty(), 0);
    var job = CrmJobs.backfill(principal.org(), start, now);
    jobs.plan(List.of(job));
    return ResponseEntity.accepted().body(Map.of("job", job.id()));
  }

  private static Instant from(@Nullable Map<String, Object> body) {
    var given = body == null ? null : body.get("from");
    if (given == null) {
      return Instant.EPOCH;
    }
    try {
      return LocalDate.parse(String.valueOf(given)).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new BadRequest(List.of("from must be a day such as 2026-01-01"));
    }
  }

  @GetMapping("/crm/rows")
  List<Map<String, Object>> rows(
      @AuthenticationPrincipal ApiKey principal, @RequestParam String booking) {
    return kept.rows().of(principal.org(), new BookingId(booking)).stream()
        .map(CrmController::json)
        .toList();
  }

  /// What cannot be written until somebody acts; the rest goes on.
  @GetMapping("/crm/set-aside")
  List<Map<String, Object>> setAside(@AuthenticationPrincipal ApiKey principal) {
    return kept.rows().setAside(principal.org()).stream().map(CrmController::json).toList();
  }

  @PostMapping("/crm/set-aside/retry")
  Map<String, Object> retry(@AuthenticationPrincipal ApiKey principal) {
    int again = kept.rows().tryAgain(principal.org());
    jobs.plan(List.of(CrmJobs.pull(principal.org(), visitor(), clock.instant())));
    return Map.of("retried", again);
  }

  @GetMapping("/crm/conflicts")
  List<Map<String, Object>> conflicts(@AuthenticationPrincipal ApiKey principal) {
    return kept.conflicts().open(principal.org(), MOST_LISTED).stream()
        .map(CrmController::json)
        .toList();
  }

  /// `{"keep": "ours"}` writes ours there, `{"keep": "theirs"}` carries theirs out here.
  @PostMapping("/crm/conflicts/{id}/settle")
  Map<String, Object> settle(
      @AuthenticationPrincipal ApiKey principal,
      @PathVariable String id,
      @RequestBody Map<String, Object> body) {
    var choice =
        switch (String.valueOf(body.get("keep"))) {
          case "ours" -> CrmConflict.Choice.OURS;
          case "theirs" -> CrmConflict.Choice.THEIRS;
          default -> throw new BadRequest(List.of("keep must be ours or theirs"));
        };
    var by = "key:" + principal.id();
    return switch (settling.settle(principal.org(), id, choice, by)) {
      case CrmSettling.Outcome.Unknown() ->
          throw new NotFound("there is no conflict with this id");
      case CrmSettling.Outcome.Refused(var why) ->
          throw new Refused(HttpStatus.CONFLICT, why, Map.of());
      case CrmSettling.Outcome.Done(var conflict) -> {
        var now = clock.instant();
        jobs.plan(
            List.of(CrmJobs.push(principal.org(), conflict.booking(), "settled-" + now, now)));
        yield json(conflict);
      }
    };
  }

  private CrmTarget target(ApiKey principal) {
    return targets
        .of(principal.org())
        .orElseThrow(() -> new NotFound("no customer records are connected"));
  }

  private String visitor() {
    return "asked-" + Ids.newUuid(clock.instant());
  }

  private static <T> T value(ProviderResult<T> result) {
    return switch (result) {
      case Ok<T>(var value) -> value;
      case Failed<T>(var failure) ->
          throw switch (failure) {
            case Failure.Permanent(var detail) ->
                new Refused(HttpStatus.CONFLICT, detail, Map.of());
            case Failure.Throttled(var detail, var after) ->
                new Refused(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    detail,
                    Map.of("retryAfterSeconds", after.toSeconds() + 1));
            case Failure.Retryable(var detail) ->
                new Refused(HttpStatus.BAD_GATEWAY, detail, Map.of());
            case Failure.Unconfirmed(var detail) ->
                new Refused(HttpStatus.BAD_GATEWAY, detail, Map.of());
          };
    };
  }

  private static Map<String, Object> json(MirrorRow row) {
    var json = new LinkedHashMap<String, Object>();
    json.put("table", row.table().title());
    json.put("key", row.key());
    row.record().ifPresent(record -> json.put("record", record));
    row.writtenAt().ifPresent(at -> json.put("writtenAt", at.toString()));
    return json;
  }

  private static Map<String, Object> json(CrmRows.SetAside aside) {
    return Map.of(
        "subject", aside.subject().id(),
        "why", aside.why(),
        "changedAt", aside.changedAt().toString());
  }

  private static Map<String, Object> json(CrmConflict conflict) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", conflict.id());
    json.put("booking", conflict.booking().value());
    json.put("field", conflict.field().title());
    json.put("ours", conflict.ours().shown());
    json.put("theirs", conflict.theirs().shown());
    json.put("why", conflict.why());
    json.put("raisedAt", conflict.raisedAt().toString());
    conflict
        .settled()
        .ifPresent(
            settled -> {
              json.put("kept", settled.choice().name().toLowerCase(Locale.ROOT));
              json.put("settledAt", settled.at().toString());
            });
    return json;
  }
}
