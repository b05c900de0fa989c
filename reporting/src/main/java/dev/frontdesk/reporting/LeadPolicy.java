package dev.frontdesk.reporting;

import static dev.frontdesk.reporting.Disposition.BOOKED;
import static dev.frontdesk.reporting.Disposition.CALL_BACK_PROMISED;
import static dev.frontdesk.reporting.Disposition.CANCELLED;
import static dev.frontdesk.reporting.Disposition.NOT_BOOKED;
import static dev.frontdesk.reporting.Disposition.WAITLISTED;

import dev.frontdesk.reporting.Condition.DispositionIs;
import dev.frontdesk.reporting.Condition.HasTag;
import dev.frontdesk.reporting.Condition.IntentIs;
import dev.frontdesk.reporting.Condition.SentimentIs;
import dev.frontdesk.reporting.Condition.WorthAtLeast;
import dev.frontdesk.vocabulary.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How callers are weighed. Pure; each point says which rule gave it and why.
///
/// @param qualifiesAt  the score from which a lead counts as qualified
/// @param reviewScore  the score from which a person looks before anything is done by itself
/// @param reviewWorth  the price of what was booked from which a person looks
/// @param scoreReach   how far back calls count
/// @param quietAfter   how long without a call until a lead is one to nurture
public record LeadPolicy(
    List<ScoreRule> rules,
    int qualifiesAt,
    int reviewScore,
    Optional<BigDecimal> reviewWorth,
    Duration scoreReach,
    Duration quietAfter) {
  public static final int HIGHEST = 100;

  public static final LeadPolicy DEFAULT =
      new LeadPolicy(
          List.of(
              new ScoreRule("booked", new DispositionIs(Set.of(BOOKED)), 40),
              new ScoreRule("wants-to-book", new IntentIs(Set.of(Intent.BOOK)), 15),
              new ScoreRule("waits-for-a-place", new DispositionIs(Set.of(WAITLISTED)), 20),
              new ScoreRule(
                  "wants-a-call-back", new DispositionIs(Set.of(CALL_BACK_PROMISED)), 10),
              new ScoreRule("asked-the-price", new HasTag(Tag.ASKED_PRICE), 10),
              new ScoreRule("new-customer", new HasTag(Tag.NEW_CUSTOMER), 10),
              new ScoreRule("urgent", new HasTag(Tag.URGENT), 10),
              new ScoreRule("a-group", new HasTag(Tag.GROUP), 15),
              new ScoreRule("worth-100", new WorthAtLeast(new BigDecimal("100")), 20),
              new ScoreRule("found-no-time", new DispositionIs(Set.of(NOT_BOOKED)), 5),
              new ScoreRule("pleased", new SentimentIs(Sentiment.POSITIVE), 5),
              new ScoreRule("displeased", new SentimentIs(Sentiment.NEGATIVE), -10),
              new ScoreRule("cancelled", new DispositionIs(Set.of(CANCELLED)), -20)),
          50,
          80,
          Optional.empty(),
          Duration.ofDays(90),
          Duration.ofDays(30));

  public LeadPolicy {
    rules = List.copyOf(rules);
    if (qualifiesAt < 1 || qualifiesAt > HIGHEST || reviewScore < 1 || reviewScore > HIGHEST) {
      throw new IllegalArgumentException("scores are 1 to " + HIGHEST);
    }
  }

  List<LeadPoint> points(Report report) {
    var points = new ArrayList<LeadPoint>();
    for (var rule : rules) {
      if (rule.when().holds(report)) {
        points.add(new LeadPoint(rule.id(), rule.points(), rule.when().told()));
      }
    }
    return points;
  }

  /// All points of the calls that still count, never below 0 or above `HIGHEST`.
  public static int score(List<LeadPoint> points) {
    int sum = points.stream().mapToInt(LeadPoint::points).sum();
    return Math.clamp(sum, 0, HIGHEST);
  }

  /// Whether a person looks first.
  public boolean isHighValue(int score, Optional<Money> worth) {
    return score >= reviewScore
        || (reviewWorth.isPresent()
            && worth.map(Money::amount).filter(w -> w.compareTo(reviewWorth.get()) >= 0)
                .isPresent());
  }

  /// Whether such a call makes somebody a lead at all.
  static boolean concernsLead(Report report) {
    return report.call().customer().isPresent()
        && switch (report.disposition().value()) {
          case BOOKED, RESCHEDULED, CANCELLED, WAITLISTED, PUT_THROUGH, CALL_BACK_PROMISED,
              ANSWERED, NOT_BOOKED, COMPLAINT_TAKEN, ABANDONED, TURNED_AWAY, FAILED ->
              true;
          case WRONG_NUMBER, UNWANTED, VOICEMAIL, NO_ANSWER -> false;
        };
  }

  /// What the call means for a lead's stage, in order.
  public List<LeadEvent> events(Report report, int score) {
    var events = new ArrayList<LeadEvent>();
    if (report.call().callerSpoke()) {
      events.add(LeadEvent.SPOKE);
    }
    events.add(score >= qualifiesAt ? LeadEvent.SCORED_HIGH : LeadEvent.SCORED_LOW);
    return events;
  }
}
