package dev.frontdesk.server;

import dev.frontdesk.durable.Alarm;
import dev.frontdesk.durable.Alarms;
import dev.frontdesk.durable.DeadLetters;
import dev.frontdesk.durable.DeadLetters.By;
import dev.frontdesk.durable.JobState;
import dev.frontdesk.storage.ApiKey;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What was given up, and how a person mends it; jobs in any other state; and what stands as an
/// alarm.
@RestController
class JobController {
  private final DeadLetters letters;
  private final Alarms alarms;
  private final Clock clock;

  JobController(DeadLetters letters, Alarms alarms, Clock clock) {
    this.letters = letters;
    this.alarms = alarms;
    this.clock = clock;
  }

  @GetMapping("/jobs")
  List<Map<String, Object>> jobs(
      @AuthenticationPrincipal ApiKey principal, @RequestParam Map<String, String> query) {
    return list(principal, JobQuery.read(query, clock.instant()));
  }

  @GetMapping("/dead-letters")
  List<Map<String, Object>> dead(
      @AuthenticationPrincipal ApiKey principal, @RequestParam Map<String, String> query) {
    return list(principal, JobQuery.ofDead(query, clock.instant()));
  }

  private List<Map<String, Object>> list(ApiKey principal, JobQuery asked) {
    return letters.list(principal.org(), asked.filter(), asked.limit()).stream()
        .map(JobJson::job)
        .toList();
  }

  /// A job with every attempt. Its id has a colon and may have more, so it is a parameter.
  @GetMapping({"/jobs/{id}", "/dead-letters/{id}"})
  Map<String, Object> read(@AuthenticationPrincipal ApiKey principal, @PathVariable String id) {
    var found = letters.find(principal.org(), id).orElseThrow(JobController::unknown);
    var json = new LinkedHashMap<>(JobJson.job(found));
    json.put(
        "history",
        letters.attempts(principal.org(), id).stream().map(JobJson::attempt).toList());
    return json;
  }

  @PostMapping("/dead-letters/{id}/retry")
  Map<String, Object> retry(
      @AuthenticationPrincipal ApiKey principal,
      @PathVariable String id,
      @RequestBody(required = false) Map<String, Object> body) {
    var edit = JobQuery.edit(body == null ? Map.of() : body);
    if (!letters.retry(principal.org(), id, edit, by(principal))) {
      throw notIn(principal, id, "a dead letter");
    }
    return read(principal, id);
  }

  @PostMapping("/dead-letters/retry")
  Map<String, Object> retryAll(
      @AuthenticationPrincipal ApiKey principal, @RequestBody Map<String, Object> body) {
    var asked = JobQuery.bulk(body, clock.instant());
    int revived =
        letters.retryAll(
            principal.org(), asked.filter(), asked.limit(), asked.perSecond(), by(principal));
    return Map.of("retried", revived);
  }

  @PostMapping({"/dead-letters/{id}/cancel", "/jobs/{id}/cancel"})
  Map<String, Object> cancel(
      @AuthenticationPrincipal ApiKey principal,
      @PathVariable String id,
      @RequestBody Map<String, Object> body) {
    if (!letters.cancel(principal.org(), id, JobQuery.reason(body), by(principal))) {
      throw notIn(principal, id, "waiting or a dead letter");
    }
    return read(principal, id);
  }

  @GetMapping("/alarms")
  List<Map<String, Object>> standing(@AuthenticationPrincipal ApiKey principal) {
    return alarms.standing(principal.org()).stream().map(JobController::json).toList();
  }

  private By by(ApiKey principal) {
    return new By("key:" + principal.id(), clock.instant());
  }

  private RuntimeException notIn(ApiKey principal, String id, String state) {
    return letters
        .find(principal.org(), id)
        .map(job -> job.state())
        .map(JobState::wire)
        .<RuntimeException>map(
            is ->
                new ApiErrors.Refused(
                    HttpStatus.CONFLICT,
                    "this job is " + is + ", not " + state,
                    Map.of("state", is)))
        .orElseGet(JobController::unknown);
  }

  private static ApiErrors.NotFound unknown() {
    return new ApiErrors.NotFound("there is no job with this id");
  }

  private static Map<String, Object> json(Alarm alarm) {
    return Map.of(
        "kind", alarm.kind(),
        "subject", alarm.subject(),
        "text", alarm.text(),
        "raisedAt", alarm.raisedAt().toString(),
        "runbook", "docs/runbooks/" + alarm.kind().replace('.', '-') + ".md");
  }
}
