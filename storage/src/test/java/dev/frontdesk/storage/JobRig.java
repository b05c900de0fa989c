package dev.frontdesk.storage;

import dev.frontdesk.durable.DeadLetters.JobRecord;
import dev.frontdesk.durable.IntegrationPolicy;
import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.JobKind;
import dev.frontdesk.durable.JobKind.Urgency;
import dev.frontdesk.durable.JobPolicies;
import dev.frontdesk.durable.JobRunner;
import dev.frontdesk.durable.JobState;
import dev.frontdesk.durable.JobWork;
import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.durable.Reaction;
import dev.frontdesk.durable.RetryPolicy;
import dev.frontdesk.durable.RunnerSettings;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.TraceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/// One node that works off jobs on the real database, with works that do what a test says. The wall
/// clock is the machine's: what is waited for is an event, never a length of time.
final class JobRig implements AutoCloseable {
  static final TraceId TRACE = new TraceId("0".repeat(32));

  /// Retries come at once, so that nothing is waited for.
  static final IntegrationPolicy EAGER =
      IntegrationPolicy.DEFAULT.with(
          new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(1)));

  final Storage storage;
  final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
  private final JobRunner runner;
  private final Clock clock;

  /// An attempt that was asked for.
  record Seen(Job job, JobWork.Attempt attempt) {}

  static final class Plan {
    final List<JobWork> works = new ArrayList<>();
    final List<Reaction> reactions = new ArrayList<>();
    RunnerSettings settings =
        RunnerSettings.DEFAULT.with(JobPolicies.DEFAULT.with("test", EAGER));
    String node = "test-node";
    Duration heartbeat = Duration.ofSeconds(5);
    Clock clock = Clock.systemUTC();
    Storage storage = TestStorage.anotherNode(clock);
  }

  private JobRig(Plan plan) {
    this.storage = plan.storage;
    this.clock = plan.clock;
    var work = storage.work();
    runner =
        new JobRunner(
            new JobRunner.Parts(
                work.store(),
                work.lanes(plan.node, plan.heartbeat),
                work.rates(),
                work.jobs(plan.settings.depth()),
                work.deadLetters(),
                work.alarms(),
                work.keptAnswers()),
            plan.reactions,
            plan.works.stream().map(this::watched).toList(),
            plan.settings,
            plan.clock);
    work.tell(runner);
  }

  static JobRig of(Plan plan) {
    var rig = new JobRig(plan);
    rig.runner.start();
    return rig;
  }

  /// A kind that no other test has, since all share one database.
  static String newKind() {
    var name = new StringBuilder("test.");
    for (char digit : Ids.newUuid(Instant.EPOCH).toCharArray()) {
      name.append((char) ('a' + Math.max(0, Character.digit(digit, 16))));
    }
    return name.toString();
  }

  /// Every entry of the organisation becomes one job of this kind.
  static Reaction reacting(OrgId org, String kind) {
    return entry -> entry.org().equals(org) ? List.of(Job.after(entry, kind)) : List.of();
  }

  /// Every entry becomes one job of this kind, and the answers come from `answer`.
  static JobRig doing(
      OrgId org, String kind, BiFunction<Job, JobWork.Attempt, ProviderResult<String>> answer) {
    var plan = new Plan();
    plan.reactions.add(reacting(org, kind));
    plan.works.add(work(kind, answer));
    return of(plan);
  }

  static JobWork work(
      String kind, BiFunction<Job, JobWork.Attempt, ProviderResult<String>> answer) {
    return work(new JobKind(kind, "test", Urgency.CALENDAR), answer);
  }

  static JobWork work(
      JobKind kind, BiFunction<Job, JobWork.Attempt, ProviderResult<String>> answer) {
    return new JobWork() {
      @Override
      public JobKind kind() {
        return kind;
      }

      @Override
      public ProviderResult<String> attempt(Job job, Attempt attempt) {
        return answer.apply(job, attempt);
      }
    };
  }

  private JobWork watched(JobWork inner) {
    return work(inner.kind(), (job, attempt) -> {
      seen.add(new Seen(job, attempt));
      return inner.attempt(job, attempt);
    });
  }

  OutboxEntry happened(OrgId org, String key) {
    var entry = OutboxEntry.of(org, "test.happened", key, "{\"subject\":\"s\"}", TRACE, now());
    storage.outbox().append(entry);
    return entry;
  }

  Job job(OrgId org, String id, String kind, String key) {
    return new Job(id, org, kind, key, "{}", TRACE, now(), Optional.empty());
  }

  Instant now() {
    return clock.instant();
  }

  Seen next() throws InterruptedException {
    var one = seen.poll(20, TimeUnit.SECONDS);
    if (one == null) {
      throw new AssertionError("no attempt was made");
    }
    return one;
  }

  /// Once this job stands so.
  void await(OrgId org, String id, JobState state) {
    Until.true_(
        () -> find(org, id).filter(job -> job.state() == state).isPresent(),
        () -> "job " + id + " is " + find(org, id));
  }

  private Optional<JobRecord> find(OrgId org, String id) {
    return storage.work().deadLetters().find(org, id);
  }

  int running() {
    return runner.running();
  }

  @Override
  public void close() {
    runner.close();
    storage.close();
  }
}
