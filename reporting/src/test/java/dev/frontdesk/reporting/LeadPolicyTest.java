package dev.frontdesk.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.reporting.Condition.All;
import dev.frontdesk.reporting.Condition.HasTag;
import dev.frontdesk.reporting.Condition.IntentIs;
import dev.frontdesk.reporting.Condition.WorthAtLeast;
import dev.frontdesk.reporting.Consequences.Wanted;
import dev.frontdesk.vocabulary.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeadPolicyTest {
  private static final SomeCall URGENT =
      new SomeCall()
          .caller("i need a plumber right now i'd like to book how much is it")
          .booked()
          .worth("120.00 USD");

  @Test
  void each_point_says_which_rule_gave_it_and_why() {
    assertThat(LeadPolicy.DEFAULT.points(URGENT.report()))
        .contains(
            new LeadPoint("booked", 40, "disposition booked"),
            new LeadPoint("urgent", 10, "tag urgent"),
            new LeadPoint("worth-100", 20, "worth at least 100"));
  }

  @Test
  void a_score_stays_between_0_and_100() {
    assertThat(LeadPolicy.score(List.of(points(60), points(60)))).isEqualTo(100);
    assertThat(LeadPolicy.score(List.of(points(-60), points(30)))).isZero();
    assertThat(LeadPolicy.score(List.of(points(20), points(30)))).isEqualTo(50);
  }

  @Test
  void a_person_looks_first_from_the_score_or_the_price_on() {
    var policy = reviewedFrom(80, "150");

    assertThat(policy.isHighValue(79, Optional.empty())).isFalse();
    assertThat(policy.isHighValue(80, Optional.empty())).isTrue();
    assertThat(policy.isHighValue(0, Optional.of(Money.parse("149.99 USD")))).isFalse();
    assertThat(policy.isHighValue(0, Optional.of(Money.parse("150.00 USD")))).isTrue();
  }

  @Test
  void strangers_machines_and_salespeople_are_nobodys_lead() {
    var sales = new SomeCall().caller("i'm calling about your google business listing");
    var withheld = new SomeCall().from(Optional.empty()).booked();

    assertThat(consequences(sales).points()).isEmpty();
    assertThat(consequences(withheld).points()).isEmpty();
    assertThat(consequences(URGENT).points()).isPresent();
  }

  @Test
  void a_complaint_becomes_a_ticket_due_from_the_end_of_the_call() {
    var call = new SomeCall().caller("this is unacceptable i want my money back");

    assertThat(consequences(call).followUps())
        .extracting(Wanted::rule)
        .contains("complaint", "unanswered-complaint");
    assertThat(consequences(call).followUps().getFirst().dueAt())
        .isEqualTo(SomeCall.NINE.plusSeconds(61).plus(Duration.ofHours(4)));
  }

  @Test
  void nobody_is_asked_to_call_back_a_withheld_number() {
    var call = new SomeCall().from(Optional.empty()).caller("can someone call me back")
        .did(Act.Kind.CALL_BACK_PROMISED);

    assertThat(consequences(call).followUps()).isEmpty();
  }

  @Test
  void who_was_put_through_in_vain_is_called_back() {
    var promised = new SomeCall().caller("a person please").did(Act.Kind.PUT_THROUGH)
        .did(Act.Kind.CALL_BACK_PROMISED);
    var failed = new SomeCall().caller("a haircut").did(Act.Kind.PUT_THROUGH)
        .ended("pipeline-error-custom-llm-llm-failed");

    assertThat(consequences(promised).followUps()).extracting(Consequences.Wanted::rule)
        .contains("promised-call-back");
    assertThat(consequences(failed).followUps()).extracting(Consequences.Wanted::rule)
        .contains("not-reached");
  }

  @Test
  void all_parts_of_a_condition_must_hold_and_it_says_itself() {
    var both =
        new All(List.of(new IntentIs(Set.of(Intent.BOOK)), new HasTag(Tag.GROUP)));

    assertThat(both.holds(URGENT.report())).isFalse();
    assertThat(both.told()).isEqualTo("intent book and tag group");
    assertThat(new WorthAtLeast(new BigDecimal("120")).holds(URGENT.report())).isTrue();
    assertThat(new WorthAtLeast(new BigDecimal("120.01")).holds(URGENT.report())).isFalse();
  }

  @Test
  void a_rule_that_cannot_be_is_refused() {
    assertThatThrownBy(() -> new ScoreRule("Big Rule", new HasTag(Tag.GROUP), 5))
        .hasMessageContaining("lower-case");
    assertThatThrownBy(() -> new ScoreRule("rule", new HasTag(Tag.GROUP), 101))
        .hasMessageContaining("-100 to 100");
  }

  private static Consequences consequences(SomeCall call) {
    return Consequences.of(call.report(), FollowUpRule.DEFAULT, LeadPolicy.DEFAULT);
  }

  private static LeadPoint points(int points) {
    return new LeadPoint("rule", points, "because");
  }

  private static LeadPolicy reviewedFrom(int score, String worth) {
    var usual = LeadPolicy.DEFAULT;
    return new LeadPolicy(
        usual.rules(),
        usual.qualifiesAt(),
        score,
        Optional.of(new BigDecimal(worth)),
        usual.scoreReach(),
        usual.quietAfter());
  }
}
