package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.OrgId;
import java.time.Duration;
import java.time.Instant;

/// What requests with an Idempotency-Key were answered, so that one that comes again gets the same
/// answer and does nothing. Blocks.
public interface KeptAnswers {
  /// How long an answer is kept.
  Duration KEPT = Duration.ofHours(24);

  /// How long a request may take before another with its key may try: its process has died.
  Duration LONGEST_FLIGHT = Duration.ofSeconds(10);

  /// Says what to do with a request.
  ///
  /// @param requestHash SHA-256 over what must be the same when it comes again
  Standing begin(OrgId org, String key, String requestHash, Instant now);

  /// Keeps the answer. Nothing happens under a claim that was lost.
  void answered(OrgId org, String key, String claim, Answer answer);

  /// As if the request had never come: it was refused before anything was done.
  void dropped(OrgId org, String key, String claim);

  int forget(OrgId org, Instant expiredBefore);

  sealed interface Standing {
    /// It is the first, or the first one's process died on the way: carry it out.
    ///
    /// @param claim under which the answer is kept
    record Begin(String claim) implements Standing {}

    record Replay(Answer answer) implements Standing {}

    /// The key was used for another request.
    record OtherRequest() implements Standing {}

    record InFlight() implements Standing {}
  }

  /// @param contentType empty when there is no body
  record Answer(int status, String contentType, byte[] body) {}
}
