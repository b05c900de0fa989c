package dev.frontdesk.server;

import dev.frontdesk.durable.IntegrationPolicy;
import dev.frontdesk.durable.IntegrationPolicy.Breaker;
import dev.frontdesk.durable.IntegrationPolicy.Rate;
import dev.frontdesk.durable.JobPolicies;
import dev.frontdesk.durable.RetryPolicy;
import dev.frontdesk.durable.RunnerSettings;
import java.time.Duration;

/// Reads the configuration's section `jobs`. Lengths of time are written as `PT30S`.
final class JobReader {
  private static final int MOST = 1_000_000;

  private JobReader() {}

  static JobSettings settings(StrictYaml yaml) {
    yaml.only("concurrency", "depth", "kept", "deadLetters", "deadFor", "integrations");
    var usual = RunnerSettings.DEFAULT;
    return new JobSettings(
        new RunnerSettings(
            yaml.optional("integrations").map(JobReader::policies).orElse(usual.policies()),
            whole(yaml, "concurrency", usual.concurrency()),
            whole(yaml, "depth", usual.depth()),
            length(yaml, "kept", usual.kept()),
            whole(yaml, "deadLetters", usual.deadLetters()),
            length(yaml, "deadFor", usual.deadFor())));
  }

  private static JobPolicies policies(StrictYaml yaml) {
    var policies = JobPolicies.DEFAULT;
    for (var entry : yaml.entries().entrySet()) {
      var name = entry.getKey();
      policies = policies.with(name, policy(entry.getValue(), policies.of(name)));
    }
    return policies;
  }

  /// What is not said stays as it is without the section.
  private static IntegrationPolicy policy(StrictYaml yaml, IntegrationPolicy usual) {
    yaml.only(
        "attempts", "firstPause", "longestPause", "perSecond", "burst", "concurrency", "share",
        "breakerCalls", "breakerPercent", "breakerOpen", "longestAttempt", "patience");
    try {
      return new IntegrationPolicy(
          new RetryPolicy(
              whole(yaml, "attempts", usual.retry().attempts()),
              length(yaml, "firstPause", usual.retry().first()),
              length(yaml, "longestPause", usual.retry().cap())),
          yaml.optional("perSecond")
              .map(rate -> rate(rate.number(0.001, MOST), yaml))
              .or(usual::rate),
          whole(yaml, "concurrency", usual.concurrency()),
          whole(yaml, "share", usual.share()),
          new Breaker(
              whole(yaml, "breakerCalls", usual.breaker().calls()),
              whole(yaml, "breakerPercent", usual.breaker().percent()),
              length(yaml, "breakerOpen", usual.breaker().open())),
          length(yaml, "longestAttempt", usual.longestAttempt()),
          length(yaml, "patience", usual.patience()));
    } catch (IllegalArgumentException unfit) {
      throw yaml.wrong(String.valueOf(unfit.getMessage()));
    }
  }

  private static Rate rate(double perSecond, StrictYaml yaml) {
    return new Rate(perSecond, whole(yaml, "burst", Math.max(1, (int) perSecond)));
  }

  private static int whole(StrictYaml yaml, String key, int otherwise) {
    return yaml.optional(key).map(value -> value.whole(1, MOST)).orElse(otherwise);
  }

  private static Duration length(StrictYaml yaml, String key, Duration otherwise) {
    return yaml.optional(key)
        .map(value -> value.as("a length of time such as PT30S", Duration::parse))
        .orElse(otherwise);
  }
}
