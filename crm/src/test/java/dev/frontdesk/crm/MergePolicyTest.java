package dev.frontdesk.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.crm.CellValue.Choice;
import dev.frontdesk.crm.CellValue.Text;
import dev.frontdesk.crm.CrmField.Owner;
import dev.frontdesk.crm.MergePolicy.Ask;
import dev.frontdesk.crm.MergePolicy.ByField;
import dev.frontdesk.crm.MergePolicy.Latest;
import dev.frontdesk.crm.MergePolicy.Sides;
import dev.frontdesk.crm.MergePolicy.Stretch;
import dev.frontdesk.crm.MergePolicy.Verdict;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MergePolicyTest {
  private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");
  private static final CellValue CONFIRMED = new Choice("Confirmed");
  private static final CellValue CANCELLED = new Choice("Cancelled");
  private static final CellValue NO_SHOW = new Choice("No show");

  @Test
  void what_nobody_changed_is_left_alone() {
    assertThat(ask(CONFIRMED, CONFIRMED, CONFIRMED)).isEqualTo(new Verdict.Settled());
  }

  @Test
  void what_changed_here_alone_is_written_there() {
    assertThat(ask(CONFIRMED, CANCELLED, CONFIRMED)).isEqualTo(new Verdict.Write());
  }

  @Test
  void what_changed_there_alone_is_carried_out_here() {
    assertThat(ask(CONFIRMED, CONFIRMED, CANCELLED)).isEqualTo(new Verdict.Take());
  }

  @Test
  void what_changed_to_the_same_on_both_sides_is_agreed() {
    assertThat(ask(CONFIRMED, CANCELLED, CANCELLED)).isEqualTo(new Verdict.Settled());
  }

  @Test
  void what_changed_on_both_sides_is_put_before_a_person() {
    assertThat(ask(CONFIRMED, NO_SHOW, CANCELLED)).isInstanceOf(Verdict.Conflict.class);
  }

  @Test
  void what_we_sent_without_learning_that_it_arrived_is_no_edit() {
    var sides = sides(CONFIRMED, NO_SHOW, CANCELLED, Optional.of(CANCELLED));
    assertThat(MergePolicy.decide(new Ask(), sides)).isEqualTo(new Verdict.Write());
  }

  @Test
  void the_later_change_wins() {
    assertThat(latest(NOON, Stretch.at(NOON.plusSeconds(1)))).isEqualTo(new Verdict.Take());
    assertThat(latest(NOON, Stretch.at(NOON.minusSeconds(1)))).isEqualTo(new Verdict.Write());
  }

  @Test
  void an_edit_that_was_later_for_certain_wins_though_its_moment_is_not_known() {
    var stretch = new Stretch(NOON.plusSeconds(1), NOON.plusSeconds(300));
    assertThat(latest(NOON, stretch)).isEqualTo(new Verdict.Take());
  }

  @Test
  void when_it_cannot_be_told_which_was_later_a_person_says() {
    var stretch = new Stretch(NOON.minusSeconds(1), NOON.plusSeconds(1));
    assertThat(latest(NOON, stretch)).isInstanceOf(Verdict.Conflict.class);
    assertThat(latest(NOON, Stretch.at(NOON))).isInstanceOf(Verdict.Conflict.class);
  }

  @Test
  void by_field_the_named_side_wins_and_frontdesk_otherwise() {
    var sides = sides(CONFIRMED, NO_SHOW, CANCELLED, Optional.empty());
    assertThat(MergePolicy.decide(new ByField(Map.of(CrmField.STATUS, Owner.CRM)), sides))
        .isEqualTo(new Verdict.Take());
    assertThat(MergePolicy.decide(new ByField(Map.of()), sides)).isEqualTo(new Verdict.Write());
  }

  @Test
  void an_edit_of_what_is_frontdesks_alone_is_put_before_a_person_whatever_the_policy() {
    for (var policy : new MergePolicy[] {new Latest(), new ByField(Map.of()), new Ask()}) {
      assertThat(MergePolicy.decide(policy, text(CrmField.SERVICE)))
          .isInstanceOf(Verdict.Conflict.class);
    }
  }

  @Test
  void an_edit_of_what_is_the_crms_is_left_to_it() {
    assertThat(MergePolicy.decide(new Ask(), text(CrmField.CONTACT_NAME)))
        .isEqualTo(new Verdict.Settled());
  }

  private static Sides text(CrmField field) {
    return new Sides(
        field,
        Optional.of(new Text("a")),
        Optional.of(new Text("a")),
        Optional.empty(),
        new Text("a"),
        new Text("b"),
        NOON,
        Stretch.at(NOON.plusSeconds(1)));
  }

  private static Verdict ask(CellValue seen, CellValue ours, CellValue theirs) {
    return MergePolicy.decide(new Ask(), sides(seen, ours, theirs, Optional.empty()));
  }

  private static Verdict latest(Instant oursAt, Stretch theirsAt) {
    return MergePolicy.decide(
        new Latest(),
        new Sides(
            CrmField.STATUS, Optional.of(CONFIRMED), Optional.of(CONFIRMED), Optional.empty(),
            NO_SHOW, CANCELLED, oursAt, theirsAt));
  }

  private static Sides sides(
      CellValue seen, CellValue ours, CellValue theirs, Optional<CellValue> sending) {
    return new Sides(
        CrmField.STATUS, Optional.of(seen), Optional.of(seen), sending, ours, theirs, NOON,
        Stretch.at(NOON));
  }
}
