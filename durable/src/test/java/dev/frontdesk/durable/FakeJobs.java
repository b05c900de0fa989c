package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Jobs in memory, done when a test says so, under the rules of the real runner: planned twice is
/// one job, those of a kind and key go in order, and what an attempt returned decides what follows.
public final class FakeJobs implements Jobs {
  private final int depth;
  private final Map<String, Standing> jobs = new LinkedHashMap<>();

  /// A job and where it stands.
  public record Standing(
      Job job, JobState state, int attempts, boolean uncertain, Instant dueAt, String detail) {}

  public FakeJobs() {
    this(Integer.MAX_VALUE);
  }

  public FakeJobs(int depth) {
    this.depth = depth;
  }

  @Override
  public void plan(List<Job> planned) {
    for (var job : planned) {
      var waiting = waiting().stream().filter(other -> other.org().equals(job.org())).count();
      if (waiting >= depth) {
        throw new TooMuchWaiting(job.org(), (int) waiting);
      }
    }
    for (var job : planned) {
      jobs.putIfAbsent(
          key(job), new Standing(job, JobState.WAITING, 0, false, job.dueAt(), ""));
    }
  }

  @Override
  public int stop(OrgId org, String kind, String key) {
    int stopped = 0;
    for (var one : List.copyOf(jobs.values())) {
      var job = one.job;
      if (one.state == JobState.WAITING
          && job.org().equals(org)
          && job.kind().equals(kind)
          && job.key().equals(key)) {
        put(one, JobState.CANCELLED, one.attempts, one.uncertain, one.dueAt, "no longer wanted");
        stopped++;
      }
    }
    return stopped;
  }

  /// Plans what follows from an entry.
  public void react(OutboxEntry entry, Reaction... reactions) {
    for (var reaction : reactions) {
      plan(reaction.jobs(entry));
    }
  }

  /// Makes one attempt at each job of this work's kind that is due and first in its line.
  ///
  /// @return how many attempts were made
  public int run(JobWork work, Instant now) {
    var blocked = new HashSet<String>();
    int made = 0;
    for (var one : inLine(work.kind().name())) {
      var line = one.job.org().value() + " " + one.job.key();
      if (one.job.dueAt().isAfter(now) || !blocked.add(line)) {
        continue;
      }
      if (!one.dueAt.isAfter(now)) {
        attempt(work, one, now);
        made++;
      }
    }
    return made;
  }

  /// Runs until nothing more is due, moving time on to the next retry, at most so often.
  ///
  /// @return when the last attempt was made
  public Instant runAll(JobWork work, Instant from, int most) {
    var now = from;
    for (int i = 0; i < most; i++) {
      if (run(work, now) == 0) {
        var next =
            inLine(work.kind().name()).stream()
                .map(Standing::dueAt)
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
        if (next.isEmpty() || next.get().isAfter(from.plus(Duration.ofHours(1)))) {
          return now;
        }
        now = next.get();
      }
    }
    return now;
  }

  private List<Standing> inLine(String kind) {
    return jobs.values().stream()
        .filter(one -> one.state == JobState.WAITING && one.job.kind().equals(kind))
        .sorted(Comparator.comparing((Standing one) -> one.job.dueAt()))
        .toList();
  }

  private void attempt(JobWork work, Standing one, Instant now) {
    var taken = new TakenJob(one.job, "fake/1", one.attempts, one.uncertain, one.job.dueAt());
    int number = one.attempts + 1;
    var after =
        one.job.deadline().filter(now::isAfter).isPresent()
            ? AfterAttempt.expired(taken)
            : AfterAttempt.of(
                work.attempt(one.job, new JobWork.Attempt(number, one.uncertain, now)),
                taken, number, IntegrationPolicy.DEFAULT, now, 0.5);
    var outcome = new Outcome(taken, after, now, now, true);
    var dueAt = after instanceof AfterAttempt.Again again ? again.at() : one.dueAt;
    put(
        one, JobMoves.after(after), outcome.attemptsSoFar(), outcome.uncertain(), dueAt,
        after.detail());
  }

  private void put(
      Standing one, JobState state, int attempts, boolean uncertain, Instant due, String detail) {
    jobs.put(key(one.job), new Standing(one.job, state, attempts, uncertain, due, detail));
  }

  private static String key(Job job) {
    return job.org().value() + " " + job.id();
  }

  /// All, in the order planned.
  public List<Standing> all() {
    return List.copyOf(jobs.values());
  }

  public List<Job> waiting() {
    var waiting = new ArrayList<Job>();
    jobs.values().stream()
        .filter(one -> one.state == JobState.WAITING)
        .forEach(one -> waiting.add(one.job));
    return waiting;
  }

  public Optional<Standing> find(OrgId org, String id) {
    return Optional.ofNullable(jobs.get(org.value() + " " + id));
  }
}
