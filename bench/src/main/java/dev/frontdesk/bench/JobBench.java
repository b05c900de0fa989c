package dev.frontdesk.bench;

import dev.frontdesk.booking.Catalogue;
import dev.frontdesk.booking.Organisation;
import dev.frontdesk.durable.IntegrationPolicy;
import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.JobKind;
import dev.frontdesk.durable.JobPolicies;
import dev.frontdesk.durable.JobRunner;
import dev.frontdesk.durable.JobWork;
import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.durable.RunnerSettings;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A runner as the server has it, with works that take as long as a vendor would and tell when they
/// are done.
final class JobBench implements AutoCloseable {
  static final ZoneId ZONE = ZoneId.of("UTC");

  final Storage storage;
  private final JobRunner runner;

  /// @param kinds  how many jobs follow from each entry
  /// @param rate   of every integration; null: none
  /// @param vendor how long each takes
  /// @param done   told of each job that was done
  record Load(
      int kinds,
      IntegrationPolicy.@Nullable Rate rate,
      Duration vendor,
      int share,
      Consumer<Job> done) {}

  JobBench(Storage storage, Load load) {
    this.storage = storage;
    var policies = new JobPolicies(Map.of());
    for (int kind = 0; kind < load.kinds; kind++) {
      var policy = IntegrationPolicy.DEFAULT.atOnce(64, load.share);
      policies =
          policies.with("vendor-" + kind, load.rate == null ? policy : policy.with(load.rate));
    }
    var works = IntStream.range(0, load.kinds).mapToObj(kind -> work(kind, load)).toList();
    var work = storage.work();
    runner =
        new JobRunner(
            new JobRunner.Parts(
                work.store(), work.lanes("bench"), work.rates(), work.jobs(1_000_000),
                work.deadLetters(), work.alarms(), work.keptAnswers()),
            List.of(entry -> jobs(entry, load.kinds)),
            works,
            RunnerSettings.DEFAULT.with(policies).atMost(256, 1_000_000),
            Clock.systemUTC());
    work.tell(runner);
  }

  void start() {
    runner.start();
  }

  static OrgId org(int n) {
    return new OrgId("bench-" + n);
  }

  static void makeOrganisations(Storage storage, int count) {
    for (int n = 0; n < count; n++) {
      var organisation = new Organisation(org(n), "Bench " + n, ZONE, Optional.empty(), Map.of());
      storage.catalogues().save(new Catalogue(organisation, List.of(), List.of()));
    }
  }

  private static List<Job> jobs(OutboxEntry entry, int kinds) {
    return IntStream.range(0, kinds).mapToObj(kind -> Job.after(entry, name(kind))).toList();
  }

  private static String name(int kind) {
    return "bench.kind-" + (char) ('a' + kind);
  }

  private static JobWork work(int kind, Load load) {
    var urgency = JobKind.Urgency.values()[kind % JobKind.Urgency.values().length];
    var described = new JobKind(name(kind), "vendor-" + kind, urgency);
    return new JobWork() {
      @Override
      public JobKind kind() {
        return described;
      }

      @Override
      public ProviderResult<String> attempt(Job job, Attempt attempt) {
        try {
          Thread.sleep(load.vendor);
        } catch (InterruptedException ended) {
          Thread.currentThread().interrupt();
        }
        load.done.accept(job);
        return new ProviderResult.Ok<>("done");
      }
    };
  }

  @Override
  public void close() {
    runner.close();
  }
}
