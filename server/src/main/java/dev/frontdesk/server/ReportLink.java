package dev.frontdesk.server;

import dev.frontdesk.reporting.FollowUpRule;
import dev.frontdesk.reporting.LeadPolicy;
import dev.frontdesk.reporting.RetentionPolicy;
import dev.frontdesk.reporting.StructuredPlan;
import java.util.List;
import java.util.Optional;

/// What one organisation has set up for reports on calls.
///
/// @param structured the data wanted of each call
public record ReportLink(
    Optional<StructuredPlan> structured,
    LeadPolicy leads,
    List<FollowUpRule> followUps,
    RetentionPolicy retention) {
  public static final ReportLink NONE =
      new ReportLink(
          Optional.empty(), LeadPolicy.DEFAULT, FollowUpRule.DEFAULT, RetentionPolicy.FOR_EVER);

  public ReportLink {
    followUps = List.copyOf(followUps);
  }
}
