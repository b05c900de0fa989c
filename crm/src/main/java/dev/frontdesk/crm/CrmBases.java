package dev.frontdesk.crm;

import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.Optional;

/// Where it is kept who works on an organisation's customer records: one at a time over all nodes,
/// for two that write the same new row at once would make two of it. Blocks; each method is one
/// transaction.
public interface CrmBases {

  /// What became of the wish to work on them.
  sealed interface Entry {
    /// @param unfinished whether the stay before did not end: its last request may be a moment ago
    record Entered(CrmBase base, boolean unfinished) implements Entry {}

    /// Another works on them until then at most, and takes what waits along.
    record Busy(Instant until) implements Entry {}

    /// The vendor wants to be left alone.
    record Paused(Instant until) implements Entry {}
  }

  /// Who held the place before gets it back, so that work that died goes on at once. An
  /// organisation that has changed to another base begins anew.
  Entry enter(OrgId org, String base, String holder, Instant now, Instant until);

  /// Keeps the place a little longer.
  void stay(OrgId org, String holder, Instant until);

  /// Leaves, unless something waits to be written.
  ///
  /// @return whether the place was left
  boolean leaveIfNothingWaits(OrgId org, String holder, Instant nextRequestAt);

  /// @param pausedUntil when the vendor has asked for it
  void leave(OrgId org, String holder, Instant nextRequestAt, Optional<Instant> pausedUntil);

  /// Empty when nothing was ever written there.
  Optional<CrmBase> find(OrgId org);

  /// Also unblocks.
  void fits(OrgId org, CrmLayout layout);

  void blocked(OrgId org, String why);

  void hook(OrgId org, Optional<CrmBase.Hook> hook);

  void polled(OrgId org, Instant until);
}
