package dev.frontdesk.reporting;

import dev.frontdesk.reporting.FollowUp.Act;
import dev.frontdesk.reporting.FollowUp.State;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Leads and what should be done about calls. Blocks; each method is one transaction.
public interface LeadStore {

  /// Highest score first, then who called last.
  List<Lead> leads(OrgId org, Optional<LeadStage> stage, int limit);

  Optional<Lead> lead(OrgId org, String id);

  /// Soonest due first.
  List<FollowUp> followUps(OrgId org, Set<State> states, int limit);

  Optional<FollowUp> followUp(OrgId org, String id);

  /// Moves a follow-up on, with an audit entry; opening one is told in the outbox.
  Decided decide(OrgId org, String id, Act act, String by, String why, Instant now);

  /// Marks as quiet those who have not called for that long.
  ///
  /// @return how many
  int nurture(OrgId org, Duration quietAfter, Instant now, int limit);

  /// What became of a decision.
  sealed interface Decided {
    record Moved(FollowUp now) implements Decided {}

    /// It stands elsewhere, where this cannot be decided.
    record Refused(FollowUp now) implements Decided {}

    record Missing() implements Decided {}
  }
}
