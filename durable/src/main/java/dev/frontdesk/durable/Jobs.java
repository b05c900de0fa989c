package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.OrgId;
import java.util.List;

/// Where work is put that follows from no outbox entry of its own, as a reminder for later. Blocks.
public interface Jobs {
  /// All or none, in a transaction of its own. A job planned before stays as it is.
  ///
  /// @throws TooMuchWaiting when the organisation has as many jobs waiting as it may
  void plan(List<Job> jobs);

  /// Stops what of this kind is still waiting for this key; what runs now is finished.
  ///
  /// @return how many were stopped
  int stop(OrgId org, String kind, String key);

  /// Backpressure to who enqueues: nothing was taken.
  final class TooMuchWaiting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooMuchWaiting(OrgId org, int waiting) {
      super("%s has %d jobs waiting; no more are taken until some are done"
          .formatted(org.value(), waiting));
    }
  }
}
