package dev.frontdesk.reporting;

/// What makes a caller more, or less, worth a person's time.
///
/// @param id     unique among an organisation's rules
/// @param points from -100 to 100
public record ScoreRule(String id, Condition when, int points) {
  public ScoreRule {
    if (!id.matches("[a-z0-9-]{1,60}")) {
      throw new IllegalArgumentException("a rule's id is lower-case words with hyphens");
    }
    if (points < -100 || points > 100) {
      throw new IllegalArgumentException("points are -100 to 100");
    }
  }
}
