package dev.frontdesk.server;

import dev.frontdesk.reporting.FollowUp;
import dev.frontdesk.reporting.FollowUp.Act;
import dev.frontdesk.reporting.FollowUp.State;
import dev.frontdesk.reporting.LeadStage;
import dev.frontdesk.reporting.LeadStore;
import dev.frontdesk.reporting.LeadStore.Decided;
import dev.frontdesk.storage.ApiKey;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/// Leads with the reasons for their scores, what should be done about calls, and what waits for a
/// person to look at it first.
@RestController
class LeadController {
  private static final int MOST_LISTED = 1_000;

  private final LeadStore leads;
  private final Clock clock;

  LeadController(LeadStore leads, Clock clock) {
    this.leads = leads;
    this.clock = clock;
  }

  @GetMapping("/leads")
  List<Map<String, Object>> leads(
      @AuthenticationPrincipal ApiKey principal,
      @RequestParam @Nullable String stage,
      @RequestParam(defaultValue = "100") int limit) {
    var wanted =
        Optional.ofNullable(stage)
            .map(
                word ->
                    Arrays.stream(LeadStage.values())
                        .filter(s -> s.word().equals(word))
                        .findFirst()
                        .orElseThrow(
                            () ->
                                new ApiErrors.BadRequest(
                                    List.of(
                                        "stage must be new, contacted, qualified or nurture"))));
    return leads.leads(principal.org(), wanted, checked(limit)).stream()
        .map(LeadJson::lead)
        .toList();
  }

  @GetMapping("/leads/{id}")
  Map<String, Object> lead(@AuthenticationPrincipal ApiKey principal, @PathVariable String id) {
    return leads
        .lead(principal.org(), id)
        .map(LeadJson::lead)
        .orElseThrow(() -> new ApiErrors.NotFound("there is no lead with this id"));
  }

  @GetMapping("/follow-ups")
  List<Map<String, Object>> followUps(
      @AuthenticationPrincipal ApiKey principal,
      @RequestParam(defaultValue = "open") List<String> state,
      @RequestParam(defaultValue = "100") int limit) {
    var states = EnumSet.noneOf(State.class);
    for (var word : state) {
      states.add(
          Arrays.stream(State.values())
              .filter(s -> s.word().equals(word))
              .findFirst()
              .orElseThrow(
                  () ->
                      new ApiErrors.BadRequest(
                          List.of("state must be in-review, open, done or rejected"))));
    }
    return list(principal, states, limit);
  }

  /// What is not done by itself because the lead is worth a look.
  @GetMapping("/review-queue")
  List<Map<String, Object>> reviewQueue(
      @AuthenticationPrincipal ApiKey principal,
      @RequestParam(defaultValue = "100") int limit) {
    return list(principal, Set.of(State.IN_REVIEW), limit);
  }

  @PostMapping("/review-queue/{id}/approve")
  ResponseEntity<Map<String, Object>> approve(
      @AuthenticationPrincipal ApiKey principal,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Map<String, Object> body) {
    return decide(principal, id, Act.APPROVE, body);
  }

  @PostMapping("/review-queue/{id}/reject")
  ResponseEntity<Map<String, Object>> reject(
      @AuthenticationPrincipal ApiKey principal,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Map<String, Object> body) {
    return decide(principal, id, Act.REJECT, body);
  }

  @PostMapping("/follow-ups/{id}/done")
  ResponseEntity<Map<String, Object>> done(
      @AuthenticationPrincipal ApiKey principal,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Map<String, Object> body) {
    return decide(principal, id, Act.FINISH, body);
  }

  @PostMapping("/follow-ups/{id}/reject")
  ResponseEntity<Map<String, Object>> drop(
      @AuthenticationPrincipal ApiKey principal,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Map<String, Object> body) {
    return decide(principal, id, Act.REJECT, body);
  }

  private ResponseEntity<Map<String, Object>> decide(
      ApiKey principal, String id, Act act, @Nullable Map<String, Object> body) {
    var by = "key:" + principal.id();
    return switch (leads.decide(
        principal.org(), id, act, by, LeadJson.why(body), clock.instant())) {
      case Decided.Moved(var now) -> ResponseEntity.ok(LeadJson.followUp(now));
      case Decided.Missing _ ->
          throw new ApiErrors.NotFound("there is no follow-up with this id");
      case Decided.Refused(var now) ->
          ResponseEntity.status(HttpStatus.CONFLICT)
              .body(
                  Map.of(
                      "message", "this follow-up is " + now.state().word() + "; that cannot be "
                          + "decided any more",
                      "error", "Conflict",
                      "statusCode", 409));
    };
  }

  private List<Map<String, Object>> list(ApiKey principal, Set<State> states, int limit) {
    List<FollowUp> found = leads.followUps(principal.org(), states, checked(limit));
    return found.stream()
        .map(
            followUp -> {
              var json = LeadJson.followUp(followUp);
              followUp
                  .lead()
                  .flatMap(lead -> leads.lead(principal.org(), lead))
                  .ifPresent(lead -> json.put("lead", LeadJson.lead(lead)));
              return json;
            })
        .toList();
  }

  private static int checked(int limit) {
    if (limit < 1 || limit > MOST_LISTED) {
      throw new ApiErrors.BadRequest(List.of("limit must be 1 to " + MOST_LISTED));
    }
    return limit;
  }
}
