package dev.frontdesk.server;

import dev.frontdesk.durable.DeadLetters.Edit;
import dev.frontdesk.durable.DeadLetters.Filter;
import dev.frontdesk.durable.FailureClass;
import dev.frontdesk.durable.JobState;
import dev.frontdesk.server.ApiErrors.BadRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/// Which jobs are meant: `state`, `kind`, `key`, `errorClass`, `olderThan` (`PT1H`: dead for at
/// least so long), `limit`.
///
/// @param perSecond of a bulk retry
record JobQuery(Filter filter, int limit, double perSecond) {
  private static final int USUAL_LIMIT = 100;
  private static final int MOST_LISTED = 1_000;
  private static final double USUAL_RATE = 5;
  private static final double FASTEST = 100;
  private static final int LONGEST_REASON = 200;
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> DEAD =
      Set.of("kind", "key", "errorClass", "olderThan", "limit");

  /// @throws BadRequest naming the mistake
  static JobQuery read(Map<String, String> query, Instant now) {
    known(query, Set.of("state", "kind", "key", "errorClass", "olderThan", "limit"));
    var state = may(query, "state", JobState::read, "waiting, running, done, dead or cancelled");
    return of(query, state.orElse(JobState.WAITING), now);
  }

  static JobQuery ofDead(Map<String, String> query, Instant now) {
    known(query, DEAD);
    return of(query, JobState.DEAD, now);
  }

  /// The body of a bulk retry: which dead letters, and `perSecond`.
  static JobQuery bulk(Map<String, Object> body, Instant now) {
    known(body, Set.of("kind", "key", "errorClass", "olderThan", "limit", "perSecond"));
    var asked = of(body, JobState.DEAD, now);
    var rate =
        may(body, "perSecond", Double::valueOf, "a number up to 100").orElse(USUAL_RATE);
    if (!(rate > 0 && rate <= FASTEST)) {
      throw mistake("perSecond must be a number up to 100");
    }
    return new JobQuery(asked.filter, asked.limit, rate);
  }

  private static JobQuery of(Map<String, ?> query, JobState state, Instant now) {
    int limit =
        may(query, "limit", Integer::valueOf, "a whole number").orElse(USUAL_LIMIT);
    if (limit < 1 || limit > MOST_LISTED) {
      throw mistake("limit must be 1 to " + MOST_LISTED);
    }
    var filter =
        new Filter(
            state,
            may(query, "kind", text -> text, "a kind"),
            may(query, "key", text -> text, "a key"),
            may(
                query, "errorClass", FailureClass::read,
                "retryable, throttled, permanent, unconfirmed, expired or bug"),
            may(query, "olderThan", Duration::parse, "a duration such as PT1H").map(now::minus));
    return new JobQuery(filter, limit, USUAL_RATE);
  }

  /// `{payload, deadline}`, both optional.
  static Edit edit(Map<String, Object> body) {
    known(body, Set.of("payload", "deadline"));
    var payload = body.get("payload");
    if (payload != null && !(payload instanceof Map)) {
      throw mistake("payload must be an object");
    }
    return new Edit(
        Optional.ofNullable(payload).map(JSON::writeValueAsString),
        may(body, "deadline", Instant::parse, "a time such as 2026-11-23T14:30:00Z"));
  }

  static String reason(Map<String, Object> body) {
    known(body, Set.of("reason"));
    if (body.get("reason") instanceof String reason
        && !reason.isBlank()
        && reason.length() <= LONGEST_REASON) {
      return reason;
    }
    throw mistake("reason must say why, in up to " + LONGEST_REASON + " characters");
  }

  private static <T> Optional<T> may(
      Map<String, ?> query, String key, Function<String, T> reader, String what) {
    try {
      return Optional.ofNullable(query.get(key)).map(String::valueOf).map(reader);
    } catch (IllegalArgumentException | DateTimeException unusable) {
      throw mistake(key + " must be " + what);
    }
  }

  private static void known(Map<String, ?> query, Set<String> fields) {
    for (var key : query.keySet()) {
      if (!fields.contains(key)) {
        throw mistake("parameter " + key + " should not exist");
      }
    }
  }

  private static BadRequest mistake(String text) {
    return new BadRequest(List.of(text));
  }
}
