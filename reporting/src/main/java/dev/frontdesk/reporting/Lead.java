package dev.frontdesk.reporting;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Somebody who called, as the business should see them. Prints redacted.
///
/// @param score    0 to 100, as the points add up
/// @param points   of the calls that still count, newest call first
/// @param lastSeen when they were last on the line
public record Lead(
    OrgId org,
    String id,
    PhoneNumber phone,
    Optional<PersonName> name,
    LeadStage stage,
    int score,
    List<ScoredCall> points,
    Instant firstSeen,
    Instant lastSeen) {

  public Lead {
    points = List.copyOf(points);
  }

  /// What one call, by its newest report, adds to the score.
  public record ScoredCall(CallId call, int reportVersion, Instant at, List<LeadPoint> points) {
    public ScoredCall {
      points = List.copyOf(points);
    }
  }
}
