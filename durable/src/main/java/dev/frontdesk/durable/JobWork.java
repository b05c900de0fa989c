package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.ProviderResult;
import java.time.Instant;

/// Does one kind of job. Blocks, on a virtual thread. Safe to be called again for a job that was
/// done: a process may die between the work and the note that it was done.
public interface JobWork {
  JobKind kind();

  /// Makes one attempt.
  ///
  /// @return what became of it, for operators and never with personal data (`event 5f3… written`,
  ///     `nothing to do: not connected`), or the failure that decides what follows
  ProviderResult<String> attempt(Job job, Attempt attempt);

  /// @param number    1 for the first; throttled ones are not counted
  /// @param uncertain an earlier attempt may have been applied: look before acting
  /// @param at        when it begins
  record Attempt(int number, boolean uncertain, Instant at) {}
}
