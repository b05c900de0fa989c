package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.Optional;

/// Says which organisation is looked after when, by which node: never by two at a time, and by
/// another when the one that did is dead.
public interface LaneSchedule extends AutoCloseable {
  /// Begins to hand out organisations.
  void start(Lanes lanes);

  /// Have the organisation looked after at this time, or before. Blocks.
  void wake(OrgId org, Instant at);

  /// Takes no more, waits a little for those that run.
  @Override
  void close();

  @FunctionalInterface
  interface Lanes {
    /// Works until there is nothing to do now, on a thread that may block.
    ///
    /// @return when to look again; empty: not until woken
    Optional<Instant> run(OrgId org);
  }
}
