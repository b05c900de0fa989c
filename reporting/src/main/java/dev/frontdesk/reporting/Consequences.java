package dev.frontdesk.reporting;

import dev.frontdesk.reporting.FollowUp.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What follows from a report, before it is known how the caller stands.
///
/// @param points empty when the caller is nobody's lead
public record Consequences(List<Wanted> followUps, Optional<List<LeadPoint>> points) {
  public Consequences {
    followUps = List.copyOf(followUps);
    points = points.map(List::copyOf);
  }

  /// A follow-up to be.
  public record Wanted(String rule, Kind kind, String title, Instant dueAt) {}

  public static Consequences of(
      Report report, List<FollowUpRule> rules, LeadPolicy leads) {
    var reachable = report.call().customer().isPresent();
    var wanted =
        rules.stream()
            .filter(rule -> rule.when().holds(report))
            .filter(rule -> reachable || rule.kind() != Kind.CALL_BACK)
            .map(
                rule ->
                    new Wanted(
                        rule.id(),
                        rule.kind(),
                        rule.title(),
                        report.call().endedAt().plus(rule.within())))
            .toList();
    return new Consequences(
        wanted,
        LeadPolicy.concernsLead(report) ? Optional.of(leads.points(report)) : Optional.empty());
  }
}
