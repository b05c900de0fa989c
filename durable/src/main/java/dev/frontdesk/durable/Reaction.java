package dev.frontdesk.durable;

import java.util.List;

/// Which jobs follow from what happened. Pure, and quick: it is asked for each outbox entry, in the
/// transaction that marks the entry done.
@FunctionalInterface
public interface Reaction {
  /// Empty when the entry is none of its concern.
  List<Job> jobs(OutboxEntry entry);
}
