package dev.frontdesk.crm;

import static dev.frontdesk.crm.CrmStage.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.crm.CellValue.Choice;
import dev.frontdesk.crm.CellValue.Moment;
import dev.frontdesk.crm.CellValue.Text;
import dev.frontdesk.vocabulary.Appointment.State;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Unconfirmed;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrmPullTest {
  private final CrmStage stage = new CrmStage();

  @Test
  void a_cancellation_there_is_carried_out_here_and_the_row_follows() {
    var booking = pushed(new MergePolicy.Ask());
    stage.edit(booking, CrmField.STATUS, new Choice("Cancelled"));
    assertThat(stage.pull()).isEqualTo(new Ok<>("1 edits taken, 0 to be settled"));
    assertThat(stage.appointments.get(booking).state()).isEqualTo(State.CANCELLED);
    assertThat(stage.row(booking)).containsEntry(CrmField.VERSION, new CellValue.Number(2));
  }

  @Test
  void a_new_time_there_moves_the_appointment_and_its_end_follows() {
    var booking = pushed(new MergePolicy.Ask());
    var later = stage.appointments.get(booking).slot().start().plus(Duration.ofHours(2));
    stage.edit(booking, CrmField.START, new Moment(later));
    stage.pull();
    assertThat(stage.appointments.get(booking).slot().start()).isEqualTo(later);
    assertThat(stage.row(booking))
        .containsEntry(CrmField.END, new Moment(later.plus(Duration.ofMinutes(30))));
  }

  @Test
  void an_echo_of_our_own_writing_is_no_edit() {
    pushed(new MergePolicy.Ask());
    assertThat(stage.pull()).isEqualTo(new Ok<>("0 edits taken, 0 to be settled"));
  }

  @Test
  void an_echo_of_a_write_whose_answer_was_lost_is_no_edit() {
    var booking = pushed(new MergePolicy.Ask());
    stage.move(booking, Duration.ofHours(1));
    stage.crm.failNext("upsert APPOINTMENTS", new Unconfirmed("no answer"));
    assertThat(stage.push(booking)).isInstanceOf(Failed.class);
    stage.move(booking, Duration.ofHours(1));
    assertThat(stage.pull()).isInstanceOf(Ok.class);
    assertThat(stage.memory.open(ORG, 9)).isEmpty();
    assertThat(stage.row(booking))
        .containsEntry(
            CrmField.START, new Moment(stage.appointments.get(booking).slot().start()));
  }

  @Test
  void an_echo_is_known_though_what_was_sent_after_it_never_arrived() {
    var booking = pushed(new MergePolicy.Ask());
    stage.move(booking, Duration.ofHours(1));
    stage.crm.failNext("upsert APPOINTMENTS", new Unconfirmed("no answer"));
    stage.push(booking);
    stage.move(booking, Duration.ofHours(1));
    stage.crm.failNext("upsert APPOINTMENTS", new Retryable("refused"));
    stage.push(booking);
    stage.pull();
    assertThat(stage.memory.open(ORG, 9)).isEmpty();
    assertThat(stage.row(booking))
        .containsEntry(
            CrmField.START, new Moment(stage.appointments.get(booking).slot().start()));
  }

  @Test
  void what_the_desk_refuses_becomes_a_conflict_with_its_reason() {
    var booking = pushed(new MergePolicy.Latest());
    stage.refusal = Optional.of("it is too late to change the booking");
    stage.edit(booking, CrmField.STATUS, new Choice("Cancelled"));
    assertThat(stage.pull()).isEqualTo(new Ok<>("0 edits taken, 1 to be settled"));
    var conflict = stage.memory.open(ORG, 9).getFirst();
    assertThat(conflict.why()).isEqualTo("it is too late to change the booking");
    assertThat(stage.alarms).containsKey("crm.conflicts b-1:status");
    assertThat(stage.pull()).as("it is raised once")
        .isEqualTo(new Ok<>("0 edits taken, 0 to be settled"));
  }

  @Test
  void what_a_person_must_settle_is_not_written_over_meanwhile() {
    var booking = refused();
    stage.become(booking, State.NO_SHOW);
    stage.push(booking);
    assertThat(stage.row(booking))
        .containsEntry(CrmField.STATUS, new Choice("Cancelled"))
        .containsEntry(CrmField.VERSION, new CellValue.Number(2));
  }

  @Test
  void settled_for_ours_the_row_is_written_again() {
    var booking = refused();
    var outcome = stage.settling.settle(ORG, "b-1:status", CrmConflict.Choice.OURS, "key:k");
    assertThat(outcome).isInstanceOf(CrmSettling.Outcome.Done.class);
    stage.push(booking);
    assertThat(stage.row(booking)).containsEntry(CrmField.STATUS, new Choice("Confirmed"));
    assertThat(stage.alarms).isEmpty();
  }

  @Test
  void settled_for_theirs_it_is_carried_out_unless_the_desk_still_refuses() {
    var booking = refused();
    assertThat(stage.settling.settle(ORG, "b-1:status", CrmConflict.Choice.THEIRS, "key:k"))
        .isEqualTo(new CrmSettling.Outcome.Refused("too late"));
    stage.refusal = Optional.empty();
    assertThat(stage.settling.settle(ORG, "b-1:status", CrmConflict.Choice.THEIRS, "key:k"))
        .isInstanceOf(CrmSettling.Outcome.Done.class);
    assertThat(stage.appointments.get(booking).state()).isEqualTo(State.CANCELLED);
    assertThat(stage.settling.settle(ORG, "b-1:status", CrmConflict.Choice.OURS, "key:k"))
        .isInstanceOf(CrmSettling.Outcome.Refused.class);
  }

  @Test
  void a_conflict_ends_by_itself_when_both_sides_come_to_say_the_same() {
    var booking = refused();
    stage.edit(booking, CrmField.STATUS, new Choice("Confirmed"));
    stage.pull();
    assertThat(stage.memory.open(ORG, 9)).isEmpty();
    assertThat(stage.alarms).isEmpty();
  }

  @Test
  void a_push_never_writes_over_an_edit_that_was_not_yet_seen() {
    var booking = pushed(new MergePolicy.Ask());
    stage.edit(booking, CrmField.STATUS, new Choice("Cancelled"));
    stage.move(booking, Duration.ofHours(1));
    stage.push(booking);
    assertThat(stage.appointments.get(booking).state()).isEqualTo(State.CANCELLED);
    assertThat(stage.row(booking))
        .containsEntry(CrmField.STATUS, new Choice("Cancelled"))
        .containsEntry(
            CrmField.START, new Moment(stage.appointments.get(booking).slot().start()));
  }

  @Test
  void both_changed_the_same_field_and_a_person_is_asked() {
    var booking = pushed(new MergePolicy.Ask());
    stage.edit(booking, CrmField.STATUS, new Choice("Cancelled"));
    stage.become(booking, State.NO_SHOW);
    stage.push(booking);
    assertThat(stage.memory.open(ORG, 9)).hasSize(1);
    assertThat(stage.row(booking)).containsEntry(CrmField.STATUS, new Choice("Cancelled"));
  }

  @Test
  void an_edit_of_a_field_that_is_ours_is_put_before_a_person() {
    var booking = pushed(new MergePolicy.Latest());
    stage.edit(booking, CrmField.SERVICE, new Text("Shave"));
    stage.pull();
    assertThat(stage.memory.open(ORG, 9)).extracting(CrmConflict::field)
        .containsExactly(CrmField.SERVICE);
  }

  @Test
  void a_hook_is_opened_read_from_its_cursor_and_renewed_before_it_runs_out() {
    stage.withHook();
    var booking = stage.book(9);
    stage.push(booking);
    stage.pull();
    assertThat(stage.crm.requests()).contains("openHook", "told");
    stage.edit(booking, CrmField.STATUS, new Choice("Cancelled"));
    stage.crm.requests().clear();
    stage.pull();
    assertThat(stage.appointments.get(booking).state()).isEqualTo(State.CANCELLED);
    assertThat(stage.crm.requests()).doesNotContain("editedSince APPOINTMENTS", "renewHook");
    stage.pull();
    stage.crm.requests().clear();
    stage.pull();
    assertThat(stage.crm.requests()).as("nothing is read twice").containsExactly("told");
    stage.clock.advance(Duration.ofDays(6));
    stage.pull();
    assertThat(stage.crm.requests()).contains("renewHook", "editedSince APPOINTMENTS");
  }

  @Test
  void a_hook_that_the_vendor_forgot_is_opened_anew_and_meanwhile_we_look() {
    stage.withHook();
    var booking = stage.book(9);
    stage.push(booking);
    stage.pull();
    stage.crm.forgetHooks();
    stage.edit(booking, CrmField.STATUS, new Choice("Cancelled"));
    assertThat(stage.pull()).isInstanceOf(Ok.class);
    assertThat(stage.appointments.get(booking).state()).isEqualTo(State.CANCELLED);
    stage.crm.requests().clear();
    stage.pull();
    assertThat(stage.crm.requests()).contains("openHook");
  }

  @Test
  void a_row_deleted_there_changes_nothing_here_and_is_told_until_it_is_back() {
    stage.withHook();
    var booking = stage.book(9);
    stage.push(booking);
    stage.pull();
    stage.crm.deleteRow(CrmTable.APPOINTMENTS, stage.recordOf(booking));

    assertThat(stage.pull()).isEqualTo(new Ok<>("0 edits taken, 0 to be settled"));

    assertThat(stage.appointments.get(booking).state()).isEqualTo(State.CONFIRMED);
    assertThat(stage.row(booking)).as("nobody changed it").isEmpty();
    assertThat(stage.alarms.get("crm.row-deleted b-9"))
        .contains("deleted in 'Appointments', and the appointment stands");

    stage.move(booking, Duration.ofHours(1));
    stage.push(booking);
    assertThat(stage.row(booking)).containsKeys(CrmField.SERVICE, CrmField.STATUS);
    assertThat(stage.alarms).isEmpty();
  }

  @Test
  void deleting_the_row_of_what_was_cancelled_is_nothing_to_tell() {
    stage.withHook();
    var booking = stage.book(9);
    stage.push(booking);
    stage.pull();
    stage.become(booking, State.CANCELLED);
    stage.push(booking);
    stage.crm.deleteRow(CrmTable.APPOINTMENTS, stage.recordOf(booking));
    stage.pull();
    assertThat(stage.alarms).isEmpty();
  }

  private BookingId pushed(MergePolicy policy) {
    stage.twoWay(policy);
    var booking = stage.book(1);
    stage.push(booking);
    stage.clock.advance(Duration.ofMinutes(1));
    return booking;
  }

  private BookingId refused() {
    var booking = pushed(new MergePolicy.Ask());
    stage.refusal = Optional.of("too late");
    stage.edit(booking, CrmField.STATUS, new Choice("Cancelled"));
    stage.pull();
    return booking;
  }
}
