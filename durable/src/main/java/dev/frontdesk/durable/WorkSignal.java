package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;

/// Told after a commit that left work behind. Must be quick and must not throw: whoever committed
/// waits for it.
@FunctionalInterface
public interface WorkSignal {
  WorkSignal NONE = (_, _) -> {};

  /// @param at when the work falls due
  void work(OrgId org, Instant at);
}
