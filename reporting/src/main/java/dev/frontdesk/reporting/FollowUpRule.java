package dev.frontdesk.reporting;

import static dev.frontdesk.reporting.Disposition.ABANDONED;
import static dev.frontdesk.reporting.Disposition.CALL_BACK_PROMISED;
import static dev.frontdesk.reporting.Disposition.COMPLAINT_TAKEN;
import static dev.frontdesk.reporting.Disposition.FAILED;
import static dev.frontdesk.reporting.Disposition.NOT_BOOKED;
import static dev.frontdesk.reporting.Disposition.TURNED_AWAY;

import dev.frontdesk.reporting.Condition.All;
import dev.frontdesk.reporting.Condition.DispositionIs;
import dev.frontdesk.reporting.Condition.HasTag;
import dev.frontdesk.reporting.Condition.IntentIs;
import dev.frontdesk.reporting.FollowUp.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// What follows from a report of a kind.
///
/// @param within how soon it should be done, from the end of the call
public record FollowUpRule(String id, Condition when, Kind kind, String title, Duration within) {
  public static final List<FollowUpRule> DEFAULT =
      List.of(
          new FollowUpRule(
              "complaint",
              new HasTag(Tag.COMPLAINT),
              Kind.TICKET,
              "Answer the complaint",
              Duration.ofHours(4)),
          new FollowUpRule(
              "promised-call-back",
              new DispositionIs(Set.of(CALL_BACK_PROMISED)),
              Kind.CALL_BACK,
              "Call back as promised",
              Duration.ofHours(2)),
          new FollowUpRule(
              "found-no-time",
              new All(
                  List.of(
                      new IntentIs(Set.of(Intent.BOOK, Intent.RESCHEDULE)),
                      new DispositionIs(Set.of(NOT_BOOKED, ABANDONED)))),
              Kind.CALL_BACK,
              "Offer other times",
              Duration.ofDays(1)),
          new FollowUpRule(
              "asked-the-price",
              new All(
                  List.of(
                      new HasTag(Tag.ASKED_PRICE),
                      new DispositionIs(Set.of(Disposition.ANSWERED)))),
              Kind.TASK,
              "Ask whether the price was all they needed",
              Duration.ofDays(2)),
          new FollowUpRule(
              "not-reached",
              new DispositionIs(Set.of(TURNED_AWAY, FAILED)),
              Kind.CALL_BACK,
              "Call back: we could not talk with them",
              Duration.ofHours(1)),
          new FollowUpRule(
              "unanswered-complaint",
              new DispositionIs(Set.of(COMPLAINT_TAKEN)),
              Kind.CALL_BACK,
              "Call back about the complaint",
              Duration.ofHours(4)));

  public FollowUpRule {
    if (!id.matches("[a-z0-9-]{1,60}") || title.isBlank() || title.length() > 120) {
      throw new IllegalArgumentException(
          "a rule has an id of lower-case words with hyphens and a title up to 120 characters");
    }
    if (within.isNegative()) {
      throw new IllegalArgumentException("within must not be negative");
    }
  }
}
