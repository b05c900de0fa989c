package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Jobs as operators see and mend them. What changes a job is in the audit log with who did it.
/// Blocks.
public interface DeadLetters {
  /// Jobs in this state and of this description, the latest planned first; of dead letters, those
  /// that died last.
  List<JobRecord> list(OrgId org, Filter filter, int limit);

  Optional<JobRecord> find(OrgId org, String jobId);

  /// Every attempt, oldest first.
  List<AttemptRecord> attempts(OrgId org, String jobId);

  Count count(OrgId org);

  /// Has a dead letter tried again from the start.
  ///
  /// @return false when it is no dead letter
  boolean retry(OrgId org, String jobId, Edit edit, By by);

  /// Has dead letters tried again, one after the other at this rate, the oldest first.
  ///
  /// @return how many
  int retryAll(OrgId org, Filter filter, int limit, double perSecond, By by);

  /// Stops a dead letter or a waiting job for good.
  ///
  /// @return false when it is neither
  boolean cancel(OrgId org, String jobId, String reason, By by);

  /// @param failure     dead letters of this class
  /// @param endedBefore dead at least since
  record Filter(
      JobState state,
      Optional<String> kind,
      Optional<String> key,
      Optional<FailureClass> failure,
      Optional<Instant> endedBefore) {
    public static Filter of(JobState state) {
      return new Filter(
          state, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /// What is changed before the next attempt.
  ///
  /// @param payload  JSON in place of the old one
  /// @param deadline in place of the old one; a letter that is past its deadline needs one
  record Edit(Optional<String> payload, Optional<Instant> deadline) {
    public static final Edit NONE = new Edit(Optional.empty(), Optional.empty());
  }

  /// @param actor as the audit log names them: `key:01997c…`
  record By(String actor, Instant at) {}

  record Count(int dead, Optional<Instant> oldest) {}

  /// A job and where it stands.
  record JobRecord(
      Job job,
      JobState state,
      int attempts,
      boolean uncertain,
      Instant plannedAt,
      Optional<Instant> endedAt,
      Optional<FailureClass> failure,
      Optional<String> detail) {}

  /// @param number 0: it did not count
  /// @param result `ok`, or the failure's class
  record AttemptRecord(
      int number,
      boolean uncertain,
      Instant startedAt,
      Instant endedAt,
      String result,
      String detail) {}
}
