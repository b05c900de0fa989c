package dev.frontdesk.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.durable.AfterAttempt;
import dev.frontdesk.durable.DeadLetters;
import dev.frontdesk.durable.FailureClass;
import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.JobState;
import dev.frontdesk.durable.JobStore.Turn;
import dev.frontdesk.durable.JobStore.Turned;
import dev.frontdesk.durable.Outcome;
import dev.frontdesk.storage.JobRig.Plan;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What is left when something dies in between, and who takes it up.
class JobRecoveryTest {
  private final String write = JobRig.newKind();
  private static final Instant NOW = TestStorage.NINE;

  private final OrgId org = TestStorage.newOrganisation();
  private final SqlJobStore store = new SqlJobStore(transactions());

  @Test
  void what_a_dead_process_was_doing_is_done_again_at_once_and_looked_for_first()
      throws InterruptedException {
    plan("job-1");
    assertThat(turn("dead-lane/1", false, List.of()).taken()).hasSize(1);

    try (var rig = working()) {
      rig.storage.work().lanes("elsewhere").wake(org, rig.now());

      var seen = rig.next();

      assertThat(seen.attempt().uncertain()).isTrue();
      assertThat(seen.attempt().number()).isEqualTo(2);
      rig.await(org, "job-1", JobState.DONE);
      assertThat(rig.storage.work().deadLetters().attempts(org, "job-1"))
          .extracting(attempt -> attempt.result())
          .containsExactly("unconfirmed", "ok");
    }
  }

  @Test
  void a_lane_of_this_node_from_before_a_restart_is_taken_up_without_waiting_for_heartbeats()
      throws Exception {
    plan("job-1");
    turn("dead-lane/1", false, List.of());
    pickedBy("test-node", Instant.now());

    try (var rig = working()) {
      assertThat(rig.next().attempt().uncertain()).isTrue();
    }
  }

  @Test
  void a_lane_whose_node_was_not_heard_of_goes_to_another() throws Exception {
    plan("job-1");
    turn("dead-lane/1", false, List.of());
    pickedBy("a-node-that-is-no-more", Instant.now().minusSeconds(60));

    var plan = new Plan();
    plan.heartbeat = Duration.ofMillis(200);
    plan.works.add(JobRig.work(write, (_, _) -> new Ok<>("written")));
    try (var rig = JobRig.of(plan)) {
      assertThat(rig.next().attempt().uncertain()).isTrue();
    }
  }

  @Test
  void what_one_that_was_thought_dead_says_later_changes_nothing() {
    plan("job-1");
    var first = turn("slow-lane/1", false, List.of()).taken().getFirst();
    var lost = turn("next-lane/1", true, List.of()).lost().getFirst();
    assertThat(lost.claim()).isEqualTo("slow-lane/1");
    var again = new AfterAttempt.Again(NOW, FailureClass.UNCONFIRMED, true, true, "lost");
    turn("next-lane/2", false, List.of(new Outcome(lost, again, NOW, NOW, true)));

    var late = new AfterAttempt.Dead(FailureClass.PERMANENT, false, "too late");
    turn("slow-lane/2", false, List.of(new Outcome(first, late, NOW, NOW, true)));

    assertThat(state("job-1")).isEqualTo(JobState.RUNNING); // taken again by next-lane/2
  }

  @Test
  void an_outcome_noted_twice_counts_once() {
    plan("job-1");
    var taken = turn("lane/1", false, List.of()).taken().getFirst();
    var done = List.of(new Outcome(taken, new AfterAttempt.Done("written"), NOW, NOW, true));

    turn("lane/2", false, done);
    turn("lane/3", false, done);

    assertThat(state("job-1")).isEqualTo(JobState.DONE);
    assertThat(TestStorage.shared().work().deadLetters().attempts(org, "job-1")).hasSize(1);
  }

  @Test
  void a_turn_whose_commit_was_not_answered_takes_what_it_took() throws SQLException {
    plan("job-1");
    var cut = new AtomicBoolean();
    var turn =
        new Turn(
            org, "lane/1", false, false, List.of(), List.of(write), _ -> List.of(),
            due -> {
              if (cut.compareAndSet(false, true)) {
                commitBehindItsBack(due.getFirst().job().id());
              }
              return due;
            },
            100, NOW);

    var turned = store.turn(turn);

    assertThat(turned.taken()).extracting(taken -> taken.job().id()).containsExactly("job-1");
  }

  @Test
  void killing_every_backend_again_and_again_loses_nothing_and_repeats_nothing_that_was_noted()
      throws SQLException {
    var done = ConcurrentHashMap.<String>newKeySet();
    var plan = new Plan();
    plan.reactions.add(JobRig.reacting(org, write));
    plan.works.add(
        JobRig.work(write, (job, _) -> {
          done.add(job.id());
          return new Ok<>("written");
        }));
    try (var rig = JobRig.of(plan)) {
      var wanted = new ArrayList<String>();
      for (int n = 0; n < 60; n++) {
        wanted.add(write + ":" + rig.happened(org, "booking-" + n % 7).id());
        if (n % 10 == 5) {
          killBackends();
        }
      }
      for (var id : wanted) {
        rig.await(org, id, JobState.DONE);
      }
      assertThat(done).containsAll(wanted);
    }
  }

  @Test
  void two_nodes_share_the_work_and_do_nothing_twice() {
    var counts = new ConcurrentHashMap<String, AtomicInteger>();
    var orgs = new ArrayList<OrgId>();
    for (int n = 0; n < 8; n++) {
      orgs.add(TestStorage.newOrganisation());
    }
    try (var one = counting("node-1", orgs, counts);
        var two = counting("node-2", orgs, counts)) {
      Set<String> ids = new HashSet<>();
      for (int n = 0; n < 80; n++) {
        var rig = n % 2 == 0 ? one : two;
        var whose = orgs.get(n % orgs.size());
        var id = write + ":" + rig.happened(whose, "booking-" + n).id();
        ids.add(id);
      }
      for (var whose : orgs) {
        Until.true_(
            () -> one.storage.work().deadLetters().list(whose, done(), 100).size() == 10,
            () -> whose + " is not done");
      }
      assertThat(counts.keySet()).containsAll(ids);
      assertThat(counts.values()).allMatch(count -> count.get() == 1);
    }
  }

  private JobRig counting(
      String node, List<OrgId> orgs, ConcurrentHashMap<String, AtomicInteger> counts) {
    var plan = new Plan();
    plan.node = node;
    orgs.forEach(whose -> plan.reactions.add(JobRig.reacting(whose, write)));
    plan.works.add(
        JobRig.work(write, (job, _) -> {
          counts.computeIfAbsent(job.id(), _ -> new AtomicInteger()).incrementAndGet();
          return new Ok<>("written");
        }));
    return JobRig.of(plan);
  }

  private static DeadLetters.Filter done() {
    return DeadLetters.Filter.of(JobState.DONE);
  }

  private JobRig working() {
    var plan = new Plan();
    plan.works.add(JobRig.work(write, (_, _) -> new Ok<>("written")));
    return JobRig.of(plan);
  }

  private void plan(String id) {
    TestStorage.shared().work().jobs(100).plan(
        List.of(
            new Job(
                id, org, write, "booking-1", "{}", JobRig.TRACE, NOW, java.util.Optional.empty())));
  }

  private Turned turn(String claim, boolean first, List<Outcome> outcomes) {
    return store.turn(
        new Turn(
            org, claim, first, false, outcomes, List.of(write), _ -> List.of(), due -> due, 100,
            NOW));
  }

  private JobState state(String id) {
    return TestStorage.shared().work().deadLetters().find(org, id).orElseThrow().state();
  }

  private static Transactions transactions() {
    return new Transactions(Shared.POOL, 4, 4);
  }

  private static final class Shared {
    static final com.zaxxer.hikari.HikariDataSource POOL = TestStorage.access().poolForApp(2);
  }

  private void pickedBy(String node, Instant heardOf) throws SQLException {
    try (var connection = TestStorage.asSuperuser();
        var insert =
            connection.prepareStatement("""
                insert into engine.scheduled_tasks
                  (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat,
                   version, priority)
                values ('organisation', ?, ?::timestamptz, true, ?, ?::timestamptz, 1, 0)""")) {
      insert.setString(1, org.value());
      insert.setString(2, heardOf.toString());
      insert.setString(3, node);
      insert.setString(4, heardOf.toString());
      insert.execute();
    }
  }

  private void commitBehindItsBack(String id) {
    try (var connection = TestStorage.asSuperuser();
        var statement = connection.createStatement()) {
      // The turn holds the row, so what its commit would have done is done once it is cut off.
      killBackends();
      statement.execute(
          "update jobs set state = 'running', claim = 'lane/1', claimed_at = due_at"
              + " where job_id = '" + id + "' and org_id = '" + org.value() + "'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void killBackends() {
    try (var connection = TestStorage.asSuperuser();
        var statement = connection.createStatement()) {
      statement.execute("""
          select pg_terminate_backend(pid) from pg_stat_activity
           where usename = 'frontdesk_app' and datname = current_database()""");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
