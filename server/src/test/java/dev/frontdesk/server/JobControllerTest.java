package dev.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.durable.AfterAttempt;
import dev.frontdesk.durable.Alarm;
import dev.frontdesk.durable.FailureClass;
import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.JobStore;
import dev.frontdesk.durable.Outcome;
import dev.frontdesk.server.RunningServer.Answer;
import dev.frontdesk.vocabulary.TraceId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Dead letters as an operator mends them over HTTP, and requests that come twice.
class JobControllerTest {
  /// Nobody here does this kind, so what is revived stays where the test can see it.
  private static final String KIND = "test.write";

  @TempDir static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.start(folder, Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_dead_letter_shows_its_payload_and_every_attempt_and_can_be_edited_and_tried_again() {
    die("letter-1", "booking-1", FailureClass.PERMANENT);

    var listed = server.get("/dead-letters?errorClass=permanent&key=booking-1");
    assertThat(listed.body()).hasSize(1);
    var letter = server.get("/dead-letters/letter-1");
    assertThat(letter.text("state")).isEqualTo("dead");
    assertThat(letter.body().at("/payload/subject").asString()).isEqualTo("s");
    assertThat(letter.body().at("/history/0/detail").asString()).isEqualTo("422: no such field");

    var retried =
        server.post(
            "/dead-letters/letter-1/retry", "{\"payload\":{\"subject\":\"mended\"}}", "retry-1");

    assertThat(retried.status()).isEqualTo(200);
    assertThat(retried.text("state")).isEqualTo("waiting");
    assertThat(retried.body().at("/payload/subject").asString()).isEqualTo("mended");
    assertThat(actions()).contains("job.edited job:letter-1");
    var again = server.post("/dead-letters/letter-1/retry", "", "retry-2");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("message")).contains("waiting");
  }

  @Test
  void many_are_tried_again_at_a_rate() {
    for (int n = 0; n < 5; n++) {
      die("many-" + n, "many", FailureClass.RETRYABLE);
    }

    var answer =
        server.post("/dead-letters/retry", "{\"key\":\"many\",\"perSecond\":0.01}", "bulk-1");

    assertThat(answer.body().path("retried").asInt()).isEqualTo(5);
    var waiting = server.get("/jobs?state=waiting&key=many").body();
    assertThat(waiting).hasSize(5);
    var dues = new ArrayList<Instant>();
    waiting.forEach(job -> dues.add(Instant.parse(job.path("dueAt").asString())));
    dues.sort(null);
    assertThat(dues.get(4)).isEqualTo(dues.get(0).plusSeconds(400));
    assertThat(actions()).contains("jobs.retried job:5-dead-letters");
  }

  @Test
  void what_is_cancelled_says_why_and_who() {
    die("letter-2", "booking-2", FailureClass.BUG);

    assertThat(server.post("/dead-letters/letter-2/cancel", "{}", "cancel-0").status())
        .isEqualTo(400);
    var cancelled =
        server.post("/dead-letters/letter-2/cancel", "{\"reason\":\"a test booking\"}", "cancel-1");

    assertThat(cancelled.text("state")).isEqualTo("cancelled");
    assertThat(cancelled.text("detail")).isEqualTo("a test booking");
    assertThat(actions()).contains("job.cancelled job:letter-2");
  }

  @Test
  void mistakes_are_named() {
    assertThat(server.get("/dead-letters?errorClass=odd").text("message")).isEmpty();
    assertThat(server.get("/dead-letters?errorClass=odd").body().toString())
        .contains("errorClass must be retryable");
    assertThat(server.get("/dead-letters?olderThan=hour").body().toString())
        .contains("olderThan must be a duration such as PT1H");
    assertThat(server.get("/jobs?colour=red").body().toString()).contains("colour");
    assertThat(server.get("/dead-letters/none").status()).isEqualTo(404);
    assertThat(server.post("/dead-letters/none/retry", "", "none-1").status()).isEqualTo(404);
  }

  @Test
  void alarms_stand_until_cleared_and_name_their_runbook() {
    var alarms = server.server().storage().work().alarms();
    alarms.raise(
        new Alarm(RunningServer.ORG, "test.broken", "it", "mend it", Instant.EPOCH));

    assertThat(server.get("/alarms").body().toString())
        .contains("mend it", "docs/runbooks/test-broken.md");

    alarms.clear(RunningServer.ORG, "test.broken", "it", Instant.EPOCH);
    assertThat(server.get("/alarms").body().toString()).doesNotContain("mend it");
  }

  @Test
  void a_request_that_changes_something_needs_a_key() {
    var answer = server.send("POST", "/dead-letters/retry", "{}", Map.of());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("message")).isEqualTo("the header Idempotency-Key is missing");
  }

  @Test
  void the_same_request_twice_gets_the_same_answer_and_says_so() {
    die("letter-3", "booking-3", FailureClass.BUG);

    var first = cancel("letter-3", "once", "twice-1");
    var second = cancel("letter-3", "once", "twice-1");

    assertThat(first.replayed()).isFalse();
    assertThat(second.replayed()).isTrue();
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(actions().stream().filter("job.cancelled job:letter-3"::equals)).hasSize(1);
  }

  @Test
  void another_request_with_the_same_key_is_refused() {
    die("letter-4", "booking-4", FailureClass.BUG);
    cancel("letter-4", "once", "other-1");

    assertThat(cancel("letter-4", "another reason", "other-1").status()).isEqualTo(422);
  }

  @Test
  void a_request_that_was_refused_as_mistaken_may_be_mended_under_its_key() {
    die("letter-5", "booking-5", FailureClass.BUG);

    assertThat(cancel("letter-5", "", "mended-1").status()).isEqualTo(400);
    assertThat(cancel("letter-5", "why not", "mended-1").status()).isEqualTo(200);
  }

  @Test
  void while_a_request_is_carried_out_another_with_its_key_is_told_to_wait() {
    var kept = server.server().storage().work().keptAnswers();
    var principal =
        server.server().storage().apiKeys().list(RunningServer.ORG).getFirst().id();
    var now = Instant.now();
    // The hash of the very request below, which a first one is just carrying out.
    kept.begin(RunningServer.ORG, principal + ":flying", hashOf("{\"reason\":\"x\"}"), now);

    assertThat(cancel("letter-6", "x", "flying").status()).isEqualTo(409);
    assertThat(cancel("letter-6", "y", "flying").status()).isEqualTo(422);
  }

  @Test
  void vapis_clients_send_no_key_and_are_served() {
    var answer = server.send("POST", "/call", "{}", Map.of());

    assertThat(answer.body().toString()).doesNotContain("Idempotency-Key");
  }

  private static String hashOf(String body) {
    return KeyedRequestFilter.hash(
        "POST /dead-letters/letter-6/cancel", body.getBytes(StandardCharsets.UTF_8));
  }

  private static Answer cancel(String letter, String reason, String key) {
    return server.post(
        "/dead-letters/" + letter + "/cancel", "{\"reason\":\"" + reason + "\"}", key);
  }

  private static List<String> actions() {
    return server.server().storage().audit().after(RunningServer.ORG, 0, 1_000).stream()
        .map(record -> record.entry().action() + " " + record.entry().object())
        .toList();
  }

  /// As the runner would leave a job that was given up. In days to come, so that the server's own
  /// runner leaves it alone.
  private static void die(String id, String key, FailureClass why) {
    var work = server.server().storage().work();
    var now = Instant.now().plus(Duration.ofDays(10));
    var job =
        new Job(
            id, RunningServer.ORG, KIND, key, "{\"subject\":\"s\"}",
            new TraceId("0".repeat(32)), now, Optional.empty());
    work.jobs(1_000).plan(List.of(job));
    var taken = work.store().turn(turn(id, List.of(), now)).taken();
    var after = new AfterAttempt.Dead(why, false, "422: no such field");
    var outcomes = taken.stream().map(one -> new Outcome(one, after, now, now, true)).toList();
    work.store().turn(turn(id + "'", outcomes, now));
  }

  private static JobStore.Turn turn(String claim, List<Outcome> outcomes, Instant now) {
    return new JobStore.Turn(
        RunningServer.ORG, claim, false, false, outcomes, List.of(KIND), _ -> List.of(),
        due -> outcomes.isEmpty() ? due : List.of(), 1_000, now.plusMillis(1));
  }
}
