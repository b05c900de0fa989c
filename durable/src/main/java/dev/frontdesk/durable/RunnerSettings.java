package dev.frontdesk.durable;

import java.time.Duration;

/// How a node works.
///
/// @param concurrency attempts at the same time in all
/// @param depth       due jobs of one organisation that may wait; beyond that nothing is taken
/// @param kept        how long what is over can still be read
/// @param deadLetters how many make an alarm
/// @param deadFor     how old the oldest may get before it makes an alarm
public record RunnerSettings(
    JobPolicies policies,
    int concurrency,
    int depth,
    Duration kept,
    int deadLetters,
    Duration deadFor) {

  public static final RunnerSettings DEFAULT =
      new RunnerSettings(
          JobPolicies.DEFAULT, 256, 10_000, Duration.ofDays(7), 10, Duration.ofHours(1));

  public RunnerSettings {
    if (concurrency < 1 || depth < 1 || !kept.isPositive()) {
      throw new IllegalArgumentException("concurrency, depth and kept must be positive");
    }
  }

  public RunnerSettings with(JobPolicies other) {
    return new RunnerSettings(other, concurrency, depth, kept, deadLetters, deadFor);
  }

  public RunnerSettings atMost(int attempts, int waiting) {
    return new RunnerSettings(policies, attempts, waiting, kept, deadLetters, deadFor);
  }
}
